/** Runs every documented operation over the wire, right and wrong, and keeps the figures. */
import type { OperationRow } from '../../../src/catalogue/row.ts';
import { repairs } from '../../../tools/repairs/index.ts';
import { correctComponents } from '../documents/components.ts';
import { type ExpectedOperation, expectOperation } from '../documents/expect.ts';
import type { FaultKind } from '../documents/faults.ts';
import { knownRules } from '../documents/node-rules.ts';
import { getIdentity, readDocuments } from '../documents/read.ts';
import { Tally } from '../documents/tally.ts';
import { buildFaultyCalls, buildValidCalls, type ValidCall } from './calls.ts';
import { compareRequest } from './compare.ts';
import { collectSentNames, countUndescribed, type FieldPlace, listDocumentedNames } from './coverage.ts';
import type { Driver } from './driver.ts';
import { fillIn, type MatchedOperation, matchOperation } from './match.ts';

export interface Count {
  of: number;
  done: number;
}

export interface Problem {
  readonly key: string;
  readonly what: string;
}

export interface WireFigures {
  readonly reached: Record<'v2' | 'v3', Count>;
  readonly names: Record<FieldPlace, Count>;
  /** Faulty calls made, and how many of them were sent all the same. */
  readonly faulty: Record<FaultKind, Count>;
  validCalls: number;
  /** Calls that went through the MCP server, not straight through parser and client. */
  throughServer: number;
  untypedFields: number;
  untypedObjects: number;
  /** Calls without altType, which the server fills in with the one word that HighLevel knows for it. */
  filledIn: number;
  unpublished: number;
  /** On paths that no document has, and marked so. */
  live: number;
  neverSent: number;
  readonly tally: Tally;
  readonly problems: Problem[];
}

export async function runOnTheWire(folder: string, driver: Driver): Promise<WireFigures> {
  const documents = readDocuments(folder);
  const components = correctComponents(documents);
  const figures = createFigures();
  for (const { rule } of repairs.rules) {
    if (!knownRules.has(rule)) figures.problems.push({ key: rule, what: 'a rule that this test does not follow' });
  }
  const rows = new Map<string, OperationRow>(driver.rows.map((row) => [row.key, row]));
  for (const documented of [...documents.v2, ...documents.v3Only]) {
    const expected = expectOperation(documented, components, figures.tally);
    figures.reached[documented.source].of += 1;
    const row = rows.get(documented.key);
    if (row === undefined) {
      figures.problems.push({ key: documented.key, what: 'is not in the catalogue' });
      countNames(expected, new Set(), figures);
    } else await runOperation(expected, row, driver, figures);
  }
  const published = new Set([...documents.v2, ...documents.v3Only].map(({ key }) => getIdentity(key)));
  for (const row of driver.rows.filter(({ key }) => !published.has(getIdentity(key)))) {
    if (row.source === 'live') {
      figures.live += 1;
      continue;
    }
    figures.unpublished += 1;
    figures.problems.push({ key: row.key, what: 'is on a path that no document has' });
  }
  return figures;
}

async function runOperation(
  expected: ExpectedOperation,
  row: OperationRow,
  driver: Driver,
  figures: WireFigures,
): Promise<void> {
  const { key } = expected;
  const operation = matchOperation(expected, await driver.loadOperation(row));
  const note = (what: string): void => void figures.problems.push({ key, what });
  for (const field of operation.missing) note(`has no argument for ${field}`);
  for (const name of operation.invented) note(`has an argument that no document knows: ${name}`);

  const { fields, objects } = countUndescribed(expected);
  figures.untypedFields += fields;
  figures.untypedObjects += objects;

  const calls = buildValidCalls(operation);
  const sent = new Set<string>();
  let arrived = 0;
  for (const { extent, args } of calls) {
    const { requests, refusal } = await driver.call(row, args);
    figures.validCalls += 1;
    if (driver.isOffered(row)) figures.throughServer += 1;
    const [request, ...more] = requests;
    if (request === undefined) {
      note(`refuses valid ${extent} arguments: ${refusal}`);
      continue;
    }
    arrived += 1;
    if (more.length > 0) note('sends more than one request');
    for (const what of await compareRequest(operation, fillIn(operation, args), request)) note(`${extent}: ${what}`);
    collectSentNames(operation, request, sent);
  }
  if (arrived > 0) figures.reached[expected.source].done += 1;
  else figures.neverSent += 1;
  countNames(expected, sent, figures);
  await runFaults({ operation, row, valid: calls }, driver, figures);
}

function countNames(expected: ExpectedOperation, sent: ReadonlySet<string>, figures: WireFigures): void {
  for (const { place, id } of listDocumentedNames(expected)) {
    figures.names[place].of += 1;
    if (sent.has(`${place} ${id}`)) figures.names[place].done += 1;
    else figures.problems.push({ key: expected.key, what: `${place} ${id} was never sent` });
  }
}

async function runFaults(
  { operation, row, valid }: { operation: MatchedOperation; row: OperationRow; valid: readonly ValidCall[] },
  driver: Driver,
  figures: WireFigures,
): Promise<void> {
  for (const { kind, path, value, args } of buildFaultyCalls(operation, valid)) {
    const { requests } = await driver.call(row, args);
    figures.faulty[kind].of += 1;
    const [request] = requests;
    if (request === undefined) continue;
    if (kind === 'missing' && path === operation.altType?.name) {
      figures.filledIn += 1;
      const wrong = await compareRequest(operation, fillIn(operation, args), request);
      for (const what of wrong) figures.problems.push({ key: operation.key, what: `without ${path}: ${what}` });
      continue;
    }
    figures.faulty[kind].done += 1;
    const what = kind === 'missing' ? 'left out' : `given as ${JSON.stringify(value)}`;
    figures.problems.push({ key: operation.key, what: `is sent with ${path} ${what}` });
  }
}

function createFigures(): WireFigures {
  const count = (): Count => ({ of: 0, done: 0 });
  return {
    reached: { v2: count(), v3: count() },
    names: { path: count(), query: count(), body: count(), nested: count() },
    faulty: { missing: count(), type: count(), choice: count() },
    validCalls: 0,
    throughServer: 0,
    untypedFields: 0,
    untypedObjects: 0,
    filledIn: 0,
    unpublished: 0,
    live: 0,
    neverSent: 0,
    tally: new Tally(),
    problems: [],
  };
}
