/** Conversion actions. A removed one is out of the list and can still be read by id, as at Google. */
import { badRequest } from '../../../errors.ts';
import type { Handlers, SandboxRequest } from '../../../handler.ts';
import type { World } from '../../../world.ts';
import { resolveInLocation } from '../../locations/access.ts';
import { pickFields } from '../../payments/lists.ts';
import { createDigits } from '../platform-ids.ts';
import { resolveCustomerId } from './integration.ts';
import { type Conversion, conversions } from './records.ts';

const conversionFields = [
  'name',
  'type',
  'category',
  'valueSettings',
  'countingType',
  'attributionModel',
  'clickThroughWindow',
];

const resolveConversion = (request: SandboxRequest, world: World, id: string): Conversion =>
  resolveInLocation(conversions(world), id, request.locationId, () => badRequest('Conversion not found'));

function formatConversion(conversion: Conversion): object {
  const { locationId: _locationId, attributionModel, clickThroughWindow, ...shown } = conversion;
  return {
    ...shown,
    attributionModelSettings: { attributionModel },
    includeInConversionsMetric: true,
    clickThroughLookbackWindowDays: String(clickThroughWindow),
    viewThroughLookbackWindowDays: '1',
  };
}

const formatBrief = ({ id, name }: Conversion): object => ({
  conversion_action_id: id,
  conversion_name: name,
  conversion_source: 'UPLOAD',
});

export const conversionHandlers: Handlers = {
  // As documented: without `type`, or for AD_WORDS, a brief list that ignores the filters.
  'GET /ad-publishing/google/conversions': (request, world) => {
    const { type, conversionType, category } = request.query;
    const known = conversions(world)
      .indexed(request.locationId)
      .filter((conversion) => conversion.status === 'ENABLED');
    if (type !== 'AD_MANAGER') return { body: known.map(formatBrief) };
    const found = known
      .filter((conversion) => conversionType === undefined || conversion.type === conversionType)
      .filter((conversion) => category === undefined || conversion.category === category);
    return { body: found.map(formatConversion) };
  },

  'GET /ad-publishing/google/conversions/{conversionId}': (request, world) => ({
    body: formatConversion(resolveConversion(request, world, request.path.conversionId ?? '')),
  }),

  'PUT /ad-publishing/google/conversions': (request, world) => {
    const { conversionId } = request.body;
    const named = pickFields(request.body, conversionFields);
    if (conversionId !== undefined) {
      const { id, status } = resolveConversion(request, world, conversionId);
      if (status === 'REMOVED') throw badRequest('Conversion not found');
      return { body: { resourceName: conversions(world).update(id, named).resourceName } };
    }
    const customer = resolveCustomerId(world, request.locationId);
    const id = createDigits(world, 10);
    const resourceName = `customers/${customer}/conversionActions/${id}`;
    const owner = { id, locationId: request.locationId, resourceName, status: 'ENABLED' } as const;
    conversions(world).insert({ ...(named as Omit<Conversion, keyof typeof owner>), ...owner });
    return { body: { resourceName } };
  },

  'DELETE /ad-publishing/google/conversions/{conversionId}': (request, world) => {
    const { id, resourceName } = resolveConversion(request, world, request.path.conversionId ?? '');
    conversions(world).update(id, { status: 'REMOVED' });
    return { body: [{ resourceName }] };
  },
};
