/**
 * Mistakes of the documents that can be recognised by the shape of an operation. Which ones and why
 * is data in `tools/repairs/rules.ts`; here is the code behind each id.
 */
import type { ArgumentDraft, Draft } from './draft.ts';
import type { Schema } from './schema.ts';

/** Changes the draft where the mistake is; answers whether it did. `twin` is the same operation in v3. */
type DraftRule = (draft: Draft, twin: Draft | undefined) => boolean;

/** Applied in this order. */
export const draftRules = {
  'path-parameter-undeclared': addPathParameters,
  'path-parameter-optional': requirePathParameters,
  'comma-list-of-enum': openCommaList,
  'paging-typed-string': typePagingAsNumber,
  'paging-fraction': typePagingAsInteger,
  'paging-default-zero': dropZeroSize,
  'paging-required': relaxPaging,
  'flag-typed-string': typeFlagAsBoolean,
  'version-undeclared': setVersion,
  'scopes-undeclared': takeScopes,
} as const satisfies Record<string, DraftRule>;

export type DraftRuleId = keyof typeof draftRules;

export function applyDraftRules(draft: Draft, twin: Draft | undefined, report: (rule: DraftRuleId) => void): void {
  for (const [id, rule] of Object.entries(draftRules) as [DraftRuleId, DraftRule][]) {
    if (rule(draft, twin)) report(id);
  }
}

function getTemplateNames(draft: Draft): readonly string[] {
  return [...draft.path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
}

/** Also puts path parameters in the order of the path. */
function addPathParameters(draft: Draft): boolean {
  const names = getTemplateNames(draft);
  const declared = new Map(draft.arguments.filter(({ place }) => place === 'path').map((each) => [each.name, each]));
  const missing = names.filter((name) => !declared.has(name));
  const schema: Schema = { type: 'string' };
  const inPath = names.map(
    (name): ArgumentDraft => declared.get(name) ?? { name, place: 'path', required: true, schema },
  );
  // What the path needs and the documents put elsewhere (or twice) must not be there as well.
  const elsewhere = draft.arguments.filter(({ place, name }) => place !== 'path' && !missing.includes(name));
  draft.arguments = [...inPath, ...elsewhere];
  for (const name of missing) if (name === 'locationId') draft.context[name] = 'location';
  return missing.length > 0;
}

function requirePathParameters(draft: Draft): boolean {
  const optional = draft.arguments.filter(({ place, required }) => place === 'path' && !required);
  for (const argument of optional) argument.required = true;
  return optional.length > 0;
}

function openCommaList(draft: Draft): boolean {
  const wrong = draft.arguments.filter(({ place, schema }) => {
    const { enum: values, example } = schema;
    if (place !== 'query' || values === undefined || typeof example !== 'string' || !example.includes(','))
      return false;
    return example.split(',').every((part) => values.includes(part.trim()));
  });
  for (const argument of wrong) {
    argument.schema = { type: 'array', items: { type: 'string', enum: argument.schema.enum ?? [] } };
    argument.place = 'query-comma';
  }
  return wrong.length > 0;
}

const pagingNames = new Set(['limit', 'skip', 'offset', 'page', 'pageNumber', 'pageSize']);

function listPagingArguments(draft: Draft): readonly ArgumentDraft[] {
  return draft.arguments.filter(({ name, place, schema }) => {
    // `page=integration` of the social sign-in pages is no paging.
    const isNumeric = schema.example === undefined || !Number.isNaN(Number(schema.example));
    return place === 'query' && pagingNames.has(name) && isNumeric;
  });
}

const redirectPages = /\/start$/;

function typePagingAsNumber(draft: Draft): boolean {
  if (redirectPages.test(draft.path)) return false;
  return retype(listPagingArguments(draft), 'string');
}

function typePagingAsInteger(draft: Draft): boolean {
  return retype(listPagingArguments(draft), 'number');
}

function retype(candidates: readonly ArgumentDraft[], from: string): boolean {
  const wrong = candidates.filter(({ schema }) => schema.type === from);
  for (const argument of wrong) {
    const { default: value, example: _, ...rest } = argument.schema;
    const preset =
      value === undefined || value === null || Number.isNaN(Number(value)) ? {} : { default: Number(value) };
    argument.schema = { ...rest, type: 'integer', ...preset };
  }
  return wrong.length > 0;
}

const sizeNames = new Set(['limit', 'pageSize']);

function dropZeroSize(draft: Draft): boolean {
  const wrong = listPagingArguments(draft).filter(({ name, schema }) => sizeNames.has(name) && schema.default === 0);
  for (const argument of wrong) {
    const { default: _, ...rest } = argument.schema;
    argument.schema = rest;
  }
  return wrong.length > 0;
}

const USUAL_PAGE_SIZE = 20;

/** The first page, for arguments that an agent may leave out and HighLevel may not miss. */
function getFirstPageValue({ name, schema }: ArgumentDraft): number {
  if (!sizeNames.has(name)) return name.startsWith('page') ? 1 : 0;
  return typeof schema.default === 'number' ? schema.default : USUAL_PAGE_SIZE;
}

function relaxPaging(draft: Draft): boolean {
  const wrong = listPagingArguments(draft).filter(({ required }) => required);
  if (wrong.length === 0) return false;
  for (const argument of wrong) {
    argument.required = false;
    argument.schema = { ...argument.schema, default: getFirstPageValue(argument) };
  }
  draft.sendDefaults = Object.fromEntries(wrong.map(({ name, schema }) => [name, schema.default as number]));
  return true;
}

function typeFlagAsBoolean(draft: Draft): boolean {
  const wrong = draft.arguments.filter(({ name, place, schema }) => {
    // An id whose example is `true` has a wrong example (`planId` of the installed locations).
    if (/id$/i.test(name)) return false;
    const shown = [schema.default, schema.example].filter((value) => value !== undefined).map(String);
    const isFlag = shown.length > 0 && shown.every((value) => value === 'true' || value === 'false');
    return place === 'query' && schema.type === 'string' && schema.enum === undefined && isFlag;
  });
  for (const argument of wrong) {
    const { default: preset } = argument.schema;
    argument.schema = { type: 'boolean', ...(preset === undefined ? {} : { default: String(preset) === 'true' }) };
  }
  return wrong.length > 0;
}

const OLDEST_VERSION_IN_USE = '2021-07-28';

function setVersion(draft: Draft): boolean {
  if (draft.version !== undefined) return false;
  draft.version = draft.source === 'v3' ? 'v3' : OLDEST_VERSION_IN_USE;
  return true;
}

function takeScopes(draft: Draft, twin: Draft | undefined): boolean {
  if (draft.scopes.length > 0 || twin === undefined || twin.scopes.length === 0) return false;
  draft.scopes = [...twin.scopes];
  if (draft.security.length === 0) draft.security = [...twin.security];
  return true;
}
