/** How people ask about Facebook audiences and pixels. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const facebookAudienceAsks = {
  'GET /ad-publishing/facebook/custom-audience': [
    'what audiences do we have on Facebook',
    'list Facebook custom audiences',
    'which lookalikes exist in Meta',
    'how big are our retargeting lists on FB',
    'is there a past customers audience for Instagram ads',
    'find the audience id to exclude buyers',
  ],
  'GET /ad-publishing/facebook/custom-audience/{audienceId}': [
    'how many people are in this Meta audience',
    'get one Facebook custom audience',
    'is that lookalike ready to use',
    'what is this FB audience built from',
    'size and status of the retargeting list on Facebook',
    'is our customer list too small for Meta',
  ],
  'PUT /ad-publishing/facebook/custom-audience/{audienceId}': [
    'rename a Facebook custom audience',
    'give the Meta audience a clearer name',
    'change the description of an FB audience',
    'relabel the lookalike',
    'fix the title of our retargeting list on Facebook',
    'tidy up audience naming in Meta',
  ],
  'DELETE /ad-publishing/facebook/custom-audience/{audienceId}': [
    'get rid of an old Meta audience',
    'delete a Facebook custom audience',
    'trash that lookalike',
    'remove the FB retargeting list entirely',
    "erase last year's Instagram audience",
    'clean out unused audiences at Facebook',
  ],
  'PUT /ad-publishing/facebook/custom-audience/{audienceId}/member': [
    'put this customer into our Meta audience',
    'add a contact to a Facebook audience',
    'sync one lead to the FB retargeting list',
    'include her in the custom audience',
    'make our Facebook ads follow this person',
    'push a single buyer into the exclusion audience',
  ],
  'DELETE /ad-publishing/facebook/custom-audience/{audienceId}/member': [
    'stop showing our FB ads to this person',
    'remove a contact from a Facebook audience',
    'take him out of the retargeting list',
    'she bought already, drop her from the Meta audience',
    'customer opted out, pull him from the custom audience',
    'exclude a single contact from our lookalike source',
  ],
  'PUT /ad-publishing/facebook/custom-audience/{audienceId}/member/batch': [
    'upload a customer list to Meta',
    'change many members of a Facebook audience',
    'sync a smart list with our FB audience',
    'push a CSV of emails to Facebook for retargeting',
    'replace everyone in the custom audience',
    'bulk add buyers to the lookalike seed',
    'remove a whole list of people from the Meta audience',
  ],
  'GET /ad-publishing/facebook/pixels': [
    'what is our Meta pixel id',
    'list Facebook pixels',
    'which tracking pixel do the ads use',
    'is there a conversion pixel for this client',
    'FB website tracking codes we have',
    'find the pixel to optimize ads for purchases',
  ],
  'PUT /ad-publishing/facebook/pixels': [
    'make a new Meta pixel',
    'create or rename a Facebook pixel',
    'set up FB website tracking for the client',
    'give the conversion pixel a better name',
    'need a tracking pixel for retargeting visitors',
    'relabel our Facebook tracking pixel',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
