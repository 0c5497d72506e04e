/** Where a person consents. */

/** HighLevel's page for choosing a location or the agency: v2, since 2026-05-27 (docs/oauth/Authorization.md). */
export const defaultAuthorizeUrl = 'https://marketplace.gohighlevel.com/v2/oauth/chooselocation';

export interface AuthorizeRequest {
  /** Another chooser, such as the white label's. */
  readonly authorizeUrl?: string | undefined;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** Comes back with the code, and proves that the code answers this request. */
  readonly state: string;
}

/** The address that a person opens. HighLevel documents no PKCE, so there is none. */
export function buildAuthorizeUrl(request: AuthorizeRequest): string {
  const url = new URL(request.authorizeUrl ?? defaultAuthorizeUrl);
  url.searchParams.set('response_type', 'code');
  url.searchParams.set('client_id', request.clientId);
  url.searchParams.set('redirect_uri', request.redirectUri);
  url.searchParams.set('scope', request.scopes.join(' '));
  url.searchParams.set('state', request.state);
  // HighLevel's own examples separate scopes by %20.
  return url.href.replaceAll('+', '%20');
}
