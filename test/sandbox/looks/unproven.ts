/** Operations with looks that no case of these tests proves, and why. */
const change = 'changes what is there by its id; what it makes anew, no list shows';
const publication = 'leaves a status of a campaign and no record of its own';
const advertising = 'not covered yet: needs advertising that is set up step by step';
const planner = 'not covered yet: needs posts or an upload of the social planner first';

export const unproven: Readonly<Record<string, string>> = {
  'DELETE /social-media-posting/category/queues/{postId}/active-post': planner,
  'POST /ad-publishing/facebook/campaigns/{campaignId}/publish': publication,
  'POST /ad-publishing/facebook/page/{pageId}/forms': advertising,
  'POST /ad-publishing/google/ads/{adId}/publish': publication,
  'POST /ad-publishing/google/assets': advertising,
  'POST /ad-publishing/linkedin/ads/{adId}/publish': publication,
  'POST /ad-publishing/linkedin/{accountId}/form': advertising,
  'POST /emails/locations/{locationId}/campaigns/emails/{campaignId}/schedule': publication,
  'POST /knowledge-bases/crawler/train': 'changes pages that a crawl has found, and makes none',
  'POST /objects/': 'not covered yet: its look was out of reach while only an agency was thought to call it',
  'POST /saas-api/public-api/enable-saas/{locationId}': 'leaves a state of the location and no record of its own',
  'POST /saas/enable-saas/{locationId}': 'leaves a state of the location and no record of its own',
  'POST /social-media-posting/category/queues': planner,
  'POST /social-media-posting/category/queues/{queueId}/create/item': planner,
  'POST /social-media-posting/{locationId}/set-accounts': planner,
  'PUT /ad-publishing/facebook/ads': advertising,
  'PUT /ad-publishing/facebook/ads-v2': advertising,
  'PUT /ad-publishing/facebook/adsets': advertising,
  'PUT /ad-publishing/facebook/campaigns': change,
  'PUT /ad-publishing/facebook/pixels': advertising,
  'PUT /ad-publishing/google/ads': change,
  'PUT /ad-publishing/google/audiences': advertising,
  'PUT /ad-publishing/google/conversions': advertising,
  'PUT /ad-publishing/linkedin/ads': change,
  'PUT /social-media-posting/{locationId}/posts/{id}': 'changes a post by its id, and makes none',
};
