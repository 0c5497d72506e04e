/**
 * Protocol lines that are not UTF-8 would reach a CRM as mangled text, because a decoder replaces the broken
 * bytes silently. They are dropped here, before decoding, and reported.
 */
import { isUtf8 } from 'node:buffer';
import { Transform, type TransformCallback } from 'node:stream';

const NEWLINE = 0x0a;

/** Passes whole lines that are valid UTF-8; calls `onInvalid` for each line that is not, and drops it. */
export class Utf8Lines extends Transform {
  #pending: Buffer[] = [];
  readonly #onInvalid: () => void;

  constructor(onInvalid: () => void) {
    super();
    this.#onInvalid = onInvalid;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      this.#pending.push(chunk.subarray(start, end + 1));
      this.#passLine();
      start = end + 1;
    }
    if (start < chunk.length) this.#pending.push(chunk.subarray(start));
    done();
  }

  override _flush(done: TransformCallback): void {
    this.#passLine();
    done();
  }

  #passLine(): void {
    if (this.#pending.length === 0) return;
    const line = Buffer.concat(this.#pending);
    this.#pending = [];
    if (isUtf8(line)) this.push(line);
    else this.#onInvalid();
  }
}
