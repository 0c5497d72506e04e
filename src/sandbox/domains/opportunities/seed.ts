/** Two pipelines per location with deals of all ages: about 60 opportunities, most of them open. */
import type { Person, SeedContext } from '../../domain.ts';
import { locationCustomFields } from '../locations/records.ts';
import { createWorldUuid } from '../shared/uuid.ts';
import { lostReasons, type OpportunityStatus, opportunities, type Pipeline, pipelines } from './records.ts';

interface SeedPipeline {
  readonly name: string;
  readonly stages: readonly string[];
  readonly deals: readonly (readonly [name: string, value: number])[];
  /** How many opportunities start in it. */
  readonly count: number;
}

const dental: readonly SeedPipeline[] = [
  {
    name: 'New Patients',
    stages: ['Enquiry', 'Contacted', 'Consultation Booked', 'Consultation Done', 'Treatment Accepted'],
    deals: [
      ['New patient exam', 180],
      ['Check-up and cleaning', 240],
      ['Emergency visit', 320],
    ],
    count: 22,
  },
  {
    name: 'Treatment Plans',
    stages: ['Plan Proposed', 'Insurance Check', 'Financing', 'Scheduled', 'In Treatment', 'Completed'],
    deals: [
      ['Clear aligners', 4200],
      ['Single implant', 3600],
      ['Crown', 1250],
      ['Whitening', 199],
    ],
    count: 16,
  },
];

const fitness: readonly SeedPipeline[] = [
  {
    name: 'Memberships',
    stages: ['New Lead', 'Trial Booked', 'Trial Attended', 'Offer Sent'],
    deals: [
      ['Basic membership', 588],
      ['Unlimited membership', 1428],
    ],
    count: 14,
  },
  {
    name: 'Personal Training',
    stages: ['Enquiry', 'Assessment', 'Package Proposed', 'Package Sold'],
    deals: [
      ['10-session package', 750],
      ['Nutrition coaching', 400],
    ],
    count: 8,
  },
];

const reasons = ['Price too high', 'Chose a competitor', 'No response', 'Bad timing'];

const statuses: readonly OpportunityStatus[] = ['open', 'open', 'open', 'open', 'won', 'won', 'lost', 'abandoned'];

export function seedOpportunities(context: SeedContext): void {
  for (const [index, { id: locationId }] of context.locations.entries()) {
    const reasonIds = reasons.map((name) => seedLostReason(context, locationId, name));
    // Everybody appears once per pipeline, so the seed never breaks the rule against duplicates.
    for (const [shift, plan] of (index === 0 ? dental : fitness).entries()) {
      const pipeline = seedPipeline(context, locationId, plan);
      const people = context.peopleIn(locationId).filter((_, place) => place % 3 === shift);
      for (const person of people.slice(0, plan.count)) seedOpportunity(context, { person, pipeline, plan, reasonIds });
    }
  }
}

function seedLostReason({ world, daysAgo }: SeedContext, locationId: string, name: string): string {
  const createdAt = daysAgo(190);
  const reason = { id: world.newObjectId(), locationId, name, deleted: false, createdAt, updatedAt: createdAt };
  return lostReasons(world).insert(reason).id;
}

function seedPipeline({ world, daysAgo }: SeedContext, locationId: string, plan: SeedPipeline): Pipeline {
  return pipelines(world).insert({
    id: world.newId(),
    locationId,
    name: plan.name,
    stages: plan.stages.map((name, position) => ({
      id: createWorldUuid(world),
      name,
      position,
      showInFunnel: true,
      showInPieChart: true,
    })),
    showInFunnel: true,
    showInPieChart: true,
    dateAdded: daysAgo(190),
    dateUpdated: daysAgo(190),
  });
}

interface Deal {
  readonly person: Person;
  readonly pipeline: Pipeline;
  readonly plan: SeedPipeline;
  readonly reasonIds: readonly string[];
}

function seedOpportunity(context: SeedContext, { person, pipeline, plan, reasonIds }: Deal): void {
  const { world, pick } = context;
  const [dealName, value] = pick(plan.deals);
  const status = pick(statuses);
  const stage = status === 'won' ? (pipeline.stages.at(-1) ?? pick(pipeline.stages)) : pick(pipeline.stages);
  const createdMs = Date.parse(person.dateAdded);
  const movedMs = createdMs + Math.floor(world.random() * (world.now() - createdMs));
  const [createdAt, movedAt] = [new Date(createdMs).toISOString(), new Date(movedMs).toISOString()];
  const choice = locationCustomFields(world)
    .inLocation(person.locationId)
    .find((field) => field.model === 'opportunity' && field.picklistOptions);
  opportunities(world).insert({
    id: world.newId(),
    locationId: person.locationId,
    name: `${dealName} - ${person.firstName} ${person.lastName}`,
    monetaryValue: value,
    pipelineId: pipeline.id,
    pipelineStageId: stage.id,
    status,
    source: person.source,
    contactId: person.contactId,
    ...(person.assignedTo !== undefined && { assignedTo: person.assignedTo }),
    ...(status === 'lost' && { lostReasonId: pick(reasonIds) }),
    followers: [],
    customFields: choice ? [{ id: choice.id, fieldValue: pick(choice.picklistOptions ?? []) }] : [],
    createdAt,
    updatedAt: movedAt,
    lastStatusChangeAt: status === 'open' ? createdAt : movedAt,
    lastStageChangeAt: movedAt,
    indexVersion: 1,
  });
}
