/** What the documents, after the corrections that `tools/repairs` lists, expect of one operation. */

import type { OperationRepair } from '../../../src/catalogue/repair.ts';
import { repairs } from '../../../tools/repairs/index.ts';
import { type ExpectedArgument, readBody, readParameters } from './arguments.ts';
import { type ArgumentCheck, readCheck } from './checks.ts';
import type { Components } from './components.ts';
import { applyParameterRules } from './parameter-rules.ts';
import type { DocumentedOperation, RawSchema } from './read.ts';
import type { Tally } from './tally.ts';
import { Shaper } from './to-shape.ts';

export type { ExpectedArgument } from './arguments.ts';

export interface ExpectedOperation {
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly source: 'v2' | 'v3';
  /** Any of these may stand in the Version header. */
  readonly versions: readonly string[];
  readonly mediaType: string | undefined;
  readonly arguments: readonly ExpectedArgument[];
  /** Where the body is one of several objects: the names that each requires. */
  readonly alternatives: readonly (readonly string[])[];
  /** Rules between arguments. */
  readonly checks: readonly ArgumentCheck[];
}

/** @throws Error for repairs that this test does not understand. */
export function expectOperation(
  documented: DocumentedOperation,
  components: Components,
  tally: Tally,
): ExpectedOperation {
  const { key, method, path, source, body } = documented;
  const shaper = new Shaper(components, tally);
  const note = (rule: string): void => tally.note(rule, key);
  const parameters = applyParameterRules(path, documented.parameters, note);
  const { fields, alternatives } = readBody(key, body, shaper);
  const own = listRepairs(key);
  for (const { check, reason } of own) if (check !== undefined) tally.note(reason, `${key} between arguments`);
  const all = [...readParameters(key, parameters, shaper), ...fields];
  for (const repair of own) applyRepair(key, all, repair, shaper, tally);
  return {
    key,
    method,
    path,
    source,
    versions: listVersions(documented, own, note),
    mediaType: body?.mediaType,
    arguments: all,
    alternatives,
    checks: own.flatMap((repair) => readCheck(repair) ?? []),
  };
}

function listRepairs(key: string): OperationRepair[] {
  return (repairs.operations as readonly OperationRepair[]).filter(({ operations }) =>
    [operations].flat().includes(key as never),
  );
}

/** Carries out a repair of single arguments as its data says. */
function applyRepair(
  key: string,
  all: ExpectedArgument[],
  repair: OperationRepair,
  shaper: Shaper,
  tally: Tally,
): void {
  for (const [name, change] of Object.entries(repair.arguments ?? {})) {
    tally.note(repair.reason, `${key} ${name}`);
    const index = all.findIndex((argument) => argument.wireName === name);
    const { place = 'body', ...before } = all[index] ?? { wireName: name, required: false, shape: { kind: 'open' } };
    if (index >= 0) all.splice(index, 1);
    if (change.remove) continue;
    const shape =
      change.schema === undefined ? before.shape : shaper.shape(change.schema as RawSchema, `${key} ${name}`);
    all.push({
      ...before,
      shape,
      required: change.required ?? before.required,
      ...readPlace(change.place, { place, ...before }),
    });
  }
}

function readPlace(given: string | undefined, before: Pick<ExpectedArgument, 'place' | 'list'>) {
  if (given === undefined) return { place: before.place, ...(before.list && { list: before.list }) };
  if (given === 'query-comma') return { place: 'query', list: 'comma' } as const;
  if (given === 'query-repeat') return { place: 'query', list: 'repeat' } as const;
  return { place: given as ExpectedArgument['place'] };
}

const versionsWithoutWord = { v2: '2021-07-28', v3: 'v3' } as const;

function listVersions(
  { parameters, source }: DocumentedOperation,
  own: readonly OperationRepair[],
  note: (rule: string) => void,
): readonly string[] {
  const repaired = own.flatMap(({ version, reason }) => (version === undefined ? [] : [{ version, reason }]));
  for (const { reason } of repaired) note(reason);
  if (repaired.length > 0) return repaired.map(({ version }) => version);
  const header = parameters.find((each) => each.in === 'header' && each.name.toLowerCase() === 'version');
  const { enum: values, default: preset, example } = header?.schema ?? {};
  const documented = values ?? [preset ?? example].filter((value) => value !== undefined);
  if (documented.length > 0) return documented.map(String);
  note('version-undeclared');
  return [versionsWithoutWord[source]];
}
