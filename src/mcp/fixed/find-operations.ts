/** `find_operations`: which operations do what somebody wants, by their own words for it. */
import type { Tool } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Catalogue, OperationRow } from '../../catalogue/catalogue.ts';
import { formatGap } from '../../catalogue/gaps.ts';
import { buildJsonSchema } from '../../catalogue/json-schema.ts';
import { createSearch, type Search } from '../../catalogue/search/search.ts';
import type { Arguments } from '../pipeline/context.ts';
import { parseArguments } from '../pipeline/parse.ts';
import { refuseOperation } from '../pipeline/permit.ts';
import { CallRefusal } from '../pipeline/refusal.ts';
import type { Outcome } from '../results/success.ts';
import { findDefinition } from '../surface/definition.ts';
import { commonTools } from '../surface/everyday.ts';
import { type ForesightDependencies, readForesight } from '../token/foresight.ts';
import type { Obstacle } from '../token/obstacle.ts';
import type { FixedTool } from './fixed-tool.ts';
import { describeWayIn, type WayInDependencies } from './way-in.ts';

const name = 'find_operations';

const DEFAULT_LIMIT = 5;
const MAX_LIMIT = 20;
const MAX_QUERY_LENGTH = 1000;

/** Letters of a schema that is shown whole: some 250 tokens of the first hit, and only the tiny ones of others. */
const MAX_SCHEMA_LENGTH = { first: 900, other: 250 };

/** Hits whose optional arguments are named: of those wanted, nine in ten are among them. */
const MAX_WITH_OPTIONAL = 3;

const input = z.strictObject({
  query: z.string().min(1),
  resource: z.string().optional().describe('e.g. contacts'),
  risk: z.enum(['read', 'write', 'high-impact']).optional(),
  limit: z.int().min(1).max(MAX_LIMIT).optional(),
});

export interface FindOperationsDependencies extends WayInDependencies, ForesightDependencies {
  readonly choosesLocation?: boolean | undefined;
}

/** Over HTTP a server lives for one request; what a search has loaded serves the next one too. */
const searches = new WeakMap<Catalogue, Search>();

function getSearch(catalogue: Catalogue): Search {
  const known = searches.get(catalogue) ?? createSearch(catalogue, { favoured: commonTools });
  searches.set(catalogue, known);
  return known;
}

/** Builds the tool for one configuration of the server. */
export function createFindOperations(dependencies: FindOperationsDependencies): FixedTool {
  const { catalogue } = dependencies;
  return {
    definition: {
      name,
      title: 'Find operations',
      description: `Searches all ${countOffered(catalogue)} HighLevel operations. Say what you want to do.`,
      inputSchema: buildJsonSchema(input) as Tool['inputSchema'],
      annotations: {
        title: 'Find operations',
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    async run(args: Arguments): Promise<Outcome> {
      const { args: parsed, repairs } = parseArguments(input, args, name);
      const { query, risk, limit = DEFAULT_LIMIT, resource } = parsed as z.infer<typeof input>;
      const findObstacle = await readForesight(dependencies);
      const { hits, outOfReach, resources, gap } = await getSearch(catalogue).search(query.slice(0, MAX_QUERY_LENGTH), {
        resource: resource === undefined ? undefined : resolveResource(catalogue, resource),
        risk,
        limit,
        isCallable: (row) => refuseOperation(row, dependencies) === undefined,
        isDoubtful: (row) => findObstacle(row) !== undefined,
      });
      const found = hits.map(({ row }) => ({ row, obstacle: findObstacle(row) }));
      const operations = await Promise.all(found.map((hit, place) => describeHit(hit, place, dependencies)));
      const toLift = new Set(found.flatMap(({ obstacle }) => obstacle?.toLift ?? []));
      const data = {
        operations,
        ...(operations.some((hit) => !('inputSchema' in hit)) && {
          more: 'describe_operation has the rest of the schemas',
        }),
        ...(toLift.size > 0 && { toLift: [...toLift].join(' ') }),
        ...(outOfReach.length > 0 && {
          notAllowed: outOfReach.map(({ row }) => ({
            operation: row.name,
            reason: refuseOperation(row, dependencies)?.message,
          })),
        }),
        ...(gap !== undefined && { notInApi: formatGap(gap) }),
        ...(resources.length > 0 && { tryResources: resources }),
      };
      return { kind: 'json', data, locationId: undefined, repairs, isOwn: true };
    },
  };
}

function countOffered(catalogue: Catalogue): number {
  return catalogue.rows.filter((row) => row.guided && row.withheld === undefined).length;
}

/** @throws CallRefusal for a resource that is not there; a wrong filter would look like nothing found. */
function resolveResource(catalogue: Catalogue, given: string): string {
  const resource = given.trim().toLowerCase().replaceAll(/[_ ]/g, '-');
  if (catalogue.resources.includes(resource)) return resource;
  const nearest = catalogue.listNearestNames(resource, catalogue.resources);
  throw new CallRefusal('invalid_arguments', `No resource is called ${given.slice(0, 50)}.`, {
    advice: `Nearest: ${nearest.join(', ')}. Or leave resource out.`,
  });
}

interface FoundHit {
  readonly row: OperationRow;
  readonly obstacle: Obstacle | undefined;
}

async function describeHit({ row, obstacle }: FoundHit, place: number, dependencies: FindOperationsDependencies) {
  const { catalogue } = dependencies;
  const { description, inputSchema } = await findDefinition(catalogue, row, dependencies);
  const { required = [], properties = {} } = inputSchema;
  const optional = Object.keys(properties).filter((argument) => !required.includes(argument));
  const isShort =
    JSON.stringify(inputSchema).length <= (place === 0 ? MAX_SCHEMA_LENGTH.first : MAX_SCHEMA_LENGTH.other);
  return {
    operation: row.name,
    summary: description,
    risk: row.risk,
    ...(row.deprecated && { deprecated: true }),
    ...(obstacle && { probablyRefused: obstacle.why }),
    ...describeWayIn(row, dependencies),
    ...(isShort ? { inputSchema } : place < MAX_WITH_OPTIONAL ? { required, optional } : { required }),
  };
}
