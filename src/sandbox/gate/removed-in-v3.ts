/** Operations that the v3 documents no longer have: with `Version: v3` HighLevel answers them with 400. */
import type { OperationKey } from '../../catalogue/operation.ts';

const socialStart = ['facebook', 'google', 'instagram', 'linkedin', 'tiktok-business', 'tiktok', 'twitter'] as const;
const socialAccounts = [
  'facebook/accounts',
  'google/locations',
  'instagram/accounts',
  'linkedin/accounts',
  'tiktok-business/accounts',
  'tiktok/accounts',
  'twitter/accounts',
] as const;

export const removedInV3: ReadonlySet<OperationKey> = new Set<OperationKey>([
  'PUT /ad-publishing/facebook/ads-v2',
  'GET /contacts/',
  'DELETE /contacts/{contactId}/campaigns/removeAll',
  'GET /conversations/preferences/custom-subtypes',
  'POST /conversations/preferences/custom-subtypes',
  'PUT /conversations/preferences/custom-subtypes/{id}',
  'GET /conversations/preferences/unsubscriptions/status',
  'POST /conversations/preferences/unsubscriptions/user-change',
  'GET /emails/builder',
  'POST /emails/builder',
  'POST /emails/builder/data',
  'DELETE /emails/builder/{locationId}/{templateId}',
  'GET /emails/schedule',
  'GET /oauth/installedLocations',
  'POST /oauth/locationToken',
  'GET /users/',
  ...socialStart.map((platform) => `GET /social-media-posting/oauth/${platform}/start` as const),
  ...socialAccounts.flatMap((path): OperationKey[] => [
    `GET /social-media-posting/oauth/{locationId}/${path}/{accountId}`,
    `POST /social-media-posting/oauth/{locationId}/${path}/{accountId}`,
  ]),
]);
