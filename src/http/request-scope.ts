/** What is known of the request being answered, wherever its work goes: every line of the log carries it. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

export interface RequestScope {
  readonly requestId: string;
  /** By the operator's names, once it is known who asks. */
  client?: string;
  account?: string;
}

const scopes = new AsyncLocalStorage<RequestScope>();

/** An id that a proxy gave is kept, if it can stand in a log as it is. */
const idPattern = /^[\w.-]{1,64}$/;

export function resolveRequestId(given: string | readonly string[] | undefined): string {
  return typeof given === 'string' && idPattern.test(given) ? given : randomUUID();
}

/** Runs what answers a request. */
export function runInScope<T>(scope: RequestScope, run: () => T): T {
  return scopes.run(scope, run);
}

/** For the log; empty outside of a request. */
export function getScopeFields(): object {
  return { ...scopes.getStore() };
}
