/** Ways to pay: white-label gateways, and a marketplace app's own provider with its keys for live and test. */
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { newestFirst, takePage } from './lists.ts';
import type { CustomProvider, ProviderKeys } from './records.ts';
import { customProviders, whitelabelProviders } from './records.ts';
import { formatCustomProvider, formatWhitelabelProvider } from './views.ts';

/** Throws the documented 400 when the location has no provider of this app. */
function findCustomProvider(world: World, locationId: string): CustomProvider {
  const [provider] = customProviders(world).inLocation(locationId);
  if (provider !== undefined) return provider;
  throw badRequest('No such config exists for given locationId and marketplaceAppId');
}

/** One app speaks through every token of the sandbox, so all its providers carry one id. */
function resolveAppId(world: World): string {
  return customProviders(world).all()[0]?.marketplaceAppId ?? world.newObjectId();
}

function pickKeys({ apiKey, publishableKey }: ProviderKeys): ProviderKeys {
  return { apiKey, publishableKey };
}

function replyWith(provider: CustomProvider, request: SandboxRequest) {
  return { body: formatCustomProvider(provider, request.traceId) };
}

export const providerHandlers: Handlers = {
  'POST /payments/integrations/provider/whitelabel': (request, world) => {
    const { uniqueName, title, provider, description, imageUrl } = request.body;
    const known = whitelabelProviders(world).all();
    if (known.some((other) => other.uniqueName === uniqueName)) {
      throw badRequest(`Provider ${uniqueName} already exists`);
    }
    const now = world.timestamp();
    const record = whitelabelProviders(world).insert({
      id: world.newObjectId(),
      locationId: request.locationId,
      uniqueName,
      title,
      provider,
      description,
      imageUrl,
      createdAt: now,
      updatedAt: now,
    });
    return { body: formatWhitelabelProvider(record) };
  },

  // Typed as one object in the documents; a list is a list.
  'GET /payments/integrations/provider/whitelabel': (request, world) => {
    const found = newestFirst(whitelabelProviders(world).indexed(request.locationId));
    return { body: { providers: takePage(found, request.query, 0).map(formatWhitelabelProvider) } };
  },

  'POST /payments/custom-provider/provider': (request, world) => {
    const { name, description, paymentsUrl, queryUrl, imageUrl, supportsSubscriptionSchedule } = request.body;
    const values = { name, description, paymentsUrl, queryUrl, imageUrl, supportsSubscriptionSchedule };
    const now = world.timestamp();
    const [before] = customProviders(world).inLocation(request.locationId);
    if (before !== undefined) {
      return replyWith(customProviders(world).update(before.id, { ...values, updatedAt: now }), request);
    }
    const provider = customProviders(world).insert({
      ...values,
      id: world.newObjectId(),
      locationId: request.locationId,
      marketplaceAppId: resolveAppId(world),
      createdAt: now,
      updatedAt: now,
    });
    return replyWith(provider, request);
  },

  'DELETE /payments/custom-provider/provider': (request, world) => {
    customProviders(world).delete(findCustomProvider(world, request.locationId).id);
    return { body: { success: true } };
  },

  'GET /payments/custom-provider/connect': (request, world) =>
    replyWith(findCustomProvider(world, request.locationId), request),

  'POST /payments/custom-provider/connect': (request, world) => {
    const { id } = findCustomProvider(world, request.locationId);
    const { live, test } = request.body;
    const keys = { live: pickKeys(live), test: pickKeys(test), updatedAt: world.timestamp() };
    return replyWith(customProviders(world).update(id, keys), request);
  },

  'POST /payments/custom-provider/disconnect': (request, world) => {
    const provider = findCustomProvider(world, request.locationId);
    const mode = request.body.liveMode ? 'live' : 'test';
    if (provider[mode] === undefined) {
      throw badRequest('No such config exists for given locationId and marketplaceAppId');
    }
    const gone = { [mode]: undefined, updatedAt: world.timestamp() } as Partial<CustomProvider>;
    customProviders(world).update(provider.id, gone);
    return { body: { success: true } };
  },

  'PUT /payments/custom-provider/capabilities': (request, world) => {
    // Of one location, or of the whole company when the request names none.
    const { locationId } = request;
    const targets = locationId === '' ? customProviders(world).all() : [findCustomProvider(world, locationId)];
    const supportsSubscriptionSchedule: boolean = request.body.supportsSubscriptionSchedules;
    const change = { supportsSubscriptionSchedule, updatedAt: world.timestamp() };
    for (const { id } of targets) customProviders(world).update(id, change);
    return { body: { success: true } };
  },
};
