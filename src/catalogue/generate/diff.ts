/**
 * `npm run catalogue:diff -- <folder with newer documents of HighLevel>`: what they add, remove or change against the
 * facts in the tree, and which tools and guides that touches. Writes nothing. Ends with 1 when there is any.
 */
import { compareCatalogues } from './diff/compare.ts';
import { buildNewerFacts, loadCommittedFacts } from './diff/facts.ts';
import { formatDrift } from './diff/table.ts';

const [folder] = process.argv.slice(2);

if (folder === undefined) {
  console.error("no folder with HighLevel's OpenAPI documents given (npm run catalogue:diff -- <folder>)");
  process.exitCode = 1;
} else {
  const { facts, staleRepairs } = await buildNewerFacts(folder);
  const drift = compareCatalogues(await loadCommittedFacts(), facts);
  console.log(formatDrift(drift, staleRepairs));
  process.exitCode = drift.length + staleRepairs.length > 0 ? 1 : 0;
}
