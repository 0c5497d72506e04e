/** What a guide must say so that an operator's ceilings hold, and that what it says is about arguments that exist. */
import { isDeletion } from '../deletion.ts';
import type { Guide } from '../guide.ts';
import { buildJsonSchema, type JsonSchema } from '../json-schema.ts';
import type { Operation } from '../operation.ts';
import type { Count } from '../stakes.ts';

/** A line for each fault. */
export function listStakeProblems(operation: Operation, guide: Guide): string[] {
  const { name, risk, openWorld, messages, deletes } = guide;
  const schema = buildJsonSchema(operation.input());
  const problems = listPaths(guide)
    .filter((path) => !hasPath(schema, path.replaceAll('[]', '.[]').split('.')))
    .map((path) => `${name}: counts by an argument that does not exist: ${path}`);
  if (risk === 'high-impact' && openWorld && messages === undefined) {
    problems.push(`${name}: reaches out of the account, so messages must say how many people it writes to, or none`);
  }
  const takesList = Object.values(schema.properties ?? {}).some((one) => (one as JsonSchema).type === 'array');
  if (isDeletion(operation, guide) && takesList && deletes === undefined) {
    problems.push(`${name}: deletes and takes a list, so deletes must say what counts one each`);
  }
  return problems;
}

function listPaths({ messages, deletes, money, moments = [] }: Guide): string[] {
  const ofMoney =
    money === undefined
      ? []
      : money.of === 'invoice'
        ? [`${money.lines}[].amount`, `${money.lines}[].qty`, 'currency']
        : [money.amount, money.times, ...Object.keys(money.unless ?? {})];
  const ofMoments = moments.flatMap(({ at, zone }) => [at, zone]);
  return [...listCountPaths(messages), ...listCountPaths(deletes), ...ofMoney, ...ofMoments].filter(
    (path) => path !== undefined,
  );
}

function listCountPaths(count: Count | 'none' | undefined): string[] {
  if (count === undefined || typeof count === 'string') return [];
  return [...(count.each ?? []), ...(count.untold ?? []), ...Object.keys(count.unless ?? {})];
}

/** Whether any alternative of the schema has it. */
function hasPath(schema: unknown, path: readonly string[]): boolean {
  const [step, ...rest] = path;
  if (step === undefined) return true;
  if (typeof schema !== 'object' || schema === null) return false;
  const { properties, items, anyOf, oneOf, allOf } = schema as JsonSchema;
  const next = step === '[]' ? items : (properties as JsonSchema | undefined)?.[step];
  if (next !== undefined && hasPath(next, rest)) return true;
  return [anyOf, oneOf, allOf].flat().some((option) => hasPath(option, path));
}
