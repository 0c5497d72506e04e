/** The types of custom fields of contacts and opportunities, and how a name becomes a key. */
import { badRequest, unprocessable } from '../../errors.ts';

export const fieldTypes = [
  'TEXT',
  'LARGE_TEXT',
  'NUMERICAL',
  'PHONE',
  'MONETORY',
  'EMAIL',
  'CHECKBOX',
  'SINGLE_OPTIONS',
  'MULTIPLE_OPTIONS',
  'DATE',
  'TIME',
  'TEXTBOX_LIST',
  'FILE_UPLOAD',
  'FLOAT',
  'RADIO',
  'SIGNATURE',
] as const;

const optionTypes = new Set<string>(['CHECKBOX', 'SINGLE_OPTIONS', 'MULTIPLE_OPTIONS', 'RADIO']);

/** Whether values are chosen from a list of options. */
export const hasOptions = (dataType: string): boolean => optionTypes.has(dataType);

/** Throws 422 for a type that HighLevel does not know. */
export function validateFieldType(dataType: string): void {
  if (!(fieldTypes as readonly string[]).includes(dataType))
    throw unprocessable([`dataType must be one of the following values: ${fieldTypes.join(', ')}`]);
}

/** `Preferred dentist?` becomes `preferred_dentist`. Throws 400 when nothing is left. */
export function buildKey(name: string): string {
  const key = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  if (key === '') throw badRequest('name is invalid');
  return key;
}
