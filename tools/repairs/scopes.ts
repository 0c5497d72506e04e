/**
 * Scopes that the documents leave out and HighLevel's table of scopes (docs/oauth/Scopes.md) names, and tokens that they
 * leave out.
 */
import type { OperationRepair } from '../../src/catalogue/repair.ts';

const reason = 'the document names no scope; the table of scopes in HighLevel’s OAuth pages does';

export const scopeRepairs = [
  { reason, scopes: ['emails/builder.write'], operations: 'DELETE /emails/builder/{locationId}/{templateId}' },
  { reason, scopes: ['funnels/funnel.readonly'], operations: 'GET /funnels/funnel/list' },
  { reason, scopes: ['funnels/page.readonly'], operations: 'GET /funnels/page' },
  { reason, scopes: ['funnels/pagecount.readonly'], operations: 'GET /funnels/page/count' },
  { reason, scopes: ['locations/customFields.readonly'], operations: 'GET /locations/{locationId}/customFields/{id}' },
  {
    reason,
    scopes: ['locations/customFields.write'],
    operations: ['PUT /locations/{locationId}/customFields/{id}', 'DELETE /locations/{locationId}/customFields/{id}'],
  },
  { reason, scopes: ['locations/customValues.readonly'], operations: 'GET /locations/{locationId}/customValues/{id}' },
  {
    reason,
    scopes: ['locations/customValues.write'],
    operations: ['PUT /locations/{locationId}/customValues/{id}', 'DELETE /locations/{locationId}/customValues/{id}'],
  },
  { reason, scopes: ['locations/tags.readonly'], operations: 'GET /locations/{locationId}/tags/{tagId}' },
  {
    reason,
    scopes: ['locations/tags.write'],
    operations: ['PUT /locations/{locationId}/tags/{tagId}', 'DELETE /locations/{locationId}/tags/{tagId}'],
  },
  {
    reason: 'given to agencies alone, while objects belong to locations and all else about them is open to those',
    security: ['Agency-Access', 'Location-Access'],
    operations: 'POST /objects/',
  },
  { reason, scopes: ['objects/record.readonly'], operations: 'GET /objects/{schemaKey}/records/{id}' },
  {
    reason,
    scopes: ['objects/record.write'],
    operations: ['PUT /objects/{schemaKey}/records/{id}', 'DELETE /objects/{schemaKey}/records/{id}'],
  },
  { reason, scopes: ['snapshots.readonly'], operations: 'GET /snapshots/' },
  {
    reason,
    scopes: ['socialplanner/account.write'],
    operations: 'DELETE /social-media-posting/{locationId}/accounts/{id}',
  },
  {
    reason,
    scopes: ['socialplanner/category.readonly'],
    operations: 'GET /social-media-posting/{locationId}/categories/{id}',
  },
  {
    reason,
    scopes: ['socialplanner/csv.readonly'],
    operations: ['GET /social-media-posting/{locationId}/csv', 'GET /social-media-posting/{locationId}/csv/{id}'],
  },
  {
    reason,
    scopes: ['socialplanner/csv.write'],
    operations: [
      'PATCH /social-media-posting/{locationId}/csv/{id}',
      'DELETE /social-media-posting/{locationId}/csv/{id}',
      'DELETE /social-media-posting/{locationId}/csv/{csvId}/post/{postId}',
    ],
  },
  {
    reason,
    scopes: ['socialplanner/oauth.readonly'],
    operations: [
      'GET /social-media-posting/oauth/{locationId}/google/locations/{accountId}',
      'GET /social-media-posting/oauth/facebook/start',
      'GET /social-media-posting/oauth/{locationId}/facebook/accounts/{accountId}',
      'GET /social-media-posting/oauth/{locationId}/instagram/accounts/{accountId}',
      'GET /social-media-posting/oauth/linkedin/start',
      'GET /social-media-posting/oauth/{locationId}/linkedin/accounts/{accountId}',
      'GET /social-media-posting/oauth/{locationId}/tiktok/accounts/{accountId}',
      'GET /social-media-posting/oauth/{locationId}/tiktok-business/accounts/{accountId}',
    ],
  },
  {
    reason,
    scopes: ['socialplanner/oauth.write'],
    operations: [
      'POST /social-media-posting/oauth/{locationId}/google/locations/{accountId}',
      'POST /social-media-posting/oauth/{locationId}/facebook/accounts/{accountId}',
      'POST /social-media-posting/oauth/{locationId}/instagram/accounts/{accountId}',
      'POST /social-media-posting/oauth/{locationId}/linkedin/accounts/{accountId}',
      'POST /social-media-posting/oauth/{locationId}/tiktok/accounts/{accountId}',
    ],
  },
  { reason, scopes: ['socialplanner/post.readonly'], operations: 'GET /social-media-posting/{locationId}/posts/{id}' },
  {
    reason,
    scopes: ['socialplanner/post.write'],
    operations: [
      'PUT /social-media-posting/{locationId}/posts/{id}',
      'DELETE /social-media-posting/{locationId}/posts/{id}',
    ],
  },
  {
    reason,
    scopes: ['socialplanner/tag.readonly'],
    operations: ['GET /social-media-posting/{locationId}/tags', 'POST /social-media-posting/{locationId}/tags/details'],
  },
] as const satisfies readonly OperationRepair[];
