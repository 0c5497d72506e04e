/** Custom values: texts of a location that templates and pages merge in. */
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { resolveInLocation } from './access.ts';
import { buildKey } from './field-types.ts';
import { type CustomValue, customValues } from './records.ts';

const resolveValue = (request: SandboxRequest, world: World): CustomValue =>
  resolveInLocation(customValues(world), request.path.id ?? '', request.locationId, () =>
    badRequest('Custom value not found'),
  );

/** The merge tag of a name: `Booking link` is written `{{ custom_values.booking_link }}`. */
export const buildMergeTag = (name: string): string => `{{ custom_values.${buildKey(name)} }}`;

export const customValueHandlers: Handlers = {
  'GET /locations/{locationId}/customValues': (request, world) => ({
    body: { customValues: customValues(world).inLocation(request.locationId) },
  }),

  'POST /locations/{locationId}/customValues': (request, world) => {
    const { name, value } = request.body;
    const fieldKey = buildMergeTag(name);
    const isTaken = customValues(world)
      .inLocation(request.locationId)
      .some((known) => known.fieldKey === fieldKey);
    if (isTaken) throw badRequest('Custom value with this name already exists');
    const customValue = customValues(world).insert({
      id: world.newId(),
      locationId: request.locationId,
      name,
      fieldKey,
      value,
    });
    return { body: { customValue } };
  },

  'GET /locations/{locationId}/customValues/{id}': (request, world) => ({
    body: { customValue: resolveValue(request, world) },
  }),

  'PUT /locations/{locationId}/customValues/{id}': (request, world) => {
    const known = resolveValue(request, world);
    // The merge tag stays when the name changes: templates already use it.
    const { name, value } = request.body;
    return { body: { customValue: customValues(world).update(known.id, { name, value }) } };
  },

  'DELETE /locations/{locationId}/customValues/{id}': (request, world) => {
    customValues(world).delete(resolveValue(request, world).id);
    return { body: { succeded: true } };
  },
};
