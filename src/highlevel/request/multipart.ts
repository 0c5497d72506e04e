/** Multipart bodies of the upload operations. */
import { FormData } from 'undici';
import { ArgumentError } from '../errors/index.ts';
import { isFields } from '../fields.ts';
import { type BodyField, formatPairs, type OutgoingBody } from './body.ts';
import { type OpenedFile, openUpload, type UploadRules } from './upload.ts';

/** A part as a plan shows it: fields with their value, files without their content. */
export type PartSummary =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly filename: string; readonly contentType: string; readonly sizeBytes: number };

export interface MultipartInput {
  readonly fields: readonly BodyField[];
  /** One part each, named by the argument. */
  readonly file: readonly BodyField[];
  /** Many parts each, named by the keys of the value. */
  readonly files: readonly BodyField[];
}

/**
 * Fields come first: servers that read a body in one pass need them before the files.
 *
 * @throws ArgumentError when a file is not allowed, missing, empty or too large
 */
export async function buildMultipartBody(input: MultipartInput, rules: UploadRules): Promise<OutgoingBody> {
  const form = new FormData();
  const parts: PartSummary[] = [];
  for (const [name, value] of input.fields.flatMap(formatPairs)) {
    form.append(name, value);
    parts.push({ name, value });
  }
  for (const { argument, wireName, value } of [...input.file, ...input.files.flatMap(splitFiles)]) {
    const file = await openUpload(argument, value, rules);
    form.append(wireName, file.content, file.filename);
    parts.push(summarise(wireName, file));
  }
  return { kind: 'multipart', form, parts };
}

function splitFiles({ argument, value }: BodyField): BodyField[] {
  if (!isFields(value)) {
    throw new ArgumentError(argument, 'must be an object that holds a file for each name of a part.');
  }
  return Object.entries(value).map(([name, file]) => ({
    argument: `${argument}.${name}`,
    wireName: name,
    value: file,
  }));
}

function summarise(name: string, { filename, content }: OpenedFile): PartSummary {
  return { name, filename, contentType: content.type, sizeBytes: content.size };
}
