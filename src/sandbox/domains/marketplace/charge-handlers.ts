/** What the app charges a sub-account for usage, taken from the wallet that pays for it. */
import { badRequest, forbidden, notFound, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { parseWindow, takeWindow } from '../locations/slice.ts';
import { newestFirst, pickFields } from '../payments/lists.ts';
import { debitWallet, getFunds, refundWallet } from '../saas-api/wallets.ts';
import { assertOwnCompany } from '../shared/company.ts';
import { assertApp } from './app.ts';
import { type AppCharge, type AppMeter, appCharges, sandboxMeters } from './records.ts';

function formatCharge(charge: AppCharge): Record<string, unknown> {
  const { id, locationId, eventId, description, userId, eventTime, ...shown } = charge;
  return {
    chargeId: id,
    entityType: 'location',
    entityId: locationId,
    currency: 'USD',
    ...shown,
    meta: { eventId, description, eventTime, ...(userId !== undefined && { userId }) },
  };
}

/** What one unit costs. Throws 400 in HighLevel's words when a fixed meter is given a price (issue #244). */
function resolvePrice(meter: AppMeter, price: number | undefined): number {
  const { priceType, minPrice, maxPrice } = meter;
  if (priceType === 'fixed') {
    if (price !== undefined) throw badRequest('Custom price is not allowed for fixed price meters');
    return minPrice;
  }
  if (price === undefined) throw badRequest('price is required for dynamic price meters');
  if (price < minPrice || price > maxPrice) throw badRequest(`price must be between ${minPrice} and ${maxPrice}`);
  return price;
}

/** The charge that the body asks for. Throws 400 or 422 before anything is written. */
function parseCharge(request: SandboxRequest, world: World): AppCharge {
  const { appId, companyId, meterId, units, userId, price, eventTime } = request.body;
  assertOwnCompany(request, companyId);
  assertApp(appId, badRequest);
  const meter = sandboxMeters.find(({ id }) => id === meterId);
  if (meter === undefined) throw badRequest('Meter not found');
  if (!(units > 0)) throw unprocessable(['units must be a positive number']);
  if (userId === '') throw unprocessable(['userId should not be empty']);
  if (eventTime !== undefined && Number.isNaN(Date.parse(eventTime))) {
    throw unprocessable(['eventTime must be a valid ISO 8601 date string']);
  }
  const now = world.timestamp();
  const pricePerUnit = resolvePrice(meter, price);
  return {
    id: world.newObjectId(),
    locationId: request.locationId,
    ...(pickFields(request.body, ['appId', 'meterId', 'eventId', 'description', 'units', 'userId']) as Pick<
      AppCharge,
      'appId' | 'meterId' | 'eventId' | 'description' | 'units'
    >),
    eventTime: eventTime ?? now,
    transactionType: 'charge',
    pricePerUnit,
    amountCharged: Math.round(pricePerUnit * units * 1e6) / 1e6,
    refunded: false,
    createdAt: now,
    updatedAt: now,
  };
}

/** Throws 404 "Charge not found", as documented, and 403 for a charge of another location. */
function findCharge(request: SandboxRequest, world: World): AppCharge {
  const charge = appCharges(world).get(request.path.chargeId ?? '');
  if (charge === undefined) throw notFound('Charge not found');
  if (charge.locationId !== request.locationId) throw forbidden();
  return charge;
}

function selectCharges(request: SandboxRequest, world: World): AppCharge[] {
  const { meterId, eventId, userId, startDate, endDate } = request.query;
  return newestFirst(appCharges(world).indexed(request.locationId)).filter(
    (charge) =>
      (meterId === undefined || charge.meterId === meterId) &&
      (eventId === undefined || charge.eventId === eventId) &&
      (userId === undefined || charge.userId === userId) &&
      (startDate === undefined || charge.createdAt.slice(0, startDate.length) >= startDate) &&
      (endDate === undefined || charge.createdAt.slice(0, endDate.length) <= endDate),
  );
}

export const chargeHandlers: Handlers = {
  'POST /marketplace/billing/charges': (request, world) => {
    const charge = parseCharge(request, world);
    if (!debitWallet(world, charge.locationId, charge.amountCharged)) throw badRequest('Insufficient funds');
    return { body: { success: true, chargeId: appCharges(world).insert(charge).id } };
  },

  'GET /marketplace/billing/charges': (request, world) => {
    const found = selectCharges(request, world);
    const window = parseWindow(request.query, { limit: 10, maxLimit: 100 });
    const charges = takeWindow(found, window).map(formatCharge);
    return { body: { charges, count: found.length, pagination: { total: found.length, ...window } } };
  },

  'GET /marketplace/billing/charges/{chargeId}': (request, world) => ({
    body: formatCharge(findCharge(request, world)),
  }),

  // A refund stands beside the charge, which stays and says that it was refunded.
  'DELETE /marketplace/billing/charges/{chargeId}': (request, world) => {
    const charge = findCharge(request, world);
    if (charge.transactionType === 'refund' || charge.refunded) throw badRequest('Charge is already refunded');
    const now = world.timestamp();
    appCharges(world).update(charge.id, { refunded: true, updatedAt: now });
    const refund = { ...charge, transactionType: 'refund', createdAt: now, updatedAt: now } as const;
    appCharges(world).insert({ ...refund, id: world.newObjectId() });
    refundWallet(world, charge.locationId, charge.amountCharged);
    return { body: { success: true } };
  },

  'GET /marketplace/billing/charges/has-funds': (request, world) => ({
    body: { hasFunds: getFunds(world, request.locationId) > 0 },
  }),
};
