/** That the requests by which search is measured are sound: right answers exist, and the day's work is in them. */
import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../../src/catalogue/catalogue.ts';
import { commonTools } from '../../../src/mcp/surface/everyday.ts';
import { requests } from './requests.ts';

const catalogue = createCatalogue();
const named = requests.flatMap(({ tools }) => tools);
const listMissing = (wanted: readonly string[], atLeast: number): string[] =>
  wanted.filter((item) => named.filter((name) => name === item).length < atLeast);

describe('requests', () => {
  test('there are at least 400', () => {
    expect(requests.length).toBeGreaterThanOrEqual(400);
  });

  test('each is asked once', () => {
    const asks = requests.map(({ ask }) => ask.trim().toLowerCase());
    expect(asks.filter((ask, place) => asks.indexOf(ask) !== place)).toEqual([]);
  });

  test('each names operations that are judged and offered, none twice', () => {
    const wrong = requests.filter(({ tools }) => {
      const rows = tools.map((name) => catalogue.findByName(name));
      const offered = rows.every((row) => row?.guided === true && row.withheld === undefined);
      return tools.length === 0 || !offered || new Set(tools).size !== tools.length;
    });
    expect(wrong).toEqual([]);
  });

  test('each everyday tool is asked for at least twice', () => {
    expect(listMissing(commonTools, 2)).toEqual([]);
  });

  test('each resource is asked for at least three times', () => {
    const count = (resource: string): number =>
      requests.filter(({ tools }) => tools.some((name) => catalogue.findByName(name)?.resource === resource)).length;
    expect(catalogue.resources.filter((resource) => count(resource) < 3)).toEqual([]);
  });

  test('there are synonyms, typos and other languages', () => {
    const count = (kind: string): number => requests.filter((request) => request.kind === kind).length;
    expect(count('synonym')).toBeGreaterThanOrEqual(45);
    expect(count('typo')).toBeGreaterThanOrEqual(40);
    expect(count('language')).toBeGreaterThanOrEqual(40);
  });
});
