/** What opens an operation to a token that may not use it, as an operator is told: by whom, where, and what. */
import type { TokenKind } from '../auth/token-source.ts';

/** Where HighLevel keeps private integrations, in an agency as in a sub-account. */
export const integrationSettings = 'Settings > Private Integrations';

export const liftLocationOnly =
  'This is an agency token and the operation belongs to a location: it needs a token of that location.';

/** For a token of a location, or one of which it is not known. */
export function liftAgencyOnly(kind: TokenKind): string {
  const belongs = 'The operation belongs to the agency: a token made in a sub-account cannot use it.';
  return kind === 'OAuth app'
    ? `${belongs} The operator installs the app for the agency: logs in again and chooses the agency there.`
    : `${belongs} The operator makes a private integration at agency level (agency view, ${integrationSettings}), or adds its scope if this is one.`;
}

/** @param scopes As documented for what shall be opened; empty where the documents are silent. */
export function liftMissingScope(scopes: readonly string[], kind: TokenKind): string {
  const isApp = kind === 'OAuth app';
  if (scopes.length === 0) {
    const where = isApp ? 'of the app' : `in ${integrationSettings}`;
    return `HighLevel does not document which scope this needs; the operator compares the scopes ${where}.`;
  }
  const list = scopes.join(', ');
  return isApp
    ? `The operator adds to the scopes of the app, and consents to by logging in again ("highlevel-mcp login"): ${list}.`
    : `The operator adds to the private integration (${integrationSettings}): ${list}. The token stays the same.`;
}
