/**
 * Protocol lines that are not UTF-8 would reach a CRM as mangled text, because a decoder replaces the broken
 * bytes silently; lines without an end would fill the memory. Both are dropped here, before decoding, and reported.
 */
import { isUtf8 } from 'node:buffer';
import { Transform, type TransformCallback } from 'node:stream';

const NEWLINE = 0x0a;

export type LineFault = 'not-utf8' | 'too-long';

export interface Utf8LinesOptions {
  readonly maxBytes: number;
  /** Called once for each line that is dropped. */
  readonly onDropped: (fault: LineFault) => void;
}

/** Passes whole lines that are valid UTF-8 and not too long. */
export class Utf8Lines extends Transform {
  readonly #options: Utf8LinesOptions;
  #pending: Buffer[] = [];
  #pendingBytes = 0;

  constructor(options: Utf8LinesOptions) {
    super();
    this.#options = options;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      this.#keep(chunk.subarray(start, end + 1));
      this.#passLine();
      start = end + 1;
    }
    if (start < chunk.length) this.#keep(chunk.subarray(start));
    done();
  }

  override _flush(done: TransformCallback): void {
    this.#passLine();
    done();
  }

  /** Of a line that is too long already, only the length is kept. */
  #keep(part: Buffer): void {
    this.#pendingBytes += part.length;
    if (this.#pendingBytes > this.#options.maxBytes) this.#pending = [];
    else this.#pending.push(part);
  }

  #passLine(): void {
    const bytes = this.#pendingBytes;
    const line = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#pendingBytes = 0;
    if (bytes > this.#options.maxBytes) this.#options.onDropped('too-long');
    else if (!isUtf8(line)) this.#options.onDropped('not-utf8');
    else if (bytes > 0) this.push(line);
  }
}
