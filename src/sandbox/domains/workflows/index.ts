/** Workflows: the API only lists them; contacts are put in and taken out by the contacts domain. */
import type { Domain, SeedContext } from '../../domain.ts';
import type { Handlers } from '../../handler.ts';
import { contacts, workflowEnrolments } from '../contacts/records.ts';
import { createWorldUuid } from '../shared/uuid.ts';
import { type Workflow, workflows } from './records.ts';

const handlers: Handlers = {
  'GET /workflows/': (request, world) => ({ body: { workflows: workflows(world).indexed(request.locationId) } }),
};

type SeedWorkflow = Pick<Workflow, 'name' | 'status' | 'version'>;

const seedsByLocation: readonly [readonly SeedWorkflow[], readonly SeedWorkflow[]] = [
  [
    { name: 'New patient welcome', status: 'published', version: 4 },
    { name: 'Appointment reminder, 24 hours before', status: 'published', version: 7 },
    { name: 'No-show follow-up', status: 'published', version: 2 },
    { name: 'Review request after visit', status: 'draft', version: 1 },
  ],
  [
    { name: 'Trial sign-up', status: 'published', version: 3 },
    { name: 'Class reminder', status: 'published', version: 5 },
    { name: 'Membership renewal', status: 'draft', version: 1 },
  ],
];

function seed(context: SeedContext): void {
  const { world, locations, daysAgo } = context;
  for (const [index, { id: locationId }] of locations.entries()) {
    for (const [place, workflow] of (seedsByLocation[index] ?? []).entries()) {
      const [createdAt, updatedAt] = [daysAgo(170 - place * 20), daysAgo(60 - place * 10)];
      workflows(world).insert({ id: createWorldUuid(world), locationId, ...workflow, createdAt, updatedAt });
    }
    seedEnrolments(context, locationId);
  }
}

/** Every twelfth contact is in a published workflow, or has been. */
function seedEnrolments({ world, pick, daysAgo, between }: SeedContext, locationId: string): void {
  const published = workflows(world)
    .inLocation(locationId)
    .filter((workflow) => workflow.status === 'published');
  for (const [index, { id: contactId }] of contacts(world).inLocation(locationId).entries()) {
    if (index % 12 !== 0) continue;
    workflowEnrolments(world).insert({
      ...{ id: world.newId(), locationId, contactId },
      automationId: pick(published).id,
      status: pick(['active', 'finished'] as const),
      dateAdded: daysAgo(between(0, 30)),
    });
  }
}

export const domain: Domain = { name: 'workflows', handlers, seed };
