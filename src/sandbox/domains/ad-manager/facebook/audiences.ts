/** Custom audiences and conversion pixels. */
import { badRequest } from '../../../errors.ts';
import type { Handlers, SandboxRequest } from '../../../handler.ts';
import type { World } from '../../../world.ts';
import { contacts } from '../../contacts/records.ts';
import { definedOnly, resolveInLocation } from '../../locations/access.ts';
import { type CustomAudience, customAudiences } from './records.ts';

/** Facebook never says that an audience is smaller. */
const smallestCount = 1000;

const ready = { code: 200, description: 'This audience is ready for use.' };
const updated = { body: { status: 200, msg: 'Successfully updated audience' } };

const audienceOfPath = (request: SandboxRequest, world: World): CustomAudience =>
  resolveInLocation(customAudiences(world), request.path.audienceId ?? '', request.locationId, () =>
    badRequest('Custom audience not found'),
  );

const toSeconds = (time: string): number => Math.floor(Date.parse(time) / 1000);

function formatAudience({ id, name, description, subtype, memberIds, createdAt, updatedAt }: CustomAudience): object {
  return {
    id,
    name,
    description,
    subtype,
    approximateCountLowerBound: Math.max(smallestCount, memberIds.length),
    approximateCountUpperBound: Math.max(smallestCount, memberIds.length),
    deliveryStatus: ready,
    operationStatus: ready,
    dataSource: {
      type: subtype === 'CUSTOM' ? 'FILE_IMPORTED' : 'EVENT_BASED',
      subType: 'ANYTHING',
      creationParams: '[]',
    },
    timeCreated: toSeconds(createdAt),
    timeUpdated: toSeconds(updatedAt),
  };
}

function formatWhole(audience: CustomAudience): object {
  const { id, locationId, source } = audience;
  return {
    ...formatAudience(audience),
    ...(audience.subtype === 'CUSTOM' && { customerFileSource: 'USER_PROVIDED_ONLY', retentionDays: 0 }),
    ...(source && { extras: { locationId, audienceId: id, ...source } }),
  };
}

/** The contact of the body. Throws a 400 for one that the location does not have. */
function parseContactId(request: SandboxRequest, world: World): string {
  const { contactId } = request.body;
  const contact = contacts(world).get(contactId);
  if (contact?.locationId !== request.locationId) throw badRequest(`Contact with id ${contactId} not found`);
  return contactId;
}

export const audienceHandlers: Handlers = {
  'GET /ad-publishing/facebook/custom-audience': (request, world) => {
    const { type, adAccountId } = request.query;
    const account = String(adAccountId).replace(/^act_/, '');
    const found = customAudiences(world)
      .indexed(request.locationId)
      .filter((audience) => audience.adAccountId.replace(/^act_/, '') === account)
      .filter(({ subtype }) => type === 'all' || (subtype === 'LOOKALIKE') === (type === 'lookalike'));
    return { body: found.map(formatAudience) };
  },

  'GET /ad-publishing/facebook/custom-audience/{audienceId}': (request, world) => ({
    body: formatWhole(audienceOfPath(request, world)),
  }),

  'PUT /ad-publishing/facebook/custom-audience/{audienceId}': (request, world) => {
    const { name, description } = request.body;
    const change = { name, ...definedOnly({ description }), updatedAt: world.timestamp() };
    customAudiences(world).update(audienceOfPath(request, world).id, change);
    return updated;
  },

  'DELETE /ad-publishing/facebook/custom-audience/{audienceId}': (request, world) => {
    customAudiences(world).delete(audienceOfPath(request, world).id);
    return { body: { success: true } };
  },

  'PUT /ad-publishing/facebook/custom-audience/{audienceId}/member': (request, world) => {
    const { id, memberIds } = audienceOfPath(request, world);
    const members = new Set([...memberIds, parseContactId(request, world)]);
    customAudiences(world).update(id, { memberIds: [...members], updatedAt: world.timestamp() });
    return updated;
  },

  'DELETE /ad-publishing/facebook/custom-audience/{audienceId}/member': (request, world) => {
    const { id, memberIds } = audienceOfPath(request, world);
    const contactId = parseContactId(request, world);
    const rest = memberIds.filter((memberId) => memberId !== contactId);
    customAudiences(world).update(id, { memberIds: rest, updatedAt: world.timestamp() });
    return updated;
  },

  // The real work is queued and its outcome never told; here, the audience remembers where its members come from.
  'PUT /ad-publishing/facebook/custom-audience/{audienceId}/member/batch': (request, world) => {
    const { id } = audienceOfPath(request, world);
    const { csvPath, smartlistIds = [], operationType, dynamicAudience } = request.body;
    if (csvPath === undefined && smartlistIds.length === 0) throw badRequest('csvPath or smartlistIds is required');
    if (!['ADD', 'REMOVE', 'REPLACE'].includes(operationType))
      throw badRequest('operationType must be one of ADD, REMOVE, REPLACE');
    const source = {
      type: csvPath === undefined ? 'SMARTLIST' : 'CSV',
      dynamic: dynamicAudience === 'true',
      ...definedOnly({ sourceName: csvPath as string | undefined }),
      smartLists: smartlistIds.map((listId: string) => ({ id: listId })),
      createdAt: world.timestamp(),
    } as const;
    const change = operationType === 'REMOVE' ? {} : { source };
    customAudiences(world).update(id, { ...change, updatedAt: world.timestamp() });
    return { body: { success: true } };
  },
};
