import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask about affiliates, their commissions and payouts. */
export const asks = {
  'GET /affiliate-manager/{locationId}/affiliates': [
    'who are our affiliates',
    'list all affiliates',
    'which partners promote our course',
    'top referrers by revenue',
    'people earning commission from us',
    'ambassadors who joined this month',
    'find a referral partner by name',
  ],
  'GET /affiliate-manager/{locationId}/affiliates/{affiliateId}': [
    'how much has this partner brought in',
    'get one affiliate',
    'tax form and address of a referral partner',
    'leads and customers from a single affiliate',
    'stats for one of our ambassadors',
    'total payouts to this referrer so far',
  ],
  'GET /affiliate-manager/{locationId}/commissions': [
    'what did our affiliates earn per sale',
    'list affiliate commissions',
    'which sales came through a referral partner',
    'commission breakdown by customer and product',
    'who referred that buyer',
    'referral earnings this month',
    'how much do we owe in rev share, deal by deal',
  ],
  'GET /affiliate-manager/{locationId}/payouts': [
    'have our affiliates been paid',
    'list payouts to affiliates',
    'unpaid partner payments due this month',
    'what do we owe referrers',
    'payment history of ambassadors',
    'pending affiliate payments',
  ],
} as const satisfies Asks<typeof operations>;
