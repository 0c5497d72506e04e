/**
 * `npm run conformance -- [<folder with HighLevel's OpenAPI documents>]`: calls every operation over the wire, right
 * and wrong, drives HighLevel's SDK beside it, and prints how far both agree with the documents. The folder may be
 * named by HIGHLEVEL_DOCS instead. With `--corrections` it also prints which corrections it relied on, and where.
 */
import { parseArgs } from 'node:util';
import { buildReport, formatReport, listFindings } from './report.ts';
import { runConformance } from './run.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { corrections: { type: 'boolean', default: false } },
});
const folder = positionals[0] ?? process.env.HIGHLEVEL_DOCS;

if (folder === undefined) {
  console.error("no folder with HighLevel's OpenAPI documents given (npm run conformance -- <folder>)");
  process.exitCode = 1;
} else {
  const conformance = await runConformance(folder);
  const lines = buildReport(conformance);
  const findings = listFindings(conformance);
  console.log(formatReport(lines));
  if (findings.length > 0) console.log(`\n${findings.join('\n')}`);
  if (values.corrections) {
    for (const [repair, places] of conformance.wire.tally.repairs) {
      console.log(`\n${repair}\n  ${[...places].join('\n  ')}`);
    }
  }
  process.exitCode = findings.length > 0 || lines.some(({ isMet }) => isMet === false) ? 1 : 0;
}
