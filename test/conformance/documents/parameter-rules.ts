/** The rules of `tools/repairs/rules.ts` that are about the parameters of an operation, read a second time. */
import type { RawParameter, RawSchema } from './read.ts';

export function applyParameterRules(
  path: string,
  documented: readonly RawParameter[],
  note: (rule: string) => void,
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

function requireInPath(parameter: RawParameter, note: (rule: string) => void): RawParameter {
  if (parameter.required) return parameter;
  note('path-parameter-optional');
  return { ...parameter, required: true };
}

const pagingNames = ['limit', 'skip', 'offset', 'page'];

function correctQuery(path: string, parameter: RawParameter, note: (rule: string) => void): RawParameter {
  const { schema = {}, name } = parameter;
  const list = readCommaList(schema);
  if (list !== undefined) {
    note('comma-list-of-enum');
    return { ...parameter, schema: list, explode: false };
  }
  // The pages of the social networks' sign-in are names: `page=integration`.
  const isNumber = schema.example === undefined || !Number.isNaN(Number(schema.example));
  if (!pagingNames.includes(name) || !isNumber) return parameter;
  let paging = parameter;
  if (schema.type === 'string' && !path.endsWith('/start')) {
    note('paging-typed-string');
    paging = { ...paging, schema: { ...schema, type: 'integer' } };
  }
  if (schema.type === 'number') {
    note('paging-fraction');
    paging = { ...paging, schema: { ...schema, type: 'integer' } };
  }
  if (!parameter.required) return paging;
  note('paging-required');
  return { ...paging, required: false };
}

/** One value of an enumeration, whose example shows several. */
function readCommaList({ enum: values, example }: RawSchema): RawSchema | undefined {
  if (values === undefined || typeof example !== 'string' || !example.includes(',')) return undefined;
  const parts = example.split(',').map((part) => part.trim());
  return parts.every((part) => values.includes(part))
    ? { type: 'array', items: { type: 'string', enum: values } }
    : undefined;
}
