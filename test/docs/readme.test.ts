/** What the README promises about the default tools. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { everydayTools } from '../../src/mcp/surface/everyday.ts';

it('the README lists exactly the scopes that the everyday tools need', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const block = /The default tools need these:\n\n```\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const catalogue = createCatalogue();
  const needed = new Set(everydayTools.flatMap((name) => catalogue.findByName(name)?.scopes ?? []));
  expect(block.trim().split(/\s+/).sort()).toEqual([...needed].sort());
});
