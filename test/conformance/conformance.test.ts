/**
 * Every operation over the wire, held against HighLevel's own documents and SDK. The documents are not part of this
 * repository: HIGHLEVEL_DOCS names their folder. Without them these tests are skipped, and say so.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildReport, type Conformance, formatReport, listFindings } from './report.ts';
import { runConformance } from './run.ts';

const folder = process.env.HIGHLEVEL_DOCS;

describe.skipIf(folder === undefined)('conformance (skipped unless HIGHLEVEL_DOCS names the documents)', () => {
  let conformance: Conformance;

  beforeAll(async () => {
    conformance = await runConformance(folder ?? '');
    console.log(formatReport(buildReport(conformance)));
  }, 180_000);

  it('meets every bar', () => {
    expect(buildReport(conformance).filter(({ isMet }) => isMet === false)).toEqual([]);
  });

  it('finds nothing that departs from documents or SDK without a listed reason', () => {
    expect(listFindings(conformance)).toEqual([]);
  });
});
