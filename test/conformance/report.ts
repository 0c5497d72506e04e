/** The figures as a table, each with its bar, and what stands in the way of it. */
import type { JudgedDifferences } from './sdk/judge.ts';
import type { SdkFigures } from './sdk/run.ts';
import type { Count, WireFigures } from './wire/run.ts';

export interface ReportLine {
  readonly what: string;
  readonly figure: string;
  /** Left out: the figure is for information. */
  readonly isMet?: boolean;
}

export interface Conformance {
  readonly wire: WireFigures;
  readonly sdk: SdkFigures;
  readonly judged: JudgedDifferences;
}

export function buildReport({ wire, sdk, judged }: Conformance): readonly ReportLine[] {
  const { reached, names, faulty, tally } = wire;
  return [
    reach('V2 operations reached on the wire', reached.v2),
    reach('operations of v3 only reached on the wire', reached.v3),
    share('path parameters sent', names.path),
    share('query parameters sent', names.query),
    share('body fields sent', names.body),
    share('body fields sent, below the first level', names.nested),
    none('requests that differ from the documents', countOthers(wire), wire.validCalls),
    none('operations on paths that no document has', wire.unpublished),
    { what: 'the same, marked as live', figure: String(wire.live) },
    none('operations that can never be sent', wire.neverSent),
    none('sent with a required field missing', faulty.missing.done, faulty.missing.of),
    none('sent with a field of a wrong type', faulty.type.done, faulty.type.of),
    none('sent with a word outside an enumeration', faulty.choice.done, faulty.choice.of),
    { what: 'valid calls made through the MCP server', figure: `${wire.throughServer} of ${wire.validCalls}` },
    { what: 'altType left out and filled in', figure: String(wire.filledIn) },
    { what: 'fields without a documented type', figure: String(wire.untypedFields) },
    { what: 'objects without a documented key', figure: String(wire.untypedObjects) },
    { what: 'corrections of the documents relied on', figure: `${tally.repairs.size}, at ${tally.total} places` },
    { what: 'methods of the SDK compared', figure: `${sdk.methods}, in ${sdk.calls} pairs of calls` },
    { what: 'differences to the SDK, listed with a reason', figure: String(judged.listed) },
    none('differences to the SDK, ours to mend', judged.unlisted.length),
    none('differences listed that are none', judged.stale.length),
  ];
}

/** One line per finding. */
export function listFindings({ wire, judged }: Conformance): readonly string[] {
  return [
    ...wire.problems.map(({ key, what }) => `${key}: ${what}`),
    ...judged.unlisted.map(({ method, part }) => `SDK ${method}: ${part}`),
    ...judged.stale.map(({ method, part }) => `SDK ${method}: ${part} is listed and does not differ`),
  ];
}

export function formatReport(lines: readonly ReportLine[]): string {
  const width = Math.max(...lines.map(({ what }) => what.length));
  return lines
    .map(({ what, figure, isMet }) => {
      const verdict = isMet === undefined ? '    ' : isMet ? 'ok  ' : 'FAIL';
      return `${verdict}  ${what.padEnd(width)}  ${figure}`;
    })
    .join('\n');
}

/** Problems that none of the other figures counts. */
function countOthers({ problems, unpublished, faulty, names }: WireFigures): number {
  const counts = [
    ...Object.values(names).map(({ of, done }) => of - done),
    ...Object.values(faulty).map(({ done }) => done),
  ];
  return problems.length - unpublished - counts.reduce((sum, count) => sum + count, 0);
}

function reach(what: string, { of, done }: Count): ReportLine {
  return { what, figure: `${done} of ${of}`, isMet: done === of && of > 0 };
}

function share(what: string, { of, done }: Count): ReportLine {
  const percent = of === 0 ? 100 : Math.floor((1000 * done) / of) / 10;
  return { what, figure: `${done} of ${of} (${percent} %)`, isMet: done === of };
}

function none(what: string, found: number, of?: number): ReportLine {
  return { what, figure: of === undefined ? String(found) : `${found} of ${of}`, isMet: found === 0 };
}
