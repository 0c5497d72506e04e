/** What the README promises about scopes. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { commonTools } from '../../src/mcp/surface/everyday.ts';

it("the README lists exactly the scopes that a day's work needs", () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const block = /A day's work needs these:\n\n```\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const catalogue = createCatalogue();
  const needed = new Set(commonTools.flatMap((name) => catalogue.findByName(name)?.scopes ?? []));
  expect(block.trim().split(/\s+/).sort()).toEqual([...needed].sort());
});
