/** Why HighLevel gives no token, and what would help. Rests on section 1 of the behaviour notes. */
import { RefusedError, TokenError, type TokenReason } from '../../errors/index.ts';

/** What the refusal of a refresh means; other errors as they are. */
export function explainRefresh(error: unknown, name: string): unknown {
  if (!(error instanceof RefusedError)) return error;
  if (isSuspension(error)) return explainSuspension(error);
  if (isInvalidGrant(error)) {
    return create(
      error,
      'login-needed',
      `The login of the account "${name}" is no longer valid: the app was uninstalled, or its refresh token was used elsewhere or not for a year. The operator installs it anew with "highlevel-mcp login ${name}".`,
    );
  }
  if (says(error, 'invalid client', 'invalid_client')) {
    return create(
      error,
      'login-needed',
      `HighLevel does not know the app's client id with this secret: it was probably made anew. The operator runs "highlevel-mcp login ${name}" with the current one.`,
    );
  }
  return error;
}

/** What the refusal to exchange a company's token means; other errors as they are. */
export function explainExchange(error: unknown): unknown {
  if (!(error instanceof RefusedError)) return error;
  if (isSuspension(error)) return explainSuspension(error);
  if (says(error, 'not authorized for this scope')) {
    const advice = 'The operator adds oauth.write to the scopes of the app and logs in again.';
    return create(error, 'missing-scope', advice, ['oauth.write']);
  }
  if (error.status === 400 || error.status === 403 || error.status === 404) {
    const advice =
      'The location is not one of this company, or the app is not installed in it, or no longer. "highlevel-mcp accounts --locations" lists where it is.';
    return create(error, 'no-token-for-location', advice);
  }
  return error;
}

/** What the refusal to list the locations of a company means; other errors as they are. */
export function explainInstalled(error: unknown): unknown {
  if (!(error instanceof RefusedError) || !says(error, 'not authorized for this scope')) return error;
  const advice = 'The operator adds oauth.readonly to the scopes of the app and logs in again.';
  return create(error, 'missing-scope', advice, ['oauth.readonly']);
}

/** Whether the refresh token itself is refused, rather than the request. */
export function isInvalidGrant(error: RefusedError): boolean {
  return says(error, 'invalid grant', 'invalid_grant');
}

/** Of a bad OAuth token alone: the other 401s are about scopes and types, and a refresh would not help. */
export function isInvalidJwt(error: {
  readonly status: number | undefined;
  readonly messages: readonly string[];
}): boolean {
  return error.status === 401 && says(error, 'invalid jwt');
}

function isSuspension(error: RefusedError): boolean {
  return says(error, 'location is not active');
}

function explainSuspension(error: RefusedError): TokenError {
  const advice =
    'The sub-account is suspended. Its agency can reactivate it; the login is kept and works again then. Until then its calls are refused.';
  return create(error, 'location-suspended', advice);
}

function create(error: RefusedError, reason: TokenReason, advice: string, scopes: readonly string[] = []): TokenError {
  const { message, status, messages, code, traceId } = error;
  const facts = { sent: 'no', outcome: 'not-done', status, messages, code, traceId, cause: error } as const;
  return new TokenError(`${message}. Nothing else was sent.`, { ...facts, reason, advice, scopes });
}

function says({ messages }: { readonly messages: readonly string[] }, ...texts: readonly string[]): boolean {
  const said = messages.join(' ').toLowerCase();
  return texts.some((text) => said.includes(text));
}
