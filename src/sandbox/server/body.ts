/** Reading and parsing what came as body: JSON, forms and multipart. */
import type { IncomingMessage } from 'node:http';
import { Busboy } from '@fastify/busboy';
import { badRequest, Refusal } from '../errors.ts';
import type { ParsedBody } from '../gate/gate.ts';
import type { UploadedFile } from '../handler.ts';

/** All of the body. Throws 413 as soon as it is known to be larger than `maxBytes`. */
export async function readContent(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  // The connection must outlive a refusal, which is sent over it.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A body of a type that HighLevel does not read counts as none. Throws 400 when it is not what its type says. */
export async function parseBody(contentType: string | undefined, content: Buffer): Promise<ParsedBody> {
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (content.length === 0) return { body: undefined, isForm: false, files: [] };
  if (type === 'application/json') return { body: parseJson(content), isForm: false, files: [] };
  if (type === 'application/x-www-form-urlencoded') {
    return { body: collect(new URLSearchParams(content.toString('utf8'))), isForm: true, files: [] };
  }
  if (type === 'multipart/form-data') return parseMultipart(contentType ?? '', content);
  return { body: undefined, isForm: false, files: [] };
}

function tooLarge(): Refusal {
  return new Refusal(413, 'request entity too large');
}

/** Strict, as Express is: a document is an object or an array. */
function parseJson(content: Buffer): unknown {
  let value: unknown;
  try {
    value = JSON.parse(content.toString('utf8'));
  } catch (cause) {
    throw badRequest(cause instanceof Error ? cause.message : 'Bad Request');
  }
  if (typeof value === 'object' && value !== null) return value;
  throw badRequest('Unexpected token in JSON at position 0');
}

function parseMultipart(contentType: string, content: Buffer): Promise<ParsedBody> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: unknown): void => reject(badRequest(cause instanceof Error ? cause.message : 'Bad Request'));
    const files: UploadedFile[] = [];
    const fields: [string, string][] = [];
    let parser: InstanceType<typeof Busboy>;
    try {
      parser = new Busboy({ headers: { 'content-type': contentType } });
    } catch (cause) {
      refuse(cause);
      return;
    }
    parser.on('field', (name, value) => fields.push([name, value]));
    parser.on('file', (field, stream, filename, _encoding, fileType) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => files.push({ field, filename, contentType: fileType, content: Buffer.concat(chunks) }));
      stream.on('error', refuse);
    });
    parser.on('error', refuse);
    parser.on('finish', () => resolve({ body: collect(fields), isForm: true, files }));
    parser.end(content);
  });
}

/** Repeated names become a list; `name[]` is a repetition of `name`. */
function collect(pairs: Iterable<readonly [string, string]>): Record<string, string | string[]> {
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of pairs) {
    const plain = name.replace(/\[\]$/, '');
    const before = fields.get(plain);
    if (plain !== name) fields.set(plain, [before ?? [], value].flat());
    else fields.set(plain, before === undefined ? value : [before, value].flat());
  }
  return Object.fromEntries(fields);
}
