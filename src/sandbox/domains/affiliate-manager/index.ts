/** The affiliate manager of a location: read only, as HighLevel's API is. */
import type { Domain } from '../../domain.ts';
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { resolveInLocation } from '../locations/access.ts';
import { parseWindow, takeWindow } from '../locations/slice.ts';
import { hasWords, isWithinDays, newestFirst } from '../payments/lists.ts';
import { affiliates, commissions, payouts } from './records.ts';
import { seedAffiliates } from './seed.ts';
import { formatAffiliate, formatCommission, formatPayout, getFullName } from './views.ts';

/** The documented size of a page and its maximum. */
const pageDefaults = { limit: 10, maxLimit: 100 };

/** The page that the query names, newest first, with the count of all that fit. */
function paginate<T extends { readonly createdAt: string }>(found: readonly T[], { query }: SandboxRequest) {
  const page = takeWindow(newestFirst(found), parseWindow(query, pageDefaults));
  return { page, meta: { count: found.length } };
}

/** Is it of the affiliate, campaign and status that the query names, or does the query name none? */
function isWanted(
  item: { readonly affiliateId: string; readonly campaignId: string; readonly status: string },
  { affiliateId, campaignId, status }: SandboxRequest['query'],
): boolean {
  return (
    (affiliateId === undefined || item.affiliateId === affiliateId) &&
    (campaignId === undefined || item.campaignId === campaignId) &&
    (status === undefined || item.status === status)
  );
}

/** Name and e-mail of an affiliate, for the search words of lists. */
function getTexts(world: World, affiliateId: string): readonly string[] {
  const affiliate = affiliates(world).get(affiliateId);
  return affiliate === undefined ? [] : [getFullName(affiliate), affiliate.email];
}

const handlers: Handlers = {
  'GET /affiliate-manager/{locationId}/affiliates': (request, world) => {
    const { query, active, campaignId, fromDate, toDate } = request.query;
    const found = affiliates(world)
      .indexed(request.locationId)
      .filter(
        (affiliate) =>
          hasWords(query, [getFullName(affiliate), affiliate.email]) &&
          (active === undefined || affiliate.active === active) &&
          (campaignId === undefined || affiliate.campaignIds.includes(campaignId)) &&
          isWithinDays(affiliate.createdAt, { startAt: fromDate, endAt: toDate }),
      );
    const { page, meta } = paginate(found, request);
    return { body: { affiliates: page.map((affiliate) => formatAffiliate(affiliate, world)), meta } };
  },

  'GET /affiliate-manager/{locationId}/affiliates/{affiliateId}': (request, world) => {
    const { affiliateId = '' } = request.path;
    const refuse = () => badRequest('Affiliate not found');
    return {
      body: formatAffiliate(resolveInLocation(affiliates(world), affiliateId, request.locationId, refuse), world),
    };
  },

  'GET /affiliate-manager/{locationId}/commissions': (request, world) => {
    const { query, fromDate, toDate } = request.query;
    const found = commissions(world)
      .indexed(request.locationId)
      .filter(
        (sale) =>
          isWanted(sale, request.query) &&
          hasWords(query, [...getTexts(world, sale.affiliateId), sale.customer.email]) &&
          isWithinDays(sale.createdAt, { startAt: fromDate, endAt: toDate }),
      );
    const { page, meta } = paginate(found, request);
    return { body: { commissions: page.map((sale) => formatCommission(sale, world)), meta } };
  },

  'GET /affiliate-manager/{locationId}/payouts': (request, world) => {
    const { query, start, end } = request.query;
    const found = payouts(world)
      .indexed(request.locationId)
      .filter(
        (payout) =>
          isWanted(payout, request.query) &&
          hasWords(query, getTexts(world, payout.affiliateId)) &&
          isWithinDays(payout.createdAt, { startAt: start, endAt: end }),
      );
    const { page, meta } = paginate(found, request);
    return { body: { payouts: page.map((payout) => formatPayout(payout, world)), meta } };
  },
};

export const domain: Domain = { name: 'affiliate-manager', handlers, seed: seedAffiliates };
