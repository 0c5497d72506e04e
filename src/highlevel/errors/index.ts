export { type ErrorFacts, type ErrorKind, HighLevelError, type Outcome, type Sent } from './base.ts';
export { ArgumentError, CancelledError, ConfigurationError } from './caller.ts';
export { hidePersonal } from './hide.ts';
export {
  AnswerTooLargeError,
  ConnectionLostError,
  UnexpectedRedirectError,
  UnreachableError,
  UnreadableAnswerError,
} from './network.ts';
export { DuplicateError, RateLimitedError, RefusedError, ServerError } from './refused.ts';
export { KeyReusedError, OutcomeUnknownError, StateUnavailableError, UnderWayError } from './repeat.ts';
export { TokenError, type TokenReason } from './token.ts';
