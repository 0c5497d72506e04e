/** The rules of `tools/repairs/rules.ts` that are about the parameters of an operation, read a second time. */
import type { RawParameter, RawSchema } from './read.ts';

export function applyParameterRules(
  path: string,
  documented: readonly RawParameter[],
  note: Note,
): readonly RawParameter[] {
  const inTemplate = [...path.matchAll(/\{(.+?)\}/g)].map(([, name = '']) => name);
  const undeclared = inTemplate.filter((name) => !documented.some((each) => each.in === 'path' && each.name === name));
  if (undeclared.length > 0) note('path-parameter-undeclared');
  const added = undeclared.map(
    (name): RawParameter => ({ name, in: 'path', required: true, schema: { type: 'string' } }),
  );
  // A parameter that is declared in the wrong place, or under a name that the path does not have, cannot be sent there.
  const kept = documented.filter(
    ({ in: place, name }) =>
      !(place === 'query' && undeclared.includes(name)) && !(place === 'path' && !inTemplate.includes(name)),
  );
  return [...kept, ...added].map((parameter) => {
    if (parameter.in === 'path') return requireInPath(parameter, note);
    return parameter.in === 'query' ? correctQuery(path, parameter, note) : parameter;
  });
}

function requireInPath(parameter: RawParameter, note: Note): RawParameter {
  if (parameter.required) return parameter;
  note('path-parameter-optional');
  return { ...parameter, required: true };
}

type Note = (rule: string) => void;

const sizeNames = ['limit', 'pageSize'];
const pagingNames = [...sizeNames, 'skip', 'offset', 'page', 'pageNumber'];

function correctQuery(path: string, parameter: RawParameter, note: Note): RawParameter {
  const { schema = {}, name } = parameter;
  const list = readCommaList(schema);
  if (list !== undefined) {
    note('comma-list-of-enum');
    return { ...parameter, schema: list, explode: false };
  }
  if (isFlag(name, schema)) {
    note('flag-typed-string');
    return { ...parameter, schema: { type: 'boolean' } };
  }
  // The pages of the social networks' sign-in are names: `page=integration`.
  const isNumber = schema.example === undefined || !Number.isNaN(Number(schema.example));
  return pagingNames.includes(name) && isNumber ? correctPaging(path, parameter, note) : parameter;
}

/** A text that is shown as true or false, and nothing else. An id shown so has a wrong example. */
function isFlag(name: string, { type, enum: values, default: preset, example }: RawSchema): boolean {
  const shown = [preset, example].filter((value) => value !== undefined);
  const isBooleanLike = shown.length > 0 && shown.every((value) => ['true', 'false'].includes(String(value)));
  return type === 'string' && values === undefined && isBooleanLike && !name.toLowerCase().endsWith('id');
}

function correctPaging(path: string, parameter: RawParameter, note: Note): RawParameter {
  const { schema = {}, name, required } = parameter;
  let paging = parameter;
  if (schema.type === 'string' && !path.endsWith('/start')) {
    note('paging-typed-string');
    paging = { ...paging, schema: { ...schema, type: 'integer' } };
  }
  if (schema.type === 'number') {
    note('paging-fraction');
    paging = { ...paging, schema: { ...schema, type: 'integer' } };
  }
  const documented = Number(schema.default ?? Number.NaN);
  const isNoPage = sizeNames.includes(name) && documented === 0;
  if (isNoPage) note('paging-default-zero');
  if (!required) return paging;
  note('paging-required');
  const size = isNoPage || Number.isNaN(documented) ? 20 : documented;
  const firstPage = sizeNames.includes(name) ? size : name.startsWith('page') ? 1 : 0;
  return { ...paging, required: false, sendDefault: firstPage };
}

/** One value of an enumeration, whose example shows several. */
function readCommaList({ enum: values, example }: RawSchema): RawSchema | undefined {
  if (values === undefined || typeof example !== 'string' || !example.includes(',')) return undefined;
  const parts = example.split(',').map((part) => part.trim());
  return parts.every((part) => values.includes(part))
    ? { type: 'array', items: { type: 'string', enum: values } }
    : undefined;
}
