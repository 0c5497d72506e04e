/** Numbers that could be bought, and buying one. */
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { pickFields } from '../payments/lists.ts';
import { addNumber, ensurePhoneAccount, numberSearches, type PhoneNumber, phoneNumbers } from './records.ts';
import { formatNational, getCapabilities, getStock, type StockNumber } from './stock.ts';

/** HighLevel shows one page of what could be bought. */
const offerSize = 30;

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
  const { countryCode, numberTypes: types, firstPart = '', lastPart = '', anywhere = '', mmsEnabled } = request.query;
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

export const purchaseHandlers: Handlers = {
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
};
