/** What of the rules for risk classes (docs/decisions/10-risk-classes.md) names and methods can tell. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Guide } from '../../src/catalogue/guide.ts';
import { type Entry, isJudged, loadAllEntries } from './resources.ts';

type Judged = Entry & { readonly guide: Guide };

let judged: readonly Judged[];

beforeAll(async () => {
  judged = (await loadAllEntries()).filter(isJudged);
});

function listNames(matches: (entry: Judged) => boolean): string[] {
  return judged.filter(matches).map(({ guide }) => guide.name);
}

describe('a risk class', () => {
  it.each([
    'delete',
    'send',
    'publish',
    'schedule',
    'purchase',
    'charge',
    'refund',
    'cancel',
    'void',
    'resume',
    'disconnect',
  ])('is high-impact for whatever ends in %s', (verb) => {
    const isTamed = ({ guide }: Judged): boolean => guide.name.endsWith(`_${verb}`) && guide.risk !== 'high-impact';
    // Both halves of a relation stay, and associations_relation_create links them again.
    expect(listNames(isTamed).filter((name) => name !== 'associations_relation_delete')).toEqual([]);
  });

  it.each(['get', 'list', 'search', 'count', 'check', 'preview', 'download', 'export'])(
    'is read for whatever ends in %s',
    (verb) => {
      expect(listNames(({ guide }) => guide.name.endsWith(`_${verb}`) && guide.risk !== 'read')).toEqual([]);
    },
  );

  it('is read for every GET but those that begin a login, and for no DELETE, PUT or PATCH', () => {
    const acting = ({ operation, guide }: Judged): boolean => operation.method === 'GET' && guide.risk !== 'read';
    expect(listNames(acting).filter((name) => !name.endsWith('_oauth_start'))).toEqual([]);
    expect(listNames(acting)).toHaveLength(8);
    const harmless = ({ operation, guide }: Judged): boolean =>
      !['GET', 'POST'].includes(operation.method) && guide.risk === 'read';
    expect(listNames(harmless)).toEqual([]);
  });

  it('is the same for an operation and its twin under an older or newer path', () => {
    const byName = new Map(judged.map((entry) => [entry.guide.name as string, entry.guide]));
    const twins = [...byName].flatMap(([name, guide]) => {
      const twin = byName.get(name.replace(/_(?:old|v3)_/, '_'));
      return twin === undefined || twin === guide ? [] : [{ name, guide, twin }];
    });
    expect(twins.length).toBeGreaterThan(12);
    for (const { name, guide, twin } of twins) {
      expect([guide.risk, guide.idempotent, guide.openWorld], name).toEqual([
        twin.risk,
        twin.idempotent,
        twin.openWorld,
      ]);
    }
  });
});
