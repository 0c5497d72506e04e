import { beforeAll, expect, it } from 'vitest';
import type { FindOut, Look } from '../../src/catalogue/find-out.ts';
import type { Guide } from '../../src/catalogue/guide.ts';
import type { Operation, OperationKey } from '../../src/catalogue/operation.ts';
import { type Entry, isJudged, loadAllEntries } from './resources.ts';

type Judged = Entry & { readonly guide: Guide };
type Answering = Judged & { readonly findOut: FindOut };

let judged: readonly Judged[];
let answering: readonly Answering[];
let toolNames: ReadonlySet<string>;

beforeAll(async () => {
  judged = (await loadAllEntries()).filter(isJudged);
  answering = judged.flatMap((entry) => {
    const { findOut } = entry.guide;
    return findOut === undefined ? [] : [{ ...entry, findOut }];
  });
  toolNames = new Set(judged.map(({ guide }) => guide.name));
});

/** The read of that key, or undefined for what is none or is not offered. */
function findRead(key: OperationKey): Operation | undefined {
  const found = judged.find((entry) => entry.key === key);
  return found?.guide.risk === 'read' && found.guide.withheld === undefined ? found.operation : undefined;
}

/** Every text in a value, whatever its depth. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

function isArgument(operation: Operation, path: string): boolean {
  return Object.hasOwn(operation.places, path.split('.')[0] ?? '');
}

/** `$name`, `$name.path`, `$name:lower`, or `$<n>.path` of a step before `step`. */
function isStandIn(operation: Operation, text: string, step: number): boolean {
  const earlier = /^\$(\d+)\..+$/.exec(text);
  if (earlier !== null) return Number(earlier[1]) < step;
  const own = /^\$([\w.-]+?)(?::lower)?$/.exec(text);
  return own !== null && isArgument(operation, own[1] ?? '');
}

function getRequired(operation: Operation): string[] {
  return Object.entries(operation.input().shape).flatMap(([name, schema]) =>
    schema.safeParse(undefined).success ? [] : [name],
  );
}

/** What is wrong with the steps of a look, in words. */
function listStepFaults({ operation }: Answering, look: Look): string[] {
  return look.steps.flatMap(({ ask, with: given }, step) => {
    const read = findRead(ask);
    if (read === undefined) return [`${ask} is not a read on offer`];
    const known = { ...read.context, ...read.sendDefaults, ...given };
    return [
      ...Object.keys(given)
        .filter((name) => !Object.hasOwn(read.places, name))
        .map((name) => `${ask} has no argument ${name}`),
      ...getRequired(read)
        .filter((name) => !Object.hasOwn(known, name))
        .map((name) => `${ask} needs ${name}`),
      ...listTexts(given)
        .filter((text) => text.startsWith('$') && !isStandIn(operation, text, step))
        .map((text) => `${text} stands for nothing`),
    ];
  });
}

/** What a look gives a read without a stand-in in it, and the read's schema does not take. */
function listConstantFaults(look: Look): string[] {
  return look.steps.flatMap(({ ask, with: given }) => {
    const read = findRead(ask);
    if (read === undefined) return [];
    const shape: Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>> = read.input().shape;
    return Object.entries(given)
      .filter(([name, value]) => !listTexts(value).some((text) => text.startsWith('$')) && Object.hasOwn(shape, name))
      .filter(([name, value]) => shape[name]?.safeParse(value).success === false)
      .map(([name, value]) => `${ask} refuses ${name} ${JSON.stringify(value)}`);
  });
}

function nameFaults(list: (entry: Answering, look: Look) => readonly string[]): string[] {
  return answering.flatMap((entry) =>
    entry.findOut.looks.flatMap((look) => list(entry, look).map((fault) => `${entry.key}: ${fault}`)),
  );
}

it('stands at every write on offer that is not idempotent', () => {
  const without = judged.filter(
    ({ guide: { risk, idempotent, withheld, findOut } }) =>
      risk !== 'read' && idempotent !== true && withheld === undefined && findOut === undefined,
  );
  expect(without.map(({ key }) => key)).toEqual([]);
});

it('stands nowhere else', () => {
  const needless = answering.filter(({ guide: { risk, idempotent } }) => risk === 'read' || idempotent === true);
  expect(needless.map(({ key }) => key)).toEqual([]);
});

it('asks reads that exist, with all that they need', () => {
  expect(nameFaults(listStepFaults)).toEqual([]);
});

it('gives the reads what their schemas take', () => {
  expect(nameFaults((_entry, look) => listConstantFaults(look))).toEqual([]);
});

it('compares with arguments of the write, at least one', () => {
  const faults = nameFaults(({ operation }, { match }) => {
    const wanted = Object.values(match);
    const unknown = wanted.filter((path) => !isArgument(operation, path)).map((path) => `no argument ${path}`);
    return wanted.length === 0 ? ['compares nothing'] : unknown;
  });
  expect(faults).toEqual([]);
});

/**
 * Where the only certain likeness is an id that the read was filtered by, any other record of the same contact or
 * calendar would be taken for the lost one when the write left the rest out.
 */
it('never compares an id that all records share alone', () => {
  const faults = nameFaults(({ operation }, { steps, match }) => {
    const required = new Set(getRequired(operation));
    const filters = new Set(steps.flatMap(({ with: given }) => listTexts(given)));
    const isShared = (path: string): boolean => filters.has(`$${path}`) && /Id$|^id$|\.id$/.test(path);
    const [shared, telling] = [Object.values(match).filter(isShared), Object.values(match).filter((p) => !isShared(p))];
    if (shared.length === 0 || telling.length === 0) return [];
    return telling.some((path) => required.has(path.split('.')[0] ?? '')) ? [] : [`may compare ${shared.join()} alone`];
  });
  expect(faults).toEqual([]);
});

it('says in at most 150 characters where to check', () => {
  const faults = answering.filter(({ findOut: { check } }) => check.length === 0 || check.length > 150);
  expect(faults.map(({ key, findOut }) => `${key}: ${findOut.check.length}`)).toEqual([]);
});

it('names tools that exist', () => {
  const faults = answering.flatMap(({ key, findOut }) =>
    (findOut.check.match(/[a-z]+(_[a-z0-9]+){2,}/g) ?? [])
      .filter((name) => !toolNames.has(name))
      .map((name) => `${key}: ${name}`),
  );
  expect(faults).toEqual([]);
});

it('reads the record of a refused duplicate by its id', () => {
  const faults = answering.flatMap(({ key, findOut: { record } }) => {
    if (record === undefined) return [];
    const read = findRead(record.ask);
    return read !== undefined && Object.hasOwn(read.places, record.id) ? [] : [`${key}: ${record.ask} ${record.id}`];
  });
  expect(faults).toEqual([]);
});
