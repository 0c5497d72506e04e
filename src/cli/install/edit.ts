/**
 * Changes one entry in the text of a configuration file. Everything else stays, comments included; a neighbour that
 * stood on a single line may be laid out anew.
 */
import { isDeepStrictEqual } from 'node:util';
import { applyEdits, type FormattingOptions, type JSONPath, modify, type ParseError, parse } from 'jsonc-parser';
import type { ConfigFormat } from './clients.ts';
import { SERVER_NAME, type ServerEntry } from './entry.ts';
import { InstallError } from './error.ts';

/** Some editors on Windows put it first. JSON knows no such thing, and most readers drop it. */
const BYTE_ORDER_MARK = '\uFEFF';

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Writes the entry. Of one that is there already, command and arguments are replaced, and variables and fields of
 * which the new one says nothing stay.
 *
 * @throws InstallError where the text is not what the client could read, or cannot be changed without changing more
 */
export function setEntry(text: string, format: ConfigFormat, entry: ServerEntry): string {
  const { mark, body, config } = open(text, format);
  const present = readEntry(config, format);
  const wanted = { ...(format.hasType && { type: 'stdio' }), ...entry };
  const merged = {
    ...present,
    ...wanted,
    ...(present !== undefined && (present.env !== undefined || entry.env !== undefined)
      ? { env: { ...readObject(present.env), ...entry.env } }
      : {}),
  };
  const path = [format.serversKey, SERVER_NAME];
  const edited =
    present === undefined ? change(body, path, wanted) : changeFields(body, path, { from: present, to: merged });
  const servers = { ...readObject(config[format.serversKey]), [SERVER_NAME]: merged };
  return mark + assertNothingElse(edited, { ...config, [format.serversKey]: servers });
}

/**
 * Takes the entry out; a text without one comes back as it is.
 *
 * @throws InstallError as `setEntry`
 */
export function removeEntry(text: string, format: ConfigFormat): string {
  const { mark, body, config } = open(text, format);
  if (readEntry(config, format) === undefined) return text;
  const { [SERVER_NAME]: _, ...servers } = readObject(config[format.serversKey]);
  const edited = change(body, [format.serversKey, SERVER_NAME], undefined);
  return mark + assertNothingElse(edited, { ...config, [format.serversKey]: servers });
}

function open(text: string, format: ConfigFormat): { mark: string; body: string; config: JsonObject } {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const rest = text.slice(mark.length);
  const body = rest.trim() === '' ? '{}\n' : rest;
  const errors: ParseError[] = [];
  const config: unknown = parse(body, errors, {
    disallowComments: !format.isJsonc,
    allowTrailingComma: format.isJsonc,
  });
  const [error] = errors;
  if (error !== undefined) {
    const line = body.slice(0, error.offset).split('\n').length;
    throw new InstallError(`It is damaged in line ${line}. Mend it first: nothing was changed.`);
  }
  if (!isObject(config)) throw new InstallError('It holds no JSON object: nothing was changed.');
  return { mark, body, config };
}

function readEntry(config: JsonObject, { serversKey }: ConfigFormat): JsonObject | undefined {
  const servers = config[serversKey];
  if (servers !== undefined && !isObject(servers)) {
    throw new InstallError(`Its "${serversKey}" is not an object: nothing was changed.`);
  }
  if (servers === undefined || !Object.hasOwn(servers, SERVER_NAME)) return undefined;
  return readObject(servers[SERVER_NAME]);
}

/** Field by field, so that comments between them stay. */
function changeFields(text: string, path: JSONPath, { from, to }: { from: JsonObject; to: JsonObject }): string {
  let changed = text;
  for (const [name, value] of Object.entries(to)) {
    if (isDeepStrictEqual(from[name], value)) continue;
    const isNested = isObject(from[name]) && isObject(value);
    changed = isNested
      ? changeFields(changed, [...path, name], { from: readObject(from[name]), to: readObject(value) })
      : change(changed, [...path, name], value);
  }
  return changed;
}

function change(text: string, path: JSONPath, value: unknown): string {
  return applyEdits(text, modify(text, path, value, { formattingOptions: readLayout(text) }));
}

/** A key that stands twice, and whatever else makes two readings of a text, would show here. */
function assertNothingElse(edited: string, expected: JsonObject): string {
  if (isDeepStrictEqual(parse(edited, [], { allowTrailingComma: true }), expected)) return edited;
  throw new InstallError('It cannot be changed safely (does a name stand in it twice?): nothing was changed.');
}

/** Indents as the text does. */
function readLayout(text: string): FormattingOptions {
  const [, indent = '  '] = /^([ \t]+)["}]/m.exec(text) ?? [];
  const insertSpaces = !indent.includes('\t');
  return { insertSpaces, tabSize: insertSpaces ? indent.length : 1, eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
