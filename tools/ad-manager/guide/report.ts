/** What ads cost and brought: totals, lists and single campaigns of the three platforms. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';
import { originHints, periodHints } from './hints.ts';

const microsNote = 'costMicros, averageCpc and averageCpm are in millionths of the currency.';
const linkedInFields = 'e.g. impressions, clicks, costInLocalCurrency, oneClickLeads';

export const reportGuides = {
  'GET /ad-publishing/facebook/reporting': {
    name: 'ad_manager_facebook_report_get',
    title: 'Report on all Facebook ads',
    summary:
      'Spend, clicks and conversions of all Facebook ads in a period, by day, week or month. Per campaign or ad: ad_manager_facebook_report_list.',
    notes: [
      'Zero everywhere often means the wrong type or no connection rather than no spend.',
      'Numbers may arrive as text; cost_per_conversion reads 0, the real figure is costPerConversion.',
      'In totals, averages such as cpm and frequency are added up; compute them from spend and impressions.',
    ],
    risk: 'read',
    hints: { ...periodHints, ...originHints },
    words: ['ad spend', 'meta', 'instagram', 'performance', 'roas', 'cost per lead'],
    examples: [
      {
        ask: 'What did we spend on Facebook ads per day in June?',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          type: 'INTEGRATION',
          groupBy: 'day',
          startDate: '2026-06-01',
          endDate: '2026-06-30',
          fields: ['spend', 'clicks', 'conversions'],
        },
      },
    ],
  },
  'GET /ad-publishing/facebook/reporting/list': {
    name: 'ad_manager_facebook_report_list',
    title: 'Report per Facebook campaign, ad set or ad',
    summary:
      'Metrics, revenue and leads per Facebook campaign, ad set or ad, one total per row. Gives the _id of campaigns made in HighLevel.',
    notes: [
      'A row is one total for the whole period: ask day by day for a trend.',
      'adsets and ads need campaignId; an unknown one answers 500.',
      'leads are contacts that HighLevel attributes, results.lead is what Facebook counted: they differ.',
      'Numbers arrive as text. Entities without figures come as a row of zeros with fewer fields.',
    ],
    risk: 'read',
    paging: { style: 'none', items: '' },
    hints: {
      ...periodHints,
      ...originHints,
      listType: 'campaigns, adsets or ads',
      campaignId: 'Facebook id; for adsets and ads',
    },
    words: ['ad spend', 'meta', 'instagram', 'best ad', 'roas', 'cost per lead'],
    examples: [
      {
        ask: 'Which Facebook campaigns brought leads last month?',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          listType: 'campaigns',
          type: 'INTEGRATION',
          startDate: '2026-06-01',
          endDate: '2026-06-30',
        },
      },
    ],
  },
  'GET /ad-publishing/facebook/reporting/campaign/{campaignId}': {
    name: 'ad_manager_facebook_campaign_report_get',
    title: 'Report on one Facebook campaign',
    summary:
      'Totals and attributed leads of one campaign published through HighLevel; drafts are refused. Others: ad_manager_facebook_report_list.',
    notes: [
      'leads are contacts that HighLevel attributes, results.lead is what Facebook counted: they differ.',
      'costPerResult divides by every kind of action; use costPerResultBreakdown.',
    ],
    risk: 'read',
    hints: periodHints,
    words: ['ad spend', 'meta', 'instagram', 'performance'],
  },
  'GET /ad-publishing/google/reporting': {
    name: 'ad_manager_google_report_get',
    title: 'Report on all Google ads',
    summary:
      'Cost (in micros: divide by 1,000,000), clicks and conversions of all Google ads in a period. Per campaign: ad_manager_google_report_list.',
    notes: ['Zero everywhere often means the wrong type or no connection rather than no spend.', microsNote],
    risk: 'read',
    hints: { ...periodHints, ...originHints },
    words: ['ad spend', 'adwords', 'performance', 'roas', 'cost per lead'],
    examples: [
      {
        ask: 'Google Ads cost and conversions by week this quarter',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          type: 'INTEGRATION',
          groupBy: 'week',
          startDate: '2026-04-01',
          endDate: '2026-06-30',
          fields: ['cost_micros', 'clicks', 'conversions'],
        },
      },
    ],
  },
  'GET /ad-publishing/google/reporting/list': {
    name: 'ad_manager_google_report_list',
    title: 'Report per Google campaign, ad group, ad or keyword',
    summary:
      'Metrics per Google campaign, ad group, ad or keyword, one total per row. All but campaigns need campaignId; cost is in micros.',
    notes: ['Keywords carry no revenue; campaigns only with type AD_MANAGER.', microsNote],
    risk: 'read',
    paging: { style: 'none', items: '' },
    hints: {
      ...periodHints,
      ...originHints,
      listType: 'campaigns, adGroups, ads or keywords',
      campaignId: 'for adGroups, ads and keywords',
    },
    words: ['ad spend', 'adwords', 'best keyword', 'roas', 'cost per lead'],
  },
  'GET /ad-publishing/google/reporting/campaign/{campaignId}': {
    name: 'ad_manager_google_campaign_report_get',
    title: 'Report on one Google campaign',
    summary: 'Metrics of one Google campaign per day, with attributed leads. Cost is in micros: divide by 1,000,000.',
    notes: [microsNote],
    risk: 'read',
    hints: periodHints,
    words: ['ad spend', 'adwords', 'performance'],
  },
  'GET /ad-publishing/linkedin/reporting': {
    name: 'ad_manager_linkedin_report_get',
    title: 'Report on LinkedIn ads',
    summary:
      'LinkedIn ad metrics by day, month or year, for the account or per campaign, group or creative (pivot). With names: ad_manager_linkedin_report_list.',
    notes: ['Rows name their entity by URN in pivotValues.', 'Costs may arrive as text with many decimals.'],
    risk: 'read',
    hints: { ...periodHints, entityUrns: 'comma-separated, e.g. urn:li:sponsoredCampaign:123', fields: linkedInFields },
    words: ['ad spend', 'performance', 'b2b', 'cost per lead'],
  },
  'GET /ad-publishing/linkedin/reporting/list': {
    name: 'ad_manager_linkedin_report_list',
    title: 'Report per LinkedIn campaign group, campaign or ad',
    summary: 'Metrics per LinkedIn campaign group, campaign or ad with names and status, one total per row.',
    notes: [
      'HighLevel marks campaignId and campaignGroupId as required although a list of groups has neither: if refused, send the ids of the parent.',
    ],
    risk: 'read',
    paging: { style: 'none', items: '' },
    hints: {
      ...periodHints,
      listType: 'campaignGroups, campaigns or ads',
      campaignId: 'for ads',
      campaignGroupId: 'for campaigns and ads',
      fields: linkedInFields,
    },
    words: ['ad spend', 'performance', 'b2b', 'cost per lead'],
  },
  'GET /ad-publishing/linkedin/reporting/campaign-group/{campaignGroupId}': {
    name: 'ad_manager_linkedin_campaign_group_report_get',
    title: 'Report on one LinkedIn campaign group',
    summary: 'LinkedIn metrics of one campaign group in a period. All groups at once: ad_manager_linkedin_report_list.',
    risk: 'read',
    hints: { ...periodHints, queryCampaignGroupId: 'leave out', fields: linkedInFields },
    words: ['ad spend', 'performance', 'b2b'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
