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
  /** Of a `Pkce`, where the server takes one. */
  readonly challenge?: string | undefined;
}

/** The address that a person opens. */
export function buildAuthorizeUrl(request: AuthorizeRequest): string {
  const url = new URL(request.authorizeUrl ?? defaultAuthorizeUrl);
  url.searchParams.set('response_type', 'code');
  url.searchParams.set('client_id', request.clientId);
  url.searchParams.set('redirect_uri', request.redirectUri);
  url.searchParams.set('scope', request.scopes.join(' '));
  url.searchParams.set('state', request.state);
  if (request.challenge !== undefined) {
    url.searchParams.set('code_challenge', request.challenge);
    url.searchParams.set('code_challenge_method', 'S256');
  }
  // HighLevel's own examples separate scopes by %20.
  return url.href.replaceAll('+', '%20');
}
