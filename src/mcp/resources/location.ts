/** What a location consists of, with the ids that calls need: read and kept as `lookup` does. */
import { type Directory, getDirectory } from '../lookup/directory.ts';
import type { LookupKindName } from '../lookup/kinds.ts';
import type { CallDependencies } from '../pipeline/call.ts';
import { findLocation } from '../pipeline/find-location.ts';
import { MAX_BUDGET } from '../results/budget.ts';
import type { Outcome } from '../results/success.ts';
import { mimeType, type ServedResource, type ServedTemplate } from './resource.ts';

interface LocationList {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The field of the answer that holds it. */
  readonly field: string;
  read(directory: Directory, locationId: string): Promise<readonly object[]>;
}

const lists: readonly LocationList[] = [
  {
    name: 'pipelines',
    title: 'Pipelines',
    description: 'Pipelines of deals with their stages, and the ids of both.',
    field: 'pipelines',
    async read(directory, locationId) {
      const pipelines = (await directory.list('pipeline', locationId)).entries;
      const stages = (await directory.list('stage', locationId)).entries;
      return pipelines.map(({ id, name }) => ({
        id,
        name,
        stages: stages
          .filter(({ view }) => view.pipelineId === id)
          .map((stage) => ({ id: stage.id, name: stage.name })),
      }));
    },
  },
  {
    name: 'calendars',
    title: 'Calendars',
    description: 'Calendars with their ids, and whether they take bookings.',
    field: 'calendars',
    read: (directory, locationId) => listViews(directory, 'calendar', locationId),
  },
  {
    name: 'custom-fields',
    title: 'Custom fields',
    description: 'Custom fields of contacts and opportunities: ids, keys, types and choices.',
    field: 'customFields',
    read: (directory, locationId) => listViews(directory, 'custom_field', locationId),
  },
  {
    name: 'users',
    title: 'Users',
    description: 'Staff of the location: names, e-mail addresses and ids.',
    field: 'users',
    read: (directory, locationId) => listViews(directory, 'user', locationId),
  },
];

async function listViews(directory: Directory, kind: LookupKindName, locationId: string): Promise<readonly object[]> {
  return (await directory.list(kind, locationId)).entries.map(({ view }) => view);
}

/** The lists of the pinned location, under short addresses; none where no location is pinned. */
export function createPinnedLists(dependencies: CallDependencies): readonly ServedResource[] {
  const { locationId } = dependencies.pins;
  if (locationId === undefined) return [];
  return lists.map((list) => ({
    definition: {
      uri: `highlevel://${list.name}`,
      name: list.name,
      title: list.title,
      description: list.description,
      mimeType,
    },
    read: () => readList(list, locationId, dependencies),
  }));
}

/** The same lists of any location that the token and the pin let through. */
export function createListTemplates(dependencies: CallDependencies): readonly ServedTemplate<'locationId'>[] {
  return lists.map((list) => ({
    definition: {
      uriTemplate: `highlevel://locations/{locationId}/${list.name}`,
      name: `location-${list.name}`,
      title: `${list.title} of a location`,
      description: list.description,
      mimeType,
    },
    completers: { locationId: 'location' },
    read: ({ locationId }) => readList(list, locationId, dependencies),
  }));
}

/** A resource cannot be asked for in parts, so it may be as large as any result. */
async function readList(list: LocationList, given: string, dependencies: CallDependencies): Promise<Outcome> {
  const { locationId = given, repairs } = await findLocation({ tool: list.name, given }, dependencies);
  const items = await list.read(getDirectory(dependencies), locationId);
  return { kind: 'json', data: { [list.field]: items }, locationId, repairs, view: { budget: MAX_BUDGET } };
}
