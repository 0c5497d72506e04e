/** Where clients learn which authorization server to ask (RFC 9728, protected resource metadata). */
import type { OAuthSettings } from './schema.ts';

const WELL_KNOWN = '/.well-known/oauth-protected-resource';

/** The well-known part stands between host and path of the resource. */
export function getMetadataAddress({ resource }: OAuthSettings): string {
  const { origin, pathname } = new URL(resource);
  return `${origin}${WELL_KNOWN}${pathname}`;
}

/** Under both: clients that know no path ask at the root. */
export function isMetadataPath(path: string, settings: OAuthSettings): boolean {
  return path === WELL_KNOWN || path === new URL(getMetadataAddress(settings)).pathname;
}

export function buildMetadata({ resource, issuer, scopes }: OAuthSettings): object {
  return {
    resource,
    authorization_servers: [issuer],
    scopes_supported: scopes,
    bearer_methods_supported: ['header'],
    resource_name: 'HighLevel',
  };
}
