/** `lookup`: names to ids and back, so that nobody has to ask a person for an id. */
import type { Tool } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { buildJsonSchema } from '../../catalogue/json-schema.ts';
import { createLookupCache, type LookupCache } from '../lookup/cache.ts';
import { type LookupEntry, readEntries } from '../lookup/entry.ts';
import { type LookupKind, type LookupKindName, lookupKinds } from '../lookup/kinds.ts';
import { matchName } from '../lookup/match.ts';
import { type CallDependencies, runCall } from '../pipeline/call.ts';
import { findOperation } from '../pipeline/find.ts';
import { parseArguments } from '../pipeline/parse.ts';
import type { Session } from '../session.ts';
import type { FixedTool } from './fixed-tool.ts';

const name = 'lookup';

/** How long a list is taken for current; and when a name is missing from it, for how long it is not read again. */
const MAX_AGE_MS = 60_000;
const MIN_AGE_MS = 5_000;

const MAX_SHOWN = 100;
const MAX_PAGES = 20;

const kinds = Object.keys(lookupKinds) as [LookupKindName, ...LookupKindName[]];

const input = z.strictObject({
  kind: z.enum(kinds),
  name: z.string().min(1).max(200).optional().describe('name, key, email or id; none: all'),
  locationId: z.string().optional(),
});

/** Several may wait for one list, so whoever calls off stops waiting but does not stop the reading. */
const steadySession: Session = { signal: new AbortController().signal, reportProgress() {} };

/** One for each configuration: what one account holds is never shown to another. */
const caches = new WeakMap<CallDependencies, LookupCache>();

function nameList(kind: LookupKindName, locationId: string | undefined): string {
  return `${locationId} ${lookupKinds[kind].operation} ${kind}`;
}

/** What was last read of a kind in the pinned location; undefined where it was not. Sends nothing. */
export function peekLookup(kind: LookupKindName, dependencies: CallDependencies): readonly LookupEntry[] | undefined {
  return caches.get(dependencies)?.peek(nameList(kind, dependencies.pins.locationId));
}

/** Builds the tool for one configuration of the server. */
export function createLookup(dependencies: CallDependencies): FixedTool {
  const { pins, catalogue } = dependencies;
  const cache = caches.get(dependencies) ?? createLookupCache();
  caches.set(dependencies, cache);

  async function readAll(kind: LookupKind, locationId: string | undefined): Promise<LookupEntry[]> {
    const row = findOperation(kind.operation, catalogue);
    const place = Object.entries(row.context ?? {}).find(([, role]) => role === 'location')?.[0];
    const fixed = locationId === undefined || place === undefined ? {} : { [place]: locationId };
    const entries: LookupEntry[] = [];
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const { size, offset, count = Number.POSITIVE_INFINITY } = kind.pages ?? {};
      const pageArgs = size && offset ? { [size]: String(count), [offset]: String(page * count) } : {};
      const { data } = await runCall({ row, args: { ...fixed, ...pageArgs }, session: steadySession }, dependencies);
      const items = (data as Readonly<Record<string, unknown>>)[kind.items];
      const list = Array.isArray(items) ? items : [];
      entries.push(...readEntries(list, kind));
      if (list.length < count) break;
    }
    return entries;
  }

  return {
    definition: {
      name,
      title: 'Look up by name',
      description: 'Id of a thing by its name, or its name by id; candidates when unsure.',
      inputSchema: buildJsonSchema(
        pins.locationId === undefined ? input : input.omit({ locationId: true }),
      ) as Tool['inputSchema'],
      annotations: {
        title: 'Look up by name',
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    async run(args) {
      const { args: parsed, repairs } = parseArguments(input, args, name);
      const { kind: kindName, name: wanted, locationId = pins.locationId } = parsed as z.infer<typeof input>;
      const kind = lookupKinds[kindName];
      const getEntries = (maxAgeMs: number) =>
        cache.get(nameList(kindName, locationId), maxAgeMs, () => readAll(kind, locationId));
      const answer = (data: object) => ({ kind: 'json', data, locationId, repairs }) as const;

      const entries = await getEntries(MAX_AGE_MS);
      if (wanted === undefined) {
        const all = entries.slice(0, MAX_SHOWN).map(({ view }) => view);
        return answer({ all, ...(entries.length > MAX_SHOWN && { of: entries.length }) });
      }
      let match = matchName(wanted, entries);
      if (match.sure === undefined) match = matchName(wanted, await getEntries(MIN_AGE_MS));
      if (match.sure !== undefined) return answer({ match: match.sure.view });
      const candidates = match.candidates.map(({ view }) => view);
      return answer({
        match: 'none is surely meant',
        candidates,
        ...(candidates.length === 0 && { of: entries.length }),
      });
    },
  };
}
