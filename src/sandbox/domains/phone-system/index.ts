/** Telephone numbers: those a location owns, those it could buy, and pools. */
import type { Domain } from '../../domain.ts';
import { badRequest, notFound } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { pickFields, splitList, treatNullAsAbsent } from '../payments/lists.ts';
import {
  addNumber,
  ensurePhoneAccount,
  type NumberPool,
  numberPools,
  numberSearches,
  type PhoneNumber,
  phoneAccounts,
  phoneNumbers,
} from './records.ts';
import { seedPhoneSystem } from './seed.ts';
import { formatNational, getCapabilities, getStock, type StockNumber } from './stock.ts';

/** HighLevel shows one page of what could be bought. */
const offerSize = 30;

function formatNumber({ id: _id, locationId: _location, poolId: _pool, ...number }: PhoneNumber): object {
  const canGroup = number.capabilities.mms && (number.countryCode === 'US' || number.countryCode === 'CA');
  return { ...number, linkedRingAllUsers: [], isGroupConversationEnabled: canGroup, origin: 'twilio' };
}

function formatPool(pool: NumberPool, world: World): Record<string, unknown> {
  const inPool = phoneNumbers(world)
    .inLocation(pool.locationId)
    .filter(({ poolId }) => poolId === pool.id);
  return { ...pool, numbers: inPool.map(({ phoneNumber, friendlyName }) => ({ phoneNumber, friendlyName })) };
}

function formatOffer(number: StockNumber): Record<string, unknown> {
  const { phoneNumber, country, locality, latitude, longitude, region, postalCode, addressRequirements } = number;
  return {
    phoneNumber,
    friendlyName: formatNational(number),
    isoCountry: country,
    ...{ locality, rateCenter: locality.toUpperCase(), latitude, longitude, region, postalCode, addressRequirements },
    beta: false,
    capabilities: { MMS: number.hasMms, SMS: true, voice: true },
    price: { number_type: number.type, price: number.price, price_unit: 'USD' },
  };
}

/** All that can be bought can call and take texts, so only `mmsEnabled` narrows. */
function selectStock(request: SandboxRequest, world: World): StockNumber[] {
  const { countryCode, numberTypes, firstPart = '', lastPart = '', anywhere = '', mmsEnabled } = request.query;
  const types = splitList(numberTypes);
  return getStock(world).filter(
    ({ country, type, nationalNumber, hasMms }) =>
      country === countryCode.toUpperCase() &&
      (types === undefined || types.includes(type)) &&
      nationalNumber.startsWith(firstPart) &&
      nationalNumber.endsWith(lastPart) &&
      nationalNumber.includes(anywhere) &&
      (mmsEnabled !== true || hasMms),
  );
}

/** The number that the body names, if it can still be bought. Throws 400 in HighLevel's words if not. */
function parsePurchase(request: SandboxRequest, world: World): StockNumber {
  const { phoneNumber, fingerprintId, countryCode, numberType, addressSid, bundleSid } = request.body;
  const wanted = getStock(world).find((number) => number.phoneNumber === phoneNumber);
  const search = fingerprintId === undefined ? undefined : numberSearches(world).get(fingerprintId);
  const isOffered =
    fingerprintId === undefined ||
    (search?.locationId === request.locationId && search.phoneNumbers.includes(phoneNumber));
  const isDescribed =
    (countryCode === undefined || wanted?.country === countryCode.toUpperCase()) &&
    (numberType === undefined || wanted?.type === numberType);
  if (wanted === undefined || !isOffered || !isDescribed) throw badRequest('Phone number is no longer available');
  if (wanted.addressRequirements !== 'none' && addressSid === undefined && bundleSid === undefined) {
    throw badRequest('addressSid or bundleSid is required for this number');
  }
  return wanted;
}

/** What a purchase answers: all numbers of the location. */
function formatAccount(locationId: string, world: World): Record<string, unknown> {
  const { id, accountSid } = ensurePhoneAccount(world, locationId);
  const owned = phoneNumbers(world).inLocation(locationId);
  const mapNumbers = (pick: (number: PhoneNumber) => string | undefined) =>
    Object.fromEntries(
      owned.flatMap((number) => {
        const value = pick(number);
        return value === undefined ? [] : [[number.phoneNumber, value]];
      }),
    );
  return {
    id,
    account_sid: accountSid,
    under_ghl_account: true,
    validate_sms: true,
    location_id: locationId,
    migration_numbers: [],
    assigned_to_numbers: mapNumbers(({ linkedUser }) => linkedUser),
    numbers: mapNumbers(() => 'conversation'),
    number_name: mapNumbers(({ friendlyName }) => friendlyName),
    new_account_sid: '',
  };
}

const handlers: Handlers = {
  'GET /phone-system/numbers/location/{locationId}': (request, world) => {
    const { locationId } = request;
    if (phoneAccounts(world).inLocation(locationId).length === 0) {
      throw notFound('Phone system is not connected to this account');
    }
    const { page = 0, pageSize = 1000, searchFilter = '', skipNumberPool = true } = request.query;
    const found = phoneNumbers(world)
      .indexed(locationId)
      .filter((number) => number.phoneNumber.includes(searchFilter) && !(skipNumberPool && number.poolId));
    const numbers = found.slice(page * pageSize, (page + 1) * pageSize).map(formatNumber);
    return { body: { numbers, isUnderGhl: true, pageSize, page, accountStatus: 'active' } };
  },

  'GET /phone-system/numbers/location/{locationId}/available': (request, world) => {
    const offers = selectStock(request, world).slice(0, offerSize);
    const { id } = numberSearches(world).insert({
      id: `${world.now()}${Math.floor(world.random() * 1e6)}`,
      locationId: request.locationId,
      phoneNumbers: offers.map(({ phoneNumber }) => phoneNumber),
    });
    return { body: { fingerprintId: id, numbers: offers.map(formatOffer) } };
  },

  'POST /phone-system/numbers/location/{locationId}/purchase': (request, world) => {
    const wanted = parsePurchase(request, world);
    addNumber(world, {
      locationId: request.locationId,
      phoneNumber: wanted.phoneNumber,
      friendlyName: formatNational(wanted),
      countryCode: wanted.country,
      capabilities: getCapabilities(wanted),
      type: wanted.type === 'tollFree' ? 'toll-free' : wanted.type,
      ...pickFields(request.body, ['addressSid', 'bundleSid']),
      dateAdded: world.timestamp(),
    });
    return { body: formatAccount(request.locationId, world) };
  },

  'GET /phone-system/number-pools': (request, world) => {
    const data = numberPools(world)
      .indexed(request.locationId)
      .map((pool) => formatPool(pool, world));
    return { body: { success: true, data, total: data.length } };
  },
};

export const domain: Domain = { name: 'phone-system', handlers: treatNullAsAbsent(handlers), seed: seedPhoneSystem };
