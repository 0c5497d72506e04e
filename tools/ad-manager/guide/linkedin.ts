/** LinkedIn ads: a campaign group holds campaigns (audience, bid), a campaign holds ads. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';
import { budgetHints, budgetNote, lookAtPublished } from './hints.ts';

const fromHighLevel = 'set by HighLevel; leave out';

const lookAtGroup = (adId: string) =>
  ({ steps: [{ ask: 'GET /ad-publishing/linkedin/ads/{adId}', with: { adId } }], records: '' }) as const;

export const linkedInGuides = {
  'GET /ad-publishing/linkedin/integration': {
    name: 'ad_manager_linkedin_integration_get',
    title: 'Get the LinkedIn Ads connection',
    summary: 'Whether LinkedIn Ads is connected, with ad account, currency and organization. Check it first.',
    risk: 'read',
    words: ['is linkedin connected', 'integration status', 'linkedin login'],
  },
  'POST /ad-publishing/linkedin/integration': {
    name: 'ad_manager_linkedin_integration_connect',
    title: 'Choose the LinkedIn ad account',
    summary:
      'Binds a location to the LinkedIn ad account that pays for its ads, replacing the present one. Values: ad_manager_linkedin_ad_account_list.',
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    hints: { organizationId: 'as in the account list', currencyCode: 'e.g. USD' },
    words: ['link account', 'choose ad account', 'billing account'],
  },
  'GET /ad-publishing/linkedin/ad-accounts': {
    name: 'ad_manager_linkedin_ad_account_list',
    title: 'List LinkedIn ad accounts',
    summary: 'Ad accounts the connected LinkedIn user can use, with status, currency and organization.',
    risk: 'read',
    paging: { style: 'none', items: '' },
    words: ['billing', 'sponsored account'],
  },
  'GET /ad-publishing/linkedin/ad-account': {
    name: 'ad_manager_linkedin_ad_account_get',
    title: 'Get a LinkedIn ad account',
    summary: 'Details of one LinkedIn ad account. Ids: ad_manager_linkedin_ad_account_list.',
    risk: 'read',
    words: ['billing', 'sponsored account'],
  },
  'DELETE /ad-publishing/linkedin/ad-account': {
    name: 'ad_manager_linkedin_ad_account_disconnect',
    title: 'Disconnect a LinkedIn ad account',
    summary:
      'Cuts a location off from its LinkedIn ad account. Running ads are not stopped: pause them first with ad_manager_linkedin_ad_status_update.',
    risk: 'high-impact',
    idempotent: true,
    words: ['unlink', 'remove account'],
  },
  'GET /ad-publishing/linkedin/me': {
    name: 'ad_manager_linkedin_user_get',
    title: 'Get the connected LinkedIn user',
    summary: 'Name and picture of the LinkedIn member whose login the ads run through.',
    risk: 'read',
    words: ['profile', 'who connected'],
  },
  'GET /ad-publishing/linkedin/ads/{adId}': {
    name: 'ad_manager_linkedin_campaign_group_get',
    title: 'Get a LinkedIn campaign group',
    summary:
      'A LinkedIn campaign group made in HighLevel with campaigns, ads, drafts and errors. Ids: _id in ad_manager_linkedin_report_list.',
    notes: ['adId is the id of the group.'],
    risk: 'read',
    hints: { adId: 'HighLevel id of the campaign group' },
    words: ['review draft', 'b2b'],
  },
  'PUT /ad-publishing/linkedin/ads': {
    name: 'ad_manager_linkedin_campaign_group_upsert',
    title: 'Draft or change a LinkedIn campaign group',
    summary:
      'Drafts a LinkedIn campaign group, or with id replaces one, running ads included. Live: ad_manager_linkedin_campaign_group_publish.',
    notes: [
      'It holds budget, campaigns and ads: with id send all of it, and mind what running ads spend.',
      budgetNote,
      'The documents give bids (unitCost) in minor units while the example answers look like whole currency: compare an existing campaign.',
      'To change a group, read ad_manager_linkedin_campaign_group_get, edit that and send it back with its id.',
      'Without id each call makes another draft: keep the id of the answer, no call lists drafts for sure.',
      'targetAudience.include is a list of lists: by the documents AND within a list, OR between lists.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: [
        {
          // Drafts are not listed, so only a change can be seen.
          ...lookAtGroup('$id'),
          match: { name: 'name', objectiveType: 'objectiveType', budget: 'budget' },
          created: 'updatedAt',
        },
      ],
      check: 'ad_manager_linkedin_campaign_group_get shows a changed one; a new one is a draft, which no tool lists.',
    },
    hints: {
      ...budgetHints,
      id: 'only to change one',
      'budget.scheduleStartDate': 'YYYY-MM-DD',
      'budget.scheduleEndDate': 'YYYY-MM-DD; without it spending never ends',
      'adCampaigns[].campaignType': 'e.g. SPONSORED_UPDATES',
      'adCampaigns[].mediaType': 'STANDARD_UPDATE: one image',
      'adCampaigns[].unitCost.amount': 'bid; unit as in an existing campaign',
      'adCampaigns[].audience.geo_locations[].urn': 'from ad_manager_linkedin_targeting_search',
      'adCampaigns[].ads[].destinationFormId': 'from ad_manager_linkedin_lead_form_list',
      'adCampaigns[].ads[].callToActionLabel': 'e.g. LEARN_MORE, APPLY',
      linkedInAdAccountId: 'from ad_manager_linkedin_ad_account_list',
      adCampaignGroupId: fromHighLevel,
      publishingStatus: fromHighLevel,
      unpublishedChanges: fromHighLevel,
      linkedInError: fromHighLevel,
      meta: 'leave out',
    },
    words: ['b2b', 'sponsored content', 'daily budget', 'new ads'],
    examples: [
      {
        ask: 'Draft a LinkedIn campaign to our webinar page for people in the United States, 30 dollars a day in June',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'Webinar June',
          linkedInAdAccountId: '512345678',
          objectiveType: 'WEBSITE_VISIT',
          adBudgetOptimization: 'MAXIMUM_DELIVERY',
          budget: {
            budgetType: 'DAILY',
            amount: 30,
            scheduleStartDate: '2026-06-01',
            scheduleEndDate: '2026-06-30',
          },
          adCampaigns: [
            {
              name: 'United States',
              locale: { country: 'US', language: 'en' },
              campaignType: 'SPONSORED_UPDATES',
              mediaType: 'STANDARD_UPDATE',
              audience: {
                geo_locations: [
                  {
                    name: 'United States',
                    urn: 'urn:li:geo:103644278',
                    facetUrn: 'urn:li:adTargetingFacet:locations',
                    selectionType: 'include',
                  },
                ],
              },
              ads: [
                {
                  name: 'Webinar photo',
                  introductoryText: 'Join our free webinar on roof maintenance.',
                  headline: 'Free webinar',
                  destinationUrl: 'https://example.com/webinar',
                  callToActionLabel: 'LEARN_MORE',
                  media: [{ type: 'image', src: 'https://example.com/webinar.jpg' }],
                },
              ],
            },
          ],
        },
      },
    ],
  },
  'POST /ad-publishing/linkedin/ads/{adId}/publish': {
    name: 'ad_manager_linkedin_campaign_group_publish',
    title: 'Publish a LinkedIn campaign group',
    summary:
      'Puts a LinkedIn campaign group with all its ads live: money is spent from then on. Check ad_manager_linkedin_campaign_group_get first.',
    notes: [
      'adId is the id of the group.',
      'Whether LinkedIn accepted it shows later in publishingStatus and linkedInError of the group.',
      'ad_manager_linkedin_ad_status_update pauses it.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: lookAtPublished(lookAtGroup('$adId').steps, 'adId'),
      check: 'ad_manager_linkedin_campaign_group_get shows its publishingStatus.',
    },
    hints: { adId: 'HighLevel id of the campaign group' },
    words: ['go live', 'launch', 'start ads', 'b2b'],
  },
  'PATCH /ad-publishing/linkedin/{adId}/status': {
    name: 'ad_manager_linkedin_ad_status_update',
    title: 'Pause, resume or archive LinkedIn ads',
    summary:
      'Pauses, resumes or archives a LinkedIn campaign group, campaign or ad. RESUME spends again; to stop for a while use PAUSED, not ARCHIVED.',
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    hints: { adId: 'id of what type names', type: 'adGroup: campaign group; adCampaign: campaign' },
    words: ['stop ads', 'restart', 'turn off', 'turn on'],
    examples: [
      {
        ask: 'Pause this LinkedIn campaign',
        args: {
          adId: '64f0c2a91b7e4d0012ab34cd',
          locationId: 've9EPM428h8vShlRW1KT',
          type: 'adCampaign',
          operationType: 'PAUSED',
        },
      },
    ],
  },
  'GET /ad-publishing/linkedin/targeting/search': {
    name: 'ad_manager_linkedin_targeting_search',
    title: 'Search LinkedIn targeting',
    summary:
      'Finds places, industries, job titles and other facets with the URNs that ad_manager_linkedin_campaign_group_upsert takes in audience.',
    risk: 'read',
    paging: { style: 'none', items: '' },
    hints: { facet: 'e.g. locations, industries, titles', query: 'text to find', q: 'e.g. typeahead' },
    words: ['audience', 'job title', 'seniority', 'company', 'skills'],
    examples: [
      {
        ask: 'Find the software industry for LinkedIn targeting',
        args: { locationId: 've9EPM428h8vShlRW1KT', facet: 'industries', query: 'software', q: 'typeahead' },
      },
    ],
  },
  'GET /ad-publishing/linkedin/{accountId}/forms': {
    name: 'ad_manager_linkedin_lead_form_list',
    title: 'List LinkedIn lead forms',
    summary: 'Lead gen forms of a LinkedIn ad account with their questions; an ad takes one as destinationFormId.',
    risk: 'read',
    paging: { style: 'none', items: '' },
    hints: { accountId: 'ad account id, a number' },
    words: ['lead gen form', 'b2b leads'],
  },
  'POST /ad-publishing/linkedin/{accountId}/form': {
    name: 'ad_manager_linkedin_lead_form_create',
    title: 'Create a LinkedIn lead form',
    summary:
      'Publishes a lead gen form at LinkedIn at once; no call changes or deletes it, so have the texts approved first.',
    notes: [
      'Every text is {localized: {en_US: "…"}} in the creation locale.',
      'A standard question has predefinedField, a free one an empty textQuestionDetails, a choice multipleChoiceQuestionDetails.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /ad-publishing/linkedin/{accountId}/forms', with: { accountId: '$accountId' } }],
          records: '',
          match: { name: 'name' },
          created: 'created',
          // The id is a number.
          id: 'name',
        },
      ],
      check: 'ad_manager_linkedin_lead_form_list shows the forms of the account.',
    },
    hints: {
      accountId: 'ad account id, a number',
      'owner.sponsoredAccount': 'urn:li:sponsoredAccount:<accountId>',
      'content.questions[].predefinedField': 'e.g. FIRST_NAME, EMAIL',
      'content.questions[].questionDetails.textQuestionDetails': '{} for a text question',
      'content.headline.localized': '{en_US: "text"}',
    },
    words: ['lead gen form', 'b2b leads', 'instant form'],
    examples: [
      {
        ask: 'Make a LinkedIn form asking for first name and email',
        args: {
          accountId: '512345678',
          locationId: 've9EPM428h8vShlRW1KT',
          owner: { sponsoredAccount: 'urn:li:sponsoredAccount:512345678' },
          creationLocale: { country: 'US', language: 'en' },
          name: 'Webinar sign-up',
          state: 'PUBLISHED',
          content: {
            headline: { localized: { en_US: 'Join our webinar' } },
            questions: [
              {
                name: 'firstName',
                question: { localized: { en_US: 'First name' } },
                questionDetails: { textQuestionDetails: {} },
                predefinedField: 'FIRST_NAME',
              },
              {
                name: 'email',
                question: { localized: { en_US: 'Email' } },
                questionDetails: { textQuestionDetails: {} },
                predefinedField: 'EMAIL',
              },
            ],
            postSubmissionInfo: {
              message: { localized: { en_US: 'Thank you, see you there.' } },
              callToAction: {
                callToActionLabel: 'VISIT_COMPANY_WEBSITE',
                callToActionTarget: { landingPageUrl: 'https://example.com' },
              },
            },
            legalInfo: { consents: [], privacyPolicyUrl: 'https://example.com/privacy' },
          },
        },
      },
    ],
  },
} as const satisfies Partial<Guides<typeof operations>>;
