/** Redirects: addresses of a location's domains that lead elsewhere. */
import { unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { resolveInLocation } from '../locations/access.ts';
import { hasWords, takePage } from '../payments/lists.ts';
import { type Redirect, redirects } from './records.ts';

function formatRedirect(redirect: Redirect): Record<string, unknown> {
  return { ...redirect, pathLowercase: redirect.path.toLowerCase(), type: 'Permanent' };
}

/** Throws 422, the only refusal that these operations document. */
function resolveRedirect({ path, locationId }: SandboxRequest, world: World): Redirect {
  const { id = '' } = path;
  return resolveInLocation(redirects(world), id, locationId, () => unprocessable(`Redirect with id ${id} not found`));
}

/** An address leads to one place. Throws 422 when it leads somewhere already. */
function assertFree(world: World, domain: string, path: string): void {
  const isTaken = redirects(world)
    .all()
    .some((known) => known.domain === domain && known.path.toLowerCase() === path.toLowerCase());
  if (isTaken) throw unprocessable(`A redirect for ${domain}${path} already exists`);
}

export const redirectHandlers: Handlers = {
  'GET /funnels/lookup/redirect/list': (request, world) => {
    const found = redirects(world)
      .indexed(request.locationId)
      .filter(({ domain, path, target }) => hasWords(request.query.search, [domain + path, target]));
    return { body: { data: { count: found.length, data: takePage(found, request.query, 20).map(formatRedirect) } } };
  },

  'POST /funnels/lookup/redirect': ({ body, locationId }, world) => {
    const { domain, path, target, action } = body;
    assertFree(world, domain, path);
    const redirect = redirects(world).insert({ id: world.newId(), locationId, domain, path, target, action });
    return { body: { data: formatRedirect(redirect) } };
  },

  'PATCH /funnels/lookup/redirect/{id}': (request, world) => {
    const { target, action } = request.body;
    const redirect = redirects(world).update(resolveRedirect(request, world).id, { target, action });
    return { body: { data: formatRedirect(redirect) } };
  },

  'DELETE /funnels/lookup/redirect/{id}': (request, world) => {
    redirects(world).delete(resolveRedirect(request, world).id);
    return { body: { data: { status: 'ok' } } };
  },
};
