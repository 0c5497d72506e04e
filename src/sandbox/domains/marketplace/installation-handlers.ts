/** Where the app is installed and on which terms, and taking it out. */
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { TokenRecord } from '../../tokens.ts';
import type { World } from '../../world.ts';
import { companies } from '../companies/records.ts';
import { locations } from '../locations/records.ts';
import { authorizationCodes, refreshTokens, sandboxApp } from '../oauth/records.ts';
import { assertOwnCompany } from '../shared/company.ts';
import { users } from '../users/records.ts';
import { assertApp } from './app.ts';
import { appRemovals, sandboxAppPlan, sandboxMeters } from './records.ts';

/** HighLevel hides names, addresses and plans of the agency from installations in a sub-account. */
function buildInstallation({ grant }: SandboxRequest, world: World): Record<string, unknown> {
  const company = companies(world).get(grant.companyId);
  const owner = users(world)
    .all()
    .find(({ roles, deleted }) => roles.type === 'agency' && !deleted);
  const isCompany = grant.kind === 'agency';
  const plan = isCompany ? 'agency_monthly_497' : null;
  return {
    companyId: grant.companyId,
    ...(grant.locationId !== undefined && { locationId: grant.locationId }),
    companyName: company?.name,
    relationshipNumber: company?.relationshipNumber,
    companyEmail: isCompany ? company?.email : null,
    companyOwnerFullName: isCompany && owner ? `${owner.firstName} ${owner.lastName}` : null,
    userId: grant.userId ?? owner?.id,
    isWhitelabelCompany: company !== undefined,
    companyPlan: plan,
    companyHighLevelPlan: plan,
    marketplaceAppPlanId: sandboxAppPlan.planId,
    ...(company && { whitelabelDetails: { domain: company.domain, logoUrl: `${company.website}/logo.png` } }),
  };
}

/** Ends every token, refresh token and code of the app that opens one of these: location ids, and '' for the agency. */
function revokeApp(world: World, opened: ReadonlySet<string>): void {
  const tokens = world.collection<TokenRecord>('tokens');
  for (const { id, app, grantedLocationId = '' } of tokens.all()) {
    if (app === sandboxApp.appId && opened.has(grantedLocationId)) tokens.delete(id);
  }
  for (const grants of [refreshTokens(world), authorizationCodes(world)]) {
    for (const { id, grantedLocationId = '' } of grants.all()) if (opened.has(grantedLocationId)) grants.delete(id);
  }
}

/** Where the request takes the app out of. Throws 400 when the token's own kind of id is missing. */
function parseRemoval(request: SandboxRequest, world: World): readonly string[] {
  const { companyId, locationId } = request.body;
  if (request.grant.kind === 'location') {
    if (locationId === undefined) throw badRequest('locationId is required');
    return [locationId];
  }
  if (companyId === undefined) throw badRequest('companyId is required');
  assertOwnCompany(request, companyId);
  return locationId === undefined
    ? locations(world)
        .all()
        .map(({ id }) => id)
    : [locationId];
}

export const installationHandlers: Handlers = {
  'GET /marketplace/app/{appId}/installations': (request, world) => {
    assertApp(request.path.appId, badRequest);
    return { body: { installationDetails: buildInstallation(request, world) } };
  },

  'DELETE /marketplace/app/{appId}/installations': (request, world) => {
    assertApp(request.path.appId, badRequest);
    const from = parseRemoval(request, world);
    const installed = from.filter((id) => appRemovals(world).get(id) === undefined);
    if (installed.length === 0) throw badRequest('App is not installed');
    const { reason } = request.body;
    const removal = { removedAt: world.timestamp(), ...(reason !== undefined && { reason }) };
    for (const id of installed) appRemovals(world).insert({ id, locationId: id, ...removal });
    const isWholeAgency = request.body.locationId === undefined;
    revokeApp(world, new Set(isWholeAgency ? [...from, ''] : from));
    return { body: { success: true } };
  },

  'GET /marketplace/app/{appId}/rebilling-config/location/{locationId}': (request) => {
    assertApp(request.path.appId, badRequest);
    const { planId, name, amount, features } = sandboxAppPlan;
    const terms = { paymentType: 'month', paymentTime: 'month', resellingAmount: amount, baseAmount: amount };
    const usage = sandboxMeters.map((meter) => ({
      productType: meter.productType,
      productName: meter.name,
      usageUnit: meter.usageUnit,
      meterId: meter.id,
      meterName: meter.name,
      priceType: meter.priceType,
      ...(meter.priceType === 'fixed' && { fixedPricePerUnit: meter.minPrice }),
      minPricePerUnit: String(meter.minPrice),
      maxPricePerUnit: String(meter.maxPrice),
      executionLimitPerCycle: meter.executionLimitPerCycle,
    }));
    return { body: { plans: { subscription: [{ planId, name, features, ...terms }], usage } } };
  },
};
