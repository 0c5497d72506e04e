/** Tells failures of the network apart by one question: had the request begun to leave? */
import {
  AnswerTooLargeError,
  CancelledError,
  ConnectionLostError,
  type HighLevelError,
  UnreachableError,
} from '../errors/index.ts';

export interface FailureFacts {
  readonly hasDeparted: boolean;
  /** The status, when at least the headers of the answer came. */
  readonly status: number | undefined;
  readonly changes: boolean;
  readonly signal: AbortSignal | undefined;
  readonly options: { readonly maxResponseBytes: number };
}

const problems: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  ENOTFOUND: 'unknown host',
  EAI_AGAIN: 'host name lookup failed',
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'no network',
  EPIPE: 'connection closed while sending',
  UND_ERR_CONNECT_TIMEOUT: 'connecting took too long',
  UND_ERR_HEADERS_TIMEOUT: 'no answer in time',
  UND_ERR_BODY_TIMEOUT: 'the answer stopped in the middle',
  UND_ERR_SOCKET: 'connection closed',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the answer broke off',
};

/** The error for a request that did not come back with a complete answer. */
export function explainFailure(cause: unknown, facts: FailureFacts): HighLevelError {
  const { hasDeparted, status, changes } = facts;
  if (facts.signal?.aborted) return new CancelledError(hasDeparted ? 'unknown' : 'no', changes);
  const code = extractCode(cause);
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return createTooLarge(facts, cause);
  const problem = (code && problems[code]) ?? code ?? 'unknown reason';
  if (!hasDeparted) return new UnreachableError(problem, cause);
  return new ConnectionLostError(problem, { sent: status === undefined ? 'unknown' : 'yes', status, changes, cause });
}

function createTooLarge({ options, status, changes }: FailureFacts, cause: unknown): AnswerTooLargeError {
  const succeeded = status !== undefined && status < 300;
  return new AnswerTooLargeError(`The answer of HighLevel is larger than ${options.maxResponseBytes} bytes.`, {
    sent: 'yes',
    outcome: !changes ? 'not-done' : succeeded ? 'done' : 'unknown',
    status,
    advice:
      changes && succeeded
        ? 'HighLevel reported success, so do not repeat the call. Read the record in smaller pieces.'
        : 'Ask for less at once: a smaller page, a narrower filter or fewer fields.',
    cause,
  });
}

/** When every address of a host fails, Node reports them together and the code is in each of them. */
function extractCode(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null) return undefined;
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  if (cause instanceof AggregateError) return extractCode(cause.errors[0]);
  return undefined;
}
