/** Files to upload: from the disk, where the operator allows it, or as base64 in the arguments. */
import { Blob } from 'node:buffer';
import { openAsBlob } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, extname, isAbsolute, relative, resolve, sep } from 'node:path';
import { ArgumentError } from '../errors/index.ts';
import { isFields } from '../fields.ts';

/** Exactly one of `path` and `base64` is given. */
export interface FileInput {
  /** Absolute path on the machine of this server. */
  readonly path?: string;
  readonly base64?: string;
  /** Default: the name in `path`. Needed with `base64`. */
  readonly filename?: string;
  /** Default: by the ending of the name. */
  readonly contentType?: string;
}

export interface UploadRules {
  /** Folders from which files may be read. Empty: none. */
  readonly folders: readonly string[];
  readonly maxBytes: number;
}

export interface OpenedFile {
  readonly filename: string;
  readonly content: Blob;
}

/** The types that HighLevel documents for uploads. */
const contentTypes: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.doc': 'application/msword',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.mpeg': 'video/mpeg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.rar': 'application/vnd.rar',
  '.txt': 'text/plain',
  '.wav': 'audio/wav',
  '.zip': 'application/zip',
};

/** @throws ArgumentError when the file is not allowed, missing, empty, too large or no file */
export async function openUpload(argument: string, input: unknown, rules: UploadRules): Promise<OpenedFile> {
  const { path, base64, filename, contentType } = parseFileInput(argument, input);
  const name = filename ?? (path === undefined ? undefined : basename(path));
  if (name === undefined) throw new ArgumentError(argument, 'needs a filename beside its base64 content.');
  if (name === '' || /[\p{Cc}/\\]/u.test(name) || !name.isWellFormed()) {
    throw new ArgumentError(argument, 'has a filename that is no plain name.');
  }
  const type = contentType ?? contentTypes[extname(name).toLowerCase()] ?? 'application/octet-stream';
  if (!/^[\w.+-]+\/[\w.+-]+(;\s*[\w.+-]+=[\w.+-]+)?$/.test(type)) {
    throw new ArgumentError(argument, 'has a contentType that is none, such as "image/png".');
  }
  const content =
    path === undefined
      ? new Blob([decodeBase64(argument, base64 ?? '', rules.maxBytes)], { type })
      : await openFile(argument, path, type, rules);
  return { filename: name, content };
}

function parseFileInput(argument: string, input: unknown): FileInput {
  const wanted = 'must be {path} or {base64, filename}';
  if (!isFields(input)) throw new ArgumentError(argument, `${wanted}.`);
  const { path, base64, filename, contentType } = input;
  for (const text of [path, base64, filename, contentType]) {
    if (text !== undefined && typeof text !== 'string')
      throw new ArgumentError(argument, `${wanted}, all of them text.`);
  }
  if ((path === undefined) === (base64 === undefined)) throw new ArgumentError(argument, `${wanted}, one of the two.`);
  return input as FileInput;
}

/** Strict: Node's decoder skips what it does not know, and half a file would be uploaded without a word. */
function decodeBase64(argument: string, text: string, maxBytes: number): Buffer {
  if (text === '') throw new ArgumentError(argument, 'has no content.');
  if (text.startsWith('data:')) throw new ArgumentError(argument, 'takes the base64 alone, without "data:…;base64,".');
  if (text.length > Math.ceil(maxBytes / 3) * 4) throw tooLarge(argument, maxBytes);
  const content = Buffer.from(text, 'base64');
  if (content.toString('base64') !== text) throw new ArgumentError(argument, 'is not valid base64 (RFC 4648, padded).');
  if (content.length > maxBytes) throw tooLarge(argument, maxBytes);
  return content;
}

async function openFile(argument: string, path: string, type: string, rules: UploadRules): Promise<Blob> {
  const allowed = await resolveAllowedPath(argument, path, rules.folders);
  const facts = await stat(allowed);
  if (!facts.isFile()) throw new ArgumentError(argument, 'is not a regular file.');
  if (facts.size === 0) throw new ArgumentError(argument, 'is an empty file.');
  if (facts.size > rules.maxBytes) throw tooLarge(argument, rules.maxBytes);
  try {
    return await openAsBlob(allowed, { type });
  } catch (cause) {
    throw new ArgumentError(argument, 'cannot be read.', 'Check the permissions of the file.', cause);
  }
}

/**
 * The real path behind `path`, when it lies below an allowed folder. Asked about a path outside, it says
 * the same whether the file exists or not.
 */
async function resolveAllowedPath(argument: string, path: string, folders: readonly string[]): Promise<string> {
  const refusal = () =>
    new ArgumentError(
      argument,
      'is not below a folder from which this server may upload.',
      'The operator allows folders with --upload-folder (HIGHLEVEL_UPLOAD_FOLDERS). Without it, send the content as base64.',
    );
  if (path.includes('\0') || !isAbsolute(path)) throw new ArgumentError(argument, 'must be an absolute path.');
  const realFolders = await Promise.all(folders.map((folder) => realpath(folder).catch(() => undefined)));
  const roots = realFolders.filter((folder) => folder !== undefined);
  if (![...folders, ...roots].some((folder) => isBelow(folder, path))) throw refusal();
  let real: string;
  try {
    real = await realpath(path);
  } catch (cause) {
    throw new ArgumentError(argument, 'does not exist or cannot be read.', 'Check the path.', cause);
  }
  if (!roots.some((folder) => isBelow(folder, real))) throw refusal();
  return real;
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function tooLarge(argument: string, maxBytes: number): ArgumentError {
  return new ArgumentError(argument, `is larger than ${maxBytes} bytes.`, 'Upload a smaller file.');
}
