/** The plans that the agency sells. They are written in HighLevel, so the API reads them only. */
import { notFound } from '../../errors.ts';
import type { Handlers } from '../../handler.ts';
import { assertOwnCompany } from '../shared/company.ts';
import { type SaasPlan, saasPlans } from './records.ts';
import { createTwins } from './twins.ts';

/** What lists show: everything but the fee for setting up. */
function formatPlan({ id, locationId: _company, setupFee: _fee, ...plan }: SaasPlan): Record<string, unknown> {
  return { planId: id, ...plan };
}

export const planHandlers: Handlers = {
  ...createTwins('GET', 'agency-plans/{companyId}', (request, world) => {
    assertOwnCompany(request, request.path.companyId);
    return { body: saasPlans(world).indexed('').map(formatPlan) };
  }),

  ...createTwins('GET', 'saas-plan/{planId}', (request, world) => {
    assertOwnCompany(request, request.query.companyId);
    const plan = saasPlans(world).get(request.path.planId ?? '');
    if (plan === undefined) throw notFound('Saas plan not found');
    return { body: { ...formatPlan(plan), companyId: request.grant.companyId, setupFee: plan.setupFee } };
  }),
};
