/** Credentials of other systems, handed over to HighLevel by the app. */
import { notFound, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import { sandboxApp } from '../oauth/records.ts';
import { assertApp } from './app.ts';
import { externalConnections } from './records.ts';

/** Throws 422 for a connection without what its type needs. */
function assertCredentials({
  type,
  accessToken,
  refreshToken,
  apiKey,
  basicCredentials,
}: SandboxRequest['body']): void {
  const missing =
    type === 'oauth2'
      ? [...(accessToken ? [] : ['accessToken']), ...(refreshToken ? [] : ['refreshToken'])]
      : apiKey || basicCredentials
        ? []
        : ['apiKey'];
  if (missing.length > 0) throw unprocessable(missing.map((name) => `${name} should not be empty`));
}

export const connectionHandlers: Handlers = {
  'POST /marketplace/external-auth/migration': (request, world) => {
    const { type, appId, appVersionId, accountId, displayName = accountId, isDefault = false } = request.body;
    assertApp(appId, notFound);
    if (appVersionId !== sandboxApp.versionId) throw notFound('App version not found');
    assertCredentials(request.body);
    const { locationId } = request;
    const known = externalConnections(world)
      .inLocation(locationId)
      .find((connection) => connection.accountId === accountId);
    const connection = { appId, type, accountId, displayName, isDefault };
    const { id } =
      known === undefined
        ? externalConnections(world).insert({
            id: world.newObjectId(),
            locationId,
            createdAt: world.timestamp(),
            ...connection,
          })
        : externalConnections(world).update(known.id, connection);
    return { body: { success: true, identifier: id, message: 'Connection migrated successfully' } };
  },
};
