/** How opportunities are made and changed: references are checked first, then one write. */
import { badRequest } from '../../errors.ts';
import type { SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { contacts } from '../contacts/records.ts';
import { definedOnly } from '../locations/access.ts';
import { locationCustomFields, locations } from '../locations/records.ts';
import { users } from '../users/records.ts';
import { assertLostReason, resolvePipeline, resolveStage } from './pipelines.ts';
import { type Opportunity, type OpportunityCustomField, type OpportunityStatus, opportunities } from './records.ts';

/** A custom field as a request names it: by id or key; the value is `field_value` in V2, `fieldValue` in v3. */
interface GivenCustomField {
  readonly id?: string;
  readonly key?: string;
  readonly field_value?: unknown;
  readonly fieldValue?: unknown;
}

/** The fields of create, update and upsert requests that the record keeps. */
export interface OpportunityChange {
  readonly name?: string;
  readonly pipelineId?: string;
  readonly pipelineStageId?: string;
  readonly status?: OpportunityStatus;
  readonly monetaryValue?: number;
  readonly assignedTo?: string;
  readonly lostReasonId?: string;
  readonly source?: string;
  readonly customFields?: readonly GivenCustomField[];
}

/**
 * Lays given values over known ones; an empty one removes. Fields that the location does not have are passed over
 * without a word, as HighLevel does.
 */
function mergeCustomFields(
  known: readonly OpportunityCustomField[],
  given: readonly GivenCustomField[],
  locationId: string,
  world: World,
): OpportunityCustomField[] {
  const fields = locationCustomFields(world)
    .inLocation(locationId)
    .filter((field) => field.model === 'opportunity');
  const merged = new Map(known.map((value) => [value.id, value]));
  for (const { id, key, field_value, fieldValue = field_value } of given) {
    const field = fields.find((one) => one.id === id || (key !== undefined && isKeyOf(key, one.fieldKey)));
    if (!field) continue;
    if (isEmpty(fieldValue)) merged.delete(field.id);
    else merged.set(field.id, { id: field.id, fieldValue });
  }
  return [...merged.values()];
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

const isKeyOf = (key: string, fieldKey: string): boolean => key === fieldKey || `opportunity.${key}` === fieldKey;

/** Throws 400 for a user who does not exist any more. */
export function assertUser(world: World, userId: string): void {
  const user = users(world).get(userId);
  if (!user || user.deleted) throw badRequest(`User with id ${userId} not found`);
}

/** Checks every reference of the change against the location. Throws 400. */
function assertReferences(change: OpportunityChange, locationId: string, world: World): void {
  if (change.assignedTo) assertUser(world, change.assignedTo);
  if (change.lostReasonId) assertLostReason(world, locationId, change.lostReasonId);
}

/**
 * The open opportunity that stands in the way of another one: same contact, same pipeline. Other pipelines and
 * closed opportunities do not count (measured live by others, 2026-09).
 */
export function findOpenOpportunity(
  world: World,
  { locationId, contactId, pipelineId }: Pick<Opportunity, 'locationId' | 'contactId' | 'pipelineId'>,
): Opportunity | undefined {
  return opportunities(world)
    .inLocation(locationId)
    .find((one) => one.contactId === contactId && one.pipelineId === pipelineId && one.status === 'open');
}

export interface NewOpportunity extends OpportunityChange {
  readonly contactId: string;
  readonly pipelineId: string;
  readonly name: string;
}

/** Adds an opportunity. Throws 400 for broken references, and for a duplicate where the location refuses them. */
export function createOpportunity(wanted: NewOpportunity, locationId: string, world: World): Opportunity {
  const contact = contacts(world).get(wanted.contactId);
  if (!contact || contact.locationId !== locationId) throw badRequest(`Contact with id ${wanted.contactId} not found`);
  const pipeline = resolvePipeline(world, locationId, wanted.pipelineId);
  const stage = resolveStage(pipeline, wanted.pipelineStageId);
  const status = wanted.status ?? 'open';
  assertReferences(wanted, locationId, world);
  const existing = findOpenOpportunity(world, { ...wanted, locationId });
  if (existing && !locations(world).get(locationId)?.settings.allowDuplicateOpportunity)
    throw badRequest('Can not create duplicate opportunity for the contact.', {
      code: 'OPPORTUNITY_NO_DUPLICATE',
      meta: { existingId: existing.id },
    });
  const { name, monetaryValue = 0, source = '', assignedTo, lostReasonId, customFields = [] } = wanted;
  const now = world.timestamp();
  return opportunities(world).insert({
    id: world.newId(),
    locationId,
    name,
    monetaryValue,
    pipelineId: pipeline.id,
    pipelineStageId: stage.id,
    status,
    source,
    contactId: contact.id,
    ...definedOnly({ assignedTo, lostReasonId }),
    followers: [],
    customFields: mergeCustomFields([], customFields, locationId, world),
    createdAt: now,
    updatedAt: now,
    lastStatusChangeAt: now,
    lastStageChangeAt: now,
    indexVersion: 1,
  });
}

/** Changes an opportunity and stamps what changed: stage, status, or only the update. Throws 400 for broken references. */
export function updateOpportunity(known: Opportunity, change: OpportunityChange, world: World): Opportunity {
  const pipelineId = change.pipelineId ?? known.pipelineId;
  const pipeline = resolvePipeline(world, known.locationId, pipelineId);
  // Moving to another pipeline without naming a stage starts at its first one.
  const stageId = change.pipelineStageId ?? (pipelineId === known.pipelineId ? known.pipelineStageId : undefined);
  const stage = resolveStage(pipeline, stageId);
  const status = change.status ?? known.status;
  assertReferences(change, known.locationId, world);
  const now = world.timestamp();
  const { name, monetaryValue, assignedTo, lostReasonId, source, customFields = [] } = change;
  return opportunities(world).update(known.id, {
    ...definedOnly({ name, monetaryValue, assignedTo, lostReasonId, source }),
    pipelineId,
    pipelineStageId: stage.id,
    status,
    customFields: mergeCustomFields(known.customFields, customFields, known.locationId, world),
    updatedAt: now,
    indexVersion: known.indexVersion + 1,
    ...(status !== known.status && { lastStatusChangeAt: now }),
    ...(stage.id !== known.pipelineStageId && { lastStageChangeAt: now }),
  });
}

/** Adds or removes followers and tells which ones changed. Throws 400 for unknown users. */
export function changeFollowers(
  known: Opportunity,
  userIds: readonly string[],
  action: 'add' | 'remove',
  world: World,
): { readonly followers: readonly string[]; readonly changed: readonly string[] } {
  if (action === 'add') for (const id of userIds) assertUser(world, id);
  const isFollowing = new Set(known.followers);
  const changed = [...new Set(userIds)].filter((id) => isFollowing.has(id) === (action === 'remove'));
  const followers =
    action === 'add' ? [...known.followers, ...changed] : known.followers.filter((id) => !changed.includes(id));
  if (changed.length > 0) opportunities(world).update(known.id, { followers, updatedAt: world.timestamp() });
  return { followers, changed };
}

/** The opportunity of the path. Throws 400 when there is none; the caller checks the location. */
export const missingOpportunity = (request: SandboxRequest) => () =>
  badRequest(`Opportunity with id ${request.path.id} not found`);
