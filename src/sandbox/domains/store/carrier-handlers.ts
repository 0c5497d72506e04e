/** Shipping carriers: services of an app that name prices at checkout. */
import { unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { sandboxApp } from '../oauth/records.ts';
import { findRecord, newestFirst, pickFields } from '../payments/lists.ts';
import { formatOwned, type ShippingCarrier, shippingCarriers } from './records.ts';

function findCarrier(world: World, request: SandboxRequest): ShippingCarrier {
  const { shippingCarrierId = '' } = request.path;
  return findRecord(shippingCarriers(world), shippingCarrierId, request, 'Shipping carrier not found');
}

/** The fields that the body names. Throws 422 for a callback that nobody could reach. */
function parseCarrier(request: SandboxRequest): Partial<ShippingCarrier> {
  const { name, callbackUrl } = request.body;
  if (name?.trim() === '') throw unprocessable(['name should not be empty']);
  if (callbackUrl !== undefined && !/^https?:$/.test(URL.parse(callbackUrl)?.protocol ?? '')) {
    throw unprocessable(['callbackUrl must be a URL address']);
  }
  return pickFields(request.body, ['name', 'callbackUrl', 'services', 'allowsMultipleServiceSelection']);
}

export const carrierHandlers: Handlers = {
  'GET /store/shipping-carrier': (request, world) => {
    const found = newestFirst(shippingCarriers(world).indexed(request.locationId));
    return { body: { status: true, data: found.map(formatOwned) } };
  },

  'POST /store/shipping-carrier': (request, world) => {
    const carrier = shippingCarriers(world).insert({
      id: world.newObjectId(),
      locationId: request.locationId,
      services: [],
      allowsMultipleServiceSelection: false,
      ...(parseCarrier(request) as Pick<ShippingCarrier, 'name' | 'callbackUrl'>),
      marketplaceAppId: sandboxApp.appId,
      createdAt: world.timestamp(),
      updatedAt: world.timestamp(),
    });
    return { body: { status: true, message: 'Successfully created', data: formatOwned(carrier) } };
  },

  'GET /store/shipping-carrier/{shippingCarrierId}': (request, world) => ({
    body: { status: true, data: formatOwned(findCarrier(world, request)) },
  }),

  'PUT /store/shipping-carrier/{shippingCarrierId}': (request, world) => {
    const { id } = findCarrier(world, request);
    const carrier = shippingCarriers(world).update(id, { ...parseCarrier(request), updatedAt: world.timestamp() });
    return { body: { status: true, message: 'Successfully updated', data: formatOwned(carrier) } };
  },

  'DELETE /store/shipping-carrier/{shippingCarrierId}': (request, world) => {
    shippingCarriers(world).delete(findCarrier(world, request).id);
    return { body: { status: true, message: 'Successfully deleted' } };
  },
};
