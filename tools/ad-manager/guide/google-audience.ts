/** Whom Google ads reach: segments (one list each) and audiences (segments and demographics combined). */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const segmentHints = {
  segmentId: 'from ad_manager_google_segment_list',
  type: 'CUSTOM_SEGMENTS: keywords; DATA_SEGMENTS: visitors, customer lists',
} as const;

const dimensionHints = {
  'dimensions.genders': 'MALE, FEMALE or UNDETERMINED',
  'dimensions.parentalStatuses': 'PARENT, NOT_A_PARENT or UNDETERMINED',
  'dimensions.audienceSegments.userLists': 'resource names, e.g. customers/1/userLists/2',
} as const;

export const googleAudienceGuides = {
  'GET /ad-publishing/google/segments': {
    name: 'ad_manager_google_segment_list',
    title: 'List Google segments',
    summary:
      'Google segments: custom ones (keywords, URLs, apps), visitors, customer lists, lookalikes. Combinations: ad_manager_google_audience_list.',
    risk: 'read',
    paging: { style: 'none', items: '' },
    hints: { type: 'CUSTOM_SEGMENTS, DATA_SEGMENTS or ALL' },
    words: ['adwords', 'remarketing', 'customer match', 'lookalike'],
  },
  'GET /ad-publishing/google/segments/{segmentId}': {
    name: 'ad_manager_google_segment_get',
    title: 'Get a Google segment',
    summary: 'One segment with its rules, size and status. Its members cannot be read.',
    risk: 'read',
    hints: segmentHints,
    words: ['adwords', 'remarketing', 'customer match'],
  },
  'PUT /ad-publishing/google/segments': {
    name: 'ad_manager_google_segment_upsert',
    title: 'Create or change a Google segment',
    summary:
      'Creates a Google segment, or changes it when id is sent; type decides which fields count. Members: ad_manager_google_segment_member_import.',
    notes: [
      'Only a CUSTOMER_MATCH list is filled by uploading members.',
      'CUSTOM_SEGMENTS takes members, WEBSITE_VISITOR ruleBasedUserList, LOOKALIKE seedUserListIds, countryCodes and expansionLevel.',
      'Without id each call makes another one.',
    ],
    risk: 'write',
    openWorld: true,
    findOut: {
      looks: [
        {
          // Segments do not say when they were made.
          steps: [{ ask: 'GET /ad-publishing/google/segments', with: {} }],
          records: '',
          match: { name: 'name' },
          id: 'resourceName',
        },
      ],
      check: 'ad_manager_google_segment_list shows whether a segment of this name is there.',
    },
    hints: {
      id: 'only to change one',
      bodyType: 'CUSTOM_SEGMENTS only: AUTO, INTEREST, PURCHASE_INTENT, SEARCH',
      members: 'for CUSTOM_SEGMENTS',
      ruleBasedUserList: 'for WEBSITE_VISITOR',
      'ruleBasedUserList.flexibleRuleUserList.inclusiveRuleOperator': 'AND or OR',
      membershipLifeSpan: 'days',
      seedUserListIds: 'for LOOKALIKE',
      countryCodes: 'for LOOKALIKE, e.g. US',
      status: 'e.g. ENABLED',
      membershipStatus: 'OPEN or CLOSED',
    },
    words: ['adwords', 'remarketing', 'customer match', 'lookalike'],
    examples: [
      {
        ask: 'Make a Google segment of people who search for roof repair',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          type: 'CUSTOM_SEGMENTS',
          name: 'Roof repair seekers',
          bodyType: 'SEARCH',
          members: [{ memberType: 'KEYWORD', keyword: 'roof repair' }],
        },
      },
      {
        ask: 'Remarket to everyone who visited our pricing page in the last 30 days',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          type: 'WEBSITE_VISITOR',
          name: 'Pricing visitors',
          membershipLifeSpan: 30,
          ruleBasedUserList: {
            prepopulationStatus: 'REQUESTED',
            flexibleRuleUserList: {
              inclusiveRuleOperator: 'AND',
              inclusiveOperands: [
                {
                  lookbackWindowDays: 30,
                  rule: {
                    ruleItemGroups: [
                      {
                        ruleItems: [{ name: 'url__', stringRuleItem: { operator: 'CONTAINS', value: '/pricing' } }],
                      },
                    ],
                  },
                },
              ],
              exclusiveOperands: [],
            },
          },
        },
      },
    ],
  },
  'DELETE /ad-publishing/google/segments/{segmentId}': {
    name: 'ad_manager_google_segment_delete',
    title: 'Delete a Google segment',
    summary: 'Removes a segment in Google Ads for good; campaigns and audiences that use it lose it.',
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    hints: segmentHints,
    words: ['adwords', 'remove', 'remarketing'],
  },
  'POST /ad-publishing/google/segments/offline-user-list-job': {
    name: 'ad_manager_google_segment_member_import',
    title: 'Upload contacts to a Google segment',
    summary:
      'Uploads the contacts of smart lists or a CSV to a Google segment: personal data leaves the account for good, so consent is needed.',
    notes: [
      'It runs later; the answer is no result.',
      'The segment is made first, with ad_manager_google_segment_upsert and type CUSTOMER_MATCH.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: [],
      check: 'No tool shows the job; a person sees the size of the list in Google Ads, a day later.',
    },
    hints: {
      userListId: 'segment id',
      smartListIds: 'this or csvPath',
      isDynamic: 'true keeps following the lists',
    },
    words: ['adwords', 'customer match', 'upload customers', 'sync list'],
    examples: [
      {
        ask: 'Upload this smart list to our Google customer match segment',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          userListId: '8743969012',
          smartListIds: ['hqm9dEuJcgYdkaPpBpDB'],
          isDynamic: false,
        },
      },
    ],
  },
  'GET /ad-publishing/google/audiences': {
    name: 'ad_manager_google_audience_list',
    title: 'List Google audiences',
    summary:
      'Audiences that combine segments, interests and demographics, with their resourceName. Single lists: ad_manager_google_segment_list.',
    risk: 'read',
    paging: { style: 'none', items: '' },
    words: ['adwords', 'targeting'],
  },
  'GET /ad-publishing/google/audiences/{audienceId}': {
    name: 'ad_manager_google_audience_get',
    title: 'Get a Google audience',
    summary: 'One combined audience with the segments and demographics it includes and excludes.',
    risk: 'read',
    hints: { audienceId: 'from ad_manager_google_audience_list' },
    words: ['adwords', 'targeting'],
  },
  'PUT /ad-publishing/google/audiences': {
    name: 'ad_manager_google_audience_upsert',
    title: 'Create or change a Google audience',
    summary:
      'Combines Google segments and demographics into an audience; with resourceName it changes that one, also for running ads.',
    notes: ['Without resourceName each call makes another one.'],
    risk: 'write',
    openWorld: true,
    findOut: {
      looks: [
        {
          // Audiences do not say when they were made.
          steps: [{ ask: 'GET /ad-publishing/google/audiences', with: {} }],
          records: '',
          match: { name: 'name' },
          id: 'resourceName',
        },
      ],
      check: 'ad_manager_google_audience_list shows whether an audience of this name is there.',
    },
    hints: { resourceName: 'only to change one', ...dimensionHints, exclusionDimension: 'who is left out' },
    words: ['adwords', 'targeting', 'demographics'],
    examples: [
      {
        ask: 'Make a Google audience of parents who are on our customer list',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'Parents, customers',
          dimensions: {
            parentalStatuses: ['PARENT'],
            audienceSegments: { userLists: ['customers/6776452901/userLists/8743969012'] },
          },
        },
      },
    ],
  },
} as const satisfies Partial<Guides<typeof operations>>;
