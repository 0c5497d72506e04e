/** A value that must not be seen: it cannot be printed, serialised or logged by accident. */
import { createHash } from 'node:crypto';
import { inspect } from 'node:util';

const REDACTED = '[redacted]';

export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself. Called where it is put into a header, and nowhere else. */
  reveal(): string {
    return this.#value;
  }

  /** Names the secret without giving it away: safe in logs and as part of a key. */
  fingerprint(): string {
    return createHash('sha256').update(this.#value).digest('hex').slice(0, 16);
  }

  /** The text without the secret, for answers that repeat what they were sent. */
  redactFrom(text: string): string {
    return text.replaceAll(this.#value, REDACTED);
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  [inspect.custom](): string {
    return REDACTED;
  }
}
