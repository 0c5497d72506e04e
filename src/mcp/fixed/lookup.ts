/** `lookup`: names to ids and back, so that nobody has to ask a person for an id. */
import type { Tool } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { buildJsonSchema } from '../../catalogue/json-schema.ts';
import { getDirectory } from '../lookup/directory.ts';
import { type LookupKindName, lookupKinds } from '../lookup/kinds.ts';
import { matchName } from '../lookup/match.ts';
import type { CallDependencies } from '../pipeline/call.ts';
import { parseArguments } from '../pipeline/parse.ts';
import type { FixedTool } from './fixed-tool.ts';

const name = 'lookup';

/** When a name is missing from a list, for how long it is not read again. */
const MIN_AGE_MS = 5_000;

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
      const { kind, name: wanted, locationId = pins.locationId } = parsed as z.infer<typeof input>;
      const answer = (data: object) => ({ kind: 'json', data, locationId, repairs }) as const;

      const entries = await directory.list(kind, locationId);
      if (wanted === undefined) {
        const all = entries.slice(0, MAX_SHOWN).map(({ view }) => view);
        return answer({ all, ...(entries.length > MAX_SHOWN && { of: entries.length }) });
      }
      let match = matchName(wanted, entries);
      if (match.sure === undefined) {
        match = matchName(wanted, await directory.list(kind, locationId, MIN_AGE_MS));
      }
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
