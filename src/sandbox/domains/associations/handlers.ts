/** The operations on associations and relations. */
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { SandboxRecord, World } from '../../world.ts';
import { businesses } from '../businesses/records.ts';
import { contacts } from '../contacts/records.ts';
import { resolveInLocation, resolveRecord } from '../locations/access.ts';
import { parseWindow, takeWindow } from '../locations/slice.ts';
import { objectRecords } from '../objects/records.ts';
import { resolveSchema } from '../objects/standard.ts';
import { opportunities } from '../opportunities/records.ts';
import { type Association, associations, type Relation, relations, relationsOf } from './records.ts';

const absent = () => badRequest('Association not found');

const resolveAssociation = (request: SandboxRequest, world: World): Association =>
  resolveRecord(associations(world), request.path.associationId ?? '', request, absent);

const formatAssociation = ({ dateAdded: _added, dateUpdated: _updated, ...shown }: Association) => shown;

/** The documents answer with the association's fields, clients read the linked records: both are there. */
function formatRelation(relation: Relation, world: World): Record<string, unknown> {
  const association = associations(world).get(relation.associationId);
  return { ...(association && formatAssociation(association)), ...relation };
}

/** Throws 400 when the location has no such record of the object. */
function assertRecord(world: World, locationId: string, objectKey: string, recordId: string): void {
  const standard: Readonly<Record<string, () => SandboxRecord | undefined>> = {
    contact: () => contacts(world).get(recordId),
    opportunity: () => opportunities(world).get(recordId),
    business: () => businesses(world).get(recordId),
  };
  const findCustom = () => {
    const record = objectRecords(world).get(recordId);
    return record?.objectKey === objectKey ? record : undefined;
  };
  const record = (standard[objectKey] ?? findCustom)();
  if (record?.locationId !== locationId) throw badRequest(`Record with id ${recordId} not found for ${objectKey}`);
}

/** The same two records; where both sides are the same object, in either order. */
function isSameLink(known: Relation, first: string, second: string, isSymmetric: boolean): boolean {
  const isSame = known.firstRecordId === first && known.secondRecordId === second;
  return isSame || (isSymmetric && known.firstRecordId === second && known.secondRecordId === first);
}

export const associationHandlers: Handlers = {
  'GET /associations/': (request, world) => {
    const found = associations(world).inLocation(request.locationId);
    const page = takeWindow(found, parseWindow(request.query, { limit: 100, maxLimit: 100 }));
    return { body: { associations: page.map(formatAssociation), total: found.length } };
  },

  'POST /associations/': (request, world) => {
    const { locationId, body } = request;
    const { key, firstObjectLabel, firstObjectKey, secondObjectLabel, secondObjectKey } = body;
    const isTaken = associations(world)
      .inLocation(locationId)
      .some((known) => known.key === key);
    if (isTaken) throw badRequest(`Association with key ${key} already exists`);
    const association = associations(world).insert({
      id: world.newObjectId(),
      locationId,
      key,
      firstObjectLabel,
      firstObjectKey: resolveSchema(world, locationId, firstObjectKey).key,
      secondObjectLabel,
      secondObjectKey: resolveSchema(world, locationId, secondObjectKey).key,
      associationType: 'USER_DEFINED',
      dateAdded: world.timestamp(),
      dateUpdated: world.timestamp(),
    });
    return { body: formatAssociation(association) };
  },

  'GET /associations/{associationId}': (request, world) => ({
    body: formatAssociation(resolveAssociation(request, world)),
  }),

  'GET /associations/key/{key_name}': (request, world) => {
    const found = associations(world)
      .inLocation(request.locationId)
      .find(({ key }) => key === request.path.key_name);
    if (!found) throw absent();
    return { body: formatAssociation(found) };
  },

  // One association, as documented, although an object can have several: the oldest.
  'GET /associations/objectKey/{objectKey}': (request, world) => {
    const { objectKey } = request.path;
    const found = associations(world)
      .inLocation(request.locationId)
      .find(({ firstObjectKey, secondObjectKey }) => firstObjectKey === objectKey || secondObjectKey === objectKey);
    if (!found) throw absent();
    return { body: formatAssociation(found) };
  },

  'PUT /associations/{associationId}': (request, world) => {
    const known = resolveAssociation(request, world);
    const { firstObjectLabel, secondObjectLabel } = request.body;
    const change = { firstObjectLabel, secondObjectLabel, dateUpdated: world.timestamp() };
    return { body: formatAssociation(associations(world).update(known.id, change)) };
  },

  'DELETE /associations/{associationId}': (request, world) => {
    const { id, locationId, associationType } = resolveAssociation(request, world);
    if (associationType === 'SYSTEM_DEFINED') throw badRequest('System defined associations can not be deleted');
    for (const relation of relations(world).inLocation(locationId))
      if (relation.associationId === id) relations(world).delete(relation.id);
    associations(world).delete(id);
    return { body: { deleted: true, id, message: 'Association deleted successfully' } };
  },

  'POST /associations/relations': (request, world) => {
    const { locationId } = request;
    const { associationId, firstRecordId, secondRecordId } = request.body;
    const association = resolveInLocation(associations(world), associationId, locationId, absent);
    const { firstObjectKey, secondObjectKey } = association;
    assertRecord(world, locationId, firstObjectKey, firstRecordId);
    assertRecord(world, locationId, secondObjectKey, secondRecordId);
    const isSymmetric = firstObjectKey === secondObjectKey;
    const duplicate = relations(world)
      .inLocation(locationId)
      .find(
        (known) =>
          known.associationId === associationId && isSameLink(known, firstRecordId, secondRecordId, isSymmetric),
      );
    if (duplicate) throw badRequest(`duplicate relation ${duplicate.id}`);
    const relation = relations(world).insert({
      id: world.newObjectId(),
      locationId,
      associationId,
      firstRecordId,
      secondRecordId,
      dateAdded: world.timestamp(),
    });
    return { body: formatRelation(relation, world) };
  },

  'GET /associations/relations/{recordId}': (request, world) => {
    const { associationIds } = request.query;
    const wanted = new Set<string>(associationIds === undefined ? [] : [associationIds].flat());
    const found = relationsOf(world, request.locationId, request.path.recordId ?? '').filter(
      ({ associationId }) => wanted.size === 0 || wanted.has(associationId),
    );
    const page = takeWindow(found, parseWindow(request.query, { limit: 100, maxLimit: 100 }));
    return { body: { relations: page.map((relation) => formatRelation(relation, world)), total: found.length } };
  },

  'DELETE /associations/relations/{relationId}': (request, world) => {
    const relation = resolveInLocation(relations(world), request.path.relationId ?? '', request.locationId, () =>
      badRequest('Relation not found'),
    );
    const body = formatRelation(relation, world);
    relations(world).delete(relation.id);
    return { body };
  },
};
