/** Audience segments: custom ones, and lists of users, which the documents call data segments. */
import { badRequest } from '../../../errors.ts';
import type { Handlers, SandboxRequest } from '../../../handler.ts';
import type { World } from '../../../world.ts';
import { definedOnly, resolveInLocation } from '../../locations/access.ts';
import { pickFields } from '../../payments/lists.ts';
import { createDigits, idOfResource } from '../platform-ids.ts';
import { resolveCustomerId } from './integration.ts';
import { type Segment, segments } from './records.ts';

const detailFields = [
  'description',
  'members',
  'membershipStatus',
  'ruleBasedUserList',
  'membershipLifeSpan',
  'seedUserListIds',
  'countryCodes',
  'expansionLevel',
];

const isCustom = ({ kind }: Segment): boolean => kind === 'CUSTOM_SEGMENTS';

/** Of the class that the query names. Throws a 400. */
function resolveSegment(request: SandboxRequest, world: World): Segment {
  const absent = () => badRequest('Segment not found');
  const segment = resolveInLocation(segments(world), request.path.segmentId ?? '', request.locationId, absent);
  if (isCustom(segment) !== (request.query.type === 'CUSTOM_SEGMENTS')) throw absent();
  return segment;
}

function formatUserList({ id, resourceName, name, status, kind, details, uploads }: Segment): object {
  return {
    resourceName,
    id,
    name,
    type: kind,
    status,
    membershipStatus: 'OPEN',
    accessReason: 'OWNED',
    accountUserListStatus: 'ENABLED',
    readOnly: false,
    sizeForDisplay: '0',
    sizeForSearch: '0',
    ...details,
    ...(uploads.length > 0 && { extras: { uploads } }),
  };
}

/** A segment by itself. A custom one names Google's own type here, which the body of its write gives. */
function formatSegment(segment: Segment): object {
  if (!isCustom(segment)) return formatUserList(segment);
  const { id, resourceName, name, status, details } = segment;
  return { resourceName, id, status, name, type: 'AUTO', members: [], ...details };
}

/** A segment in a list, where `type` tells the two classes apart. */
function formatListed(segment: Segment): object {
  if (!isCustom(segment)) return formatUserList(segment);
  const { id, resourceName, name, status, details } = segment;
  const { type: interestType = 'AUTO', description } = details;
  return { resourceName, id, name, status, type: 'CUSTOM_SEGMENTS', interestType, ...definedOnly({ description }) };
}

export const segmentHandlers: Handlers = {
  'GET /ad-publishing/google/segments': (request, world) => {
    const { type = 'ALL' } = request.query;
    const found = segments(world)
      .indexed(request.locationId)
      .filter((segment) => type === 'ALL' || isCustom(segment) === (type === 'CUSTOM_SEGMENTS'));
    return { body: found.map(formatListed) };
  },

  'GET /ad-publishing/google/segments/{segmentId}': (request, world) => ({
    body: formatSegment(resolveSegment(request, world)),
  }),

  'PUT /ad-publishing/google/segments': (request, world) => {
    const { locationId, query, body } = request;
    const kind = query.type as Segment['kind'];
    const { name, status = 'ENABLED' } = body;
    // The body has a `type` of its own, which only custom segments know.
    const googleType = kind === 'CUSTOM_SEGMENTS' ? definedOnly({ type: body.type as string | undefined }) : {};
    const details = { ...pickFields(body, detailFields), ...googleType };
    if (body.id !== undefined) {
      const absent = () => badRequest('Segment not found');
      const before = resolveInLocation(segments(world), idOfResource(body.id), locationId, absent);
      if (before.kind !== kind) throw absent();
      const change = { ...pickFields(body, ['name', 'status']), details: { ...before.details, ...details } };
      return { body: formatSegment(segments(world).update(before.id, change)) };
    }
    const customer = resolveCustomerId(world, locationId);
    const id = createDigits(world, 10);
    const family = kind === 'CUSTOM_SEGMENTS' ? 'customAudiences' : 'userLists';
    const resourceName = `customers/${customer}/${family}/${id}`;
    const segment = segments(world).insert({ id, locationId, resourceName, kind, name, status, details, uploads: [] });
    return { body: formatSegment(segment) };
  },

  'DELETE /ad-publishing/google/segments/{segmentId}': (request, world) => {
    segments(world).delete(resolveSegment(request, world).id);
    return { body: { success: true } };
  },

  // The real job is queued and its outcome never told; here, the list remembers where its users come from.
  'POST /ad-publishing/google/segments/offline-user-list-job': (request, world) => {
    const { smartListIds = [], csvPath, userListId, isDynamic = false } = request.body;
    if (csvPath === undefined && smartListIds.length === 0) throw badRequest('csvPath or smartListIds is required');
    if (userListId !== undefined) {
      const absent = () => badRequest('User list not found');
      const list = resolveInLocation(segments(world), idOfResource(userListId), request.locationId, absent);
      if (list.kind !== 'CUSTOMER_MATCH') throw absent();
      const upload = { smartListIds, ...definedOnly({ csvPath }), isDynamic, createdAt: world.timestamp() };
      segments(world).update(list.id, { uploads: [...list.uploads, upload] });
    }
    return { body: { success: true } };
  },
};
