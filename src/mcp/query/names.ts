/** Names in place of ids, where a group is asked for by `:name`: they say more in fewer tokens. */
import { getDirectory } from '../lookup/directory.ts';
import type { LookupEntry } from '../lookup/entry.ts';
import type { LookupKindName } from '../lookup/kinds.ts';
import type { CallDependencies } from '../pipeline/call.ts';
import { CallRefusal } from '../pipeline/refusal.ts';

/** What a field of this name is the id of. */
const kinds: Readonly<Record<string, LookupKindName>> = {
  pipelineId: 'pipeline',
  pipelineStageId: 'stage',
  assignedTo: 'user',
  assignedUserId: 'user',
  userId: 'user',
  followers: 'user',
  calendarId: 'calendar',
  groupId: 'calendar_group',
  workflowId: 'workflow',
  campaignId: 'campaign',
  productId: 'product',
  formId: 'form',
  surveyId: 'survey',
  locationId: 'location',
};

const suffix = /:name$/;

/** What to show for an id; the id itself where it has no name. */
export type Namer = (id: unknown) => unknown;

/**
 * One for each column of `groupBy` that ends in `:name`. Reads the lists of what they name, as `lookup` does.
 *
 * @throws CallRefusal for a field whose ids nobody has names for, and where a list may not be read.
 */
export async function readNamers(
  groupBy: readonly string[],
  locationId: string | undefined,
  dependencies: CallDependencies,
): Promise<ReadonlyMap<string, Namer>> {
  const namers = new Map<string, Namer>();
  for (const column of groupBy.filter((name) => suffix.test(name))) {
    const field = column.replace(suffix, '').split('.').at(-1) ?? '';
    const kind = Object.hasOwn(kinds, field) ? kinds[field] : undefined;
    if (kind === undefined) throw refuseNames(column);
    namers.set(column, createNamer((await getDirectory(dependencies).list(kind, locationId)).entries));
  }
  return namers;
}

/** The path of a column, without what is said about showing it. */
export function stripName(column: string): string {
  return column.replace(suffix, '');
}

/** Of two that have one name, each has its id beside it: else two groups would look like one. */
function createNamer(entries: readonly LookupEntry[]): Namer {
  const byId = new Map(entries.map(({ id, name }) => [id, name]));
  const counts = new Map<string, number>();
  for (const name of byId.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (id) => {
    const name = typeof id === 'string' ? byId.get(id) : undefined;
    if (name === undefined || name === '') return id;
    return counts.get(name) === 1 ? name : `${name} (${id})`;
  };
}

function refuseNames(column: string): CallRefusal {
  return new CallRefusal('invalid_arguments', 'query was called with arguments it cannot take.', {
    advice: `Names are known for ${Object.keys(kinds).join(', ')}. Leave :name out to group by the value itself.`,
    problems: [`groupBy: ${column.slice(0, 100)} has no names`],
  });
}
