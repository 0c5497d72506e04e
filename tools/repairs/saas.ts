/** The operations of `/saas` are those of `/saas-api/public-api` under their newer path, documented without an answer. */
import type { OperationKey } from '../../src/catalogue/operation.ts';
import type { OperationRepair, Schema } from '../../src/catalogue/repair.ts';

const component = (name: string): Schema => ({ $ref: `saas-api#${name}` });

const answers: readonly (readonly [OperationKey, Schema])[] = [
  ['GET /saas/locations', { type: 'array', items: { type: 'string' } }],
  ['PUT /saas/update-saas-subscription/{locationId}', { type: 'string' }],
  ['POST /saas/bulk-disable-saas/{companyId}', component('BulkDisableSaasResponseDto')],
  ['POST /saas/enable-saas/{locationId}', component('EnableSaasResponseDto')],
  ['POST /saas/pause/{locationId}', { type: 'boolean' }],
  ['POST /saas/update-rebilling/{companyId}', component('UpdateRebillingResponseDto')],
  ['GET /saas/agency-plans/{companyId}', { type: 'array', items: component('AgencyPlanResponseDto') }],
  ['GET /saas/get-saas-subscription/{locationId}', component('LocationSubscriptionResponseDto')],
  ['POST /saas/bulk-enable-saas/{companyId}', component('BulkEnableSaasResponseDto')],
  ['GET /saas/saas-locations/{companyId}', component('GetSaasLocationsResponseDto')],
  ['GET /saas/saas-plan/{planId}', component('SaasPlanResponseDto')],
];

export const saasRepairs: readonly OperationRepair[] = answers.map(([operations, output]) => ({
  operations,
  reason: 'no answer is documented; the same operation under its other path has this one',
  output,
}));
