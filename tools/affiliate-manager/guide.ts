/** Affiliates of a location: who recommends it, what they earned, what they are owed. All of it read only. */
import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

const affiliateId = 'from affiliate_manager_affiliate_list';
const campaignId = 'affiliate campaign id, as in campaignIds';

export const guides = {
  'GET /affiliate-manager/{locationId}/affiliates': {
    name: 'affiliate_manager_affiliate_list',
    title: 'List affiliates',
    summary:
      'People who sell for a location on commission, with campaigns and revenue, by name, campaign or date. They are added in HighLevel.',
    risk: 'read',
    paging: {
      style: 'skip-limit',
      items: 'affiliates',
      total: 'meta.count',
      size: 'limit',
      defaultSize: 10,
      maxSize: 100,
      offset: 'skip',
    },
    hints: {
      query: 'part of name or email',
      active: 'true: active ones only',
      campaignId,
      fromDate: 'YYYY-MM-DD',
      toDate: 'YYYY-MM-DD',
    },
    words: ['partners', 'referrals', 'referrers', 'best sellers'],
  },
  'GET /affiliate-manager/{locationId}/affiliates/{affiliateId}': {
    name: 'affiliate_manager_affiliate_get',
    title: 'Get an affiliate',
    summary: 'One affiliate by id with address, tax details and totals of leads, customers, revenue and payouts.',
    risk: 'read',
    hints: { affiliateId },
    words: ['partner', 'referrer'],
  },
  'GET /affiliate-manager/{locationId}/commissions': {
    name: 'affiliate_manager_commission_list',
    title: 'List commissions',
    summary:
      'What affiliates earned, sale by sale, with customer and product. What they were or will be paid: affiliate_manager_payout_list.',
    risk: 'read',
    paging: {
      style: 'skip-limit',
      items: 'commissions',
      total: 'meta.count',
      size: 'limit',
      defaultSize: 10,
      maxSize: 100,
      offset: 'skip',
    },
    hints: {
      affiliateId,
      campaignId,
      status: 'e.g. pending',
      query: 'e.g. an email',
      fromDate: 'YYYY-MM-DD',
      toDate: 'YYYY-MM-DD',
    },
    words: ['earnings', 'referral sales', 'partner revenue'],
    examples: [
      {
        ask: 'What did this affiliate earn in June 2026?',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          affiliateId: '63d147176c5bbc30e9e091a4',
          fromDate: '2026-06-01',
          toDate: '2026-06-30',
          limit: 100,
        },
      },
    ],
  },
  'GET /affiliate-manager/{locationId}/payouts': {
    name: 'affiliate_manager_payout_list',
    title: 'List payouts to affiliates',
    summary:
      'Payouts due or made to affiliates, with amount, month and status; this call pays nobody. The sales behind them: affiliate_manager_commission_list.',
    risk: 'read',
    paging: {
      style: 'skip-limit',
      items: 'payouts',
      total: 'meta.count',
      size: 'limit',
      defaultSize: 10,
      offset: 'skip',
    },
    hints: {
      status: 'e.g. pending',
      query: 'e.g. a name',
      affiliateId,
      campaignId,
      start: 'ISO 8601 date-time',
      end: 'ISO 8601 date-time',
    },
    words: ['owed', 'unpaid', 'partner payments', 'due'],
  },
} as const satisfies Guides<typeof operations>;
