/** `lookup`: names to ids and back, so that nobody has to ask a person for an id. */
import type { Tool } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { buildJsonSchema } from '../../catalogue/json-schema.ts';
import { getDirectory, type LookupList } from '../lookup/directory.ts';
import { findByName } from '../lookup/find.ts';
import { type LookupKindName, lookupKinds } from '../lookup/kinds.ts';
import type { CallDependencies } from '../pipeline/call.ts';
import { findLocation } from '../pipeline/find-location.ts';
import { parseArguments } from '../pipeline/parse.ts';
import type { FixedTool } from './fixed-tool.ts';

const name = 'lookup';

const MAX_SHOWN = 100;

const kinds = Object.keys(lookupKinds) as [LookupKindName, ...LookupKindName[]];

const input = z.strictObject({
  kind: z.enum(kinds),
  name: z.string().min(1).max(200).optional().describe('name, key, email or id; none: all'),
  locationId: z.string().optional(),
});

/** Builds the tool for one configuration of the server. */
export function createLookup(dependencies: CallDependencies): FixedTool {
  const { pins } = dependencies;
  const directory = getDirectory(dependencies);
  const findPlace = async (kind: LookupKindName, given: string | undefined) =>
    kind === 'location'
      ? { locationId: pins.locationId, repairs: [] }
      : await findLocation({ tool: name, given }, dependencies);
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
      const { args: parsed, repairs: mended } = parseArguments(input, args, name);
      const { kind, name: wanted, ...place } = parsed as z.infer<typeof input>;
      const { locationId, repairs: named } = await findPlace(kind, place.locationId);
      const repairs = [...named, ...mended];
      const answer = (data: object) => ({ kind: 'json', data, locationId, repairs }) as const;
      const cut = ({ isCut, entries }: LookupList) =>
        isCut && { note: `only the first ${entries.length} were looked through` };

      if (wanted === undefined) {
        const list = await directory.list(kind, locationId);
        const all = list.entries.slice(0, MAX_SHOWN).map(({ view }) => view);
        return answer({ all, ...(list.entries.length > MAX_SHOWN && { of: list.entries.length }), ...cut(list) });
      }
      const { match, list } = await findByName(directory, kind, locationId, wanted);
      if (match.sure !== undefined) return answer({ match: match.sure.view });
      const candidates = match.candidates.map(({ view }) => view);
      return answer({ candidates, of: list.entries.length, ...cut(list) });
    },
  };
}
