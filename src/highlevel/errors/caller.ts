/** What the caller or the operator can put right without HighLevel. Nothing was sent. */
import { HighLevelError } from './base.ts';

/**
 * An argument that cannot be put into a request.
 * Not a value that HighLevel turned down: that is a `RefusedError`.
 */
export class ArgumentError extends HighLevelError {
  override readonly name = 'ArgumentError';
  readonly kind = 'invalid_arguments';
  readonly argument: string;

  constructor(argument: string, problem: string, advice = `Correct ${argument} and call again.`, cause?: unknown) {
    super(`${argument} ${problem}`, { sent: 'no', outcome: 'not-done', advice, cause });
    this.argument = argument;
  }

  protected override extras(): Readonly<Record<string, unknown>> {
    return { argument: this.argument };
  }
}

/**
 * A setting of this server that cannot work: base URL, token format, limits.
 * Not a token that HighLevel does not accept: that is a `TokenError`.
 */
export class ConfigurationError extends HighLevelError {
  override readonly name = 'ConfigurationError';
  readonly kind = 'misconfigured';

  constructor(message: string, advice: string) {
    super(message, { sent: 'no', outcome: 'not-done', advice });
  }
}

/**
 * The caller withdrew the call.
 * Not a timeout: that is an `UnreachableError` or a `ConnectionLostError`.
 */
export class CancelledError extends HighLevelError {
  override readonly name = 'CancelledError';
  readonly kind = 'cancelled';

  constructor(sent: 'no' | 'unknown', changes = true) {
    const harmless = sent === 'no' || !changes;
    super(sent === 'no' ? 'The call was cancelled before anything was sent.' : 'The call was cancelled on its way.', {
      sent,
      outcome: harmless ? 'not-done' : 'unknown',
      advice: harmless
        ? 'Nothing was changed; call again if it is still wanted.'
        : 'It may have been carried out all the same: check by a read before repeating it.',
    });
  }
}
