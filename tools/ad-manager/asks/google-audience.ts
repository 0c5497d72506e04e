/** How people ask about Google segments and audiences. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const googleAudienceAsks = {
  'GET /ad-publishing/google/segments': [
    'what remarketing lists do we have at Google',
    'list Google segments',
    'customer match lists in AdWords',
    'custom segments built from keywords or URLs',
    'which website visitor lists exist in Google Ads',
    'Google lookalikes for our PPC campaigns',
  ],
  'GET /ad-publishing/google/segments/{segmentId}': [
    'how big is this Google remarketing list',
    'get one Google segment',
    'which keywords define that custom segment',
    'is the customer match list ready',
    'rules of a single AdWords segment',
    'status of our visitor list at Google',
  ],
  'PUT /ad-publishing/google/segments': [
    'make a remarketing list at Google',
    'create or change a Google segment',
    'build a custom segment from competitor websites',
    'retarget site visitors with AdWords',
    'new customer match list',
    'edit keywords of the Google segment',
    'set up a lookalike for YouTube ads',
  ],
  'DELETE /ad-publishing/google/segments/{segmentId}': [
    'get rid of a Google remarketing list',
    'delete a Google segment',
    'trash an old customer match list',
    'remove the visitor list from AdWords',
    'erase an unused custom segment',
    'drop that segment at Google',
  ],
  'POST /ad-publishing/google/segments/offline-user-list-job': [
    'upload customers to Google for customer match',
    'import contacts into a Google segment',
    'push a smart list to AdWords',
    'send a CSV of emails to Google for remarketing',
    'sync buyers with our Google list',
    'feed the CRM leads into PPC targeting',
  ],
  'GET /ad-publishing/google/audiences': [
    'what audiences do we have at Google',
    'list Google audiences',
    'combined AdWords audiences',
    'which audience signals can the campaign use',
    'audiences mixing interests and demographics in Google Ads',
    'find a PPC audience to reuse',
  ],
  'GET /ad-publishing/google/audiences/{audienceId}': [
    'who is in this Google audience',
    'get one Google audience',
    'which segments does that AdWords audience combine',
    'age and gender settings of a Google audience',
    'who is excluded from the PPC audience',
    'details of a single audience in Google Ads',
  ],
  'PUT /ad-publishing/google/audiences': [
    'combine segments and demographics for Google',
    'create or change a Google audience',
    'new AdWords audience of homeowners over 35',
    'edit who a Google audience includes',
    'exclude existing customers from the PPC audience',
    'build an audience signal for Performance Max',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
