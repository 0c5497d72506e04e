/**
 * `npm run search:measure`: how well search finds what is asked for, how fast, and how large its index is. Weights are
 * chosen with every second request (the "even" ones) and the asks; the others are only looked at here.
 * With `--missed` it lists the even requests whose operation is not found first.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { createCatalogue } from '../../../src/catalogue/catalogue.ts';
import { createSearch } from '../../../src/catalogue/search/search.ts';
import { commonTools } from '../../../src/mcp/surface/everyday.ts';
import { getShare, type Placed, placeRequests } from './places.ts';
import { requests } from './requests.ts';

const { values } = parseArgs({ options: { missed: { type: 'boolean', default: false } } });
const search = createSearch(createCatalogue(), { favoured: commonTools });
const anything = { limit: 5, isCallable: () => true };

const started = performance.now();
await search.search('find a contact', anything);
const firstMs = performance.now() - started;
await placeRequests(search, requests.slice(0, 100));
const times: number[] = [];
for (const { ask } of requests) {
  const before = performance.now();
  await search.search(ask, anything);
  times.push(performance.now() - before);
}
times.sort((a, b) => a - b);

const placed = await placeRequests(search, requests);
const even = placed.filter((_, place) => place % 2 === 0);
const kinds = ['synonym', 'typo', 'language', undefined] as const;
console.log('requests              n   first  first 5');
print('all', placed);
print('even (tuned)', even);
print(
  'odd (held out)',
  placed.filter((_, place) => place % 2 === 1),
);
for (const kind of kinds) {
  print(
    kind ?? 'plain',
    placed.filter(({ request }) => request.kind === kind),
  );
}
const file = readFileSync(new URL('../../../tools/search.gen.json', import.meta.url));
console.log(`first search ${firstMs.toFixed(0)} ms, then median ${at(0.5)} ms, 99 % within ${at(0.99)} ms`);
console.log(`index ${(file.length / 1024).toFixed(0)} KiB, ${(gzipSync(file).length / 1024).toFixed(0)} KiB packed`);
if (values.missed) {
  for (const { request, place, first } of even.filter((one) => one.place > 1)) {
    console.log(`${place}  ${request.ask}  -> ${request.tools.join(' | ')}, not ${first}`);
  }
}

function print(what: string, some: readonly Placed[]): void {
  const [first, five] = [1, 5].map((among) => `${(getShare(some, among) * 100).toFixed(1)} %`.padStart(8));
  console.log(`${what.padEnd(18)} ${String(some.length).padStart(4)} ${first} ${five}`);
}

function at(share: number): string {
  return (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
}
