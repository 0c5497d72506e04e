/** Store settings: one record per location, written whole. */
import { badRequest } from '../../errors.ts';
import type { Handlers } from '../../handler.ts';
import type { World } from '../../world.ts';
import { pickFields, replaceRecord } from '../payments/lists.ts';
import { formatOwned, type StoreSetting, storeSettings } from './records.ts';

const getSetting = (world: World, locationId: string): StoreSetting | undefined =>
  storeSettings(world).inLocation(locationId)[0];

const settingFields = ['shippingOrigin', 'storeOrderNotification', 'storeOrderFulfillmentNotification'];

export const settingHandlers: Handlers = {
  'POST /store/store-setting': (request, world) => {
    const before = getSetting(world, request.locationId);
    const setting: StoreSetting = {
      id: before?.id ?? world.newObjectId(),
      locationId: request.locationId,
      ...(pickFields(request.body, settingFields) as Pick<StoreSetting, 'shippingOrigin'>),
      createdAt: before?.createdAt ?? world.timestamp(),
      updatedAt: world.timestamp(),
    };
    const written =
      before === undefined
        ? storeSettings(world).insert(setting)
        : replaceRecord(storeSettings(world), before, setting);
    return { body: { status: true, message: 'Successfully created', data: formatOwned(written) } };
  },

  'GET /store/store-setting': (request, world) => {
    const setting = getSetting(world, request.locationId);
    if (setting === undefined) throw badRequest('Store setting not found');
    return { body: { status: true, data: formatOwned(setting) } };
  },
};
