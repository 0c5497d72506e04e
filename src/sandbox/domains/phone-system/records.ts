/** Telephone accounts of locations, the numbers in them, and the pools that share numbers out to callers. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

/** At most one per location; a location gets it with its first number. */
export interface PhoneAccount extends SandboxRecord {
  readonly accountSid: string;
}

export interface PhoneNumber extends SandboxRecord {
  /** E.164; unique in the whole world. */
  readonly phoneNumber: string;
  readonly friendlyName: string;
  readonly sid: string;
  readonly countryCode: string;
  readonly capabilities: Readonly<Record<'voice' | 'sms' | 'mms' | 'fax', boolean>>;
  readonly type: 'local' | 'toll-free' | 'mobile';
  readonly isDefaultNumber: boolean;
  readonly linkedUser?: string;
  /** Numbers of a pool are left out of most lists. */
  readonly poolId?: string;
  readonly forwardingNumber?: string;
  readonly addressSid?: string;
  readonly bundleSid?: string;
  readonly dateAdded: string;
  readonly dateUpdated: string;
}

export interface NumberPool extends SandboxRecord {
  readonly name: string;
  readonly forwardingNumber: string;
  readonly whisper: boolean;
  readonly whisperMessage: string;
  readonly callRecording: boolean;
  readonly isActive: boolean;
}

/** What a search showed: a purchase may name it. The id is the fingerprint. */
export interface NumberSearch extends SandboxRecord {
  readonly phoneNumbers: readonly string[];
}

export const phoneAccounts = (world: World): Collection<PhoneAccount> =>
  world.collection<PhoneAccount>('phone-accounts');
export const phoneNumbers = (world: World): Collection<PhoneNumber> => world.collection<PhoneNumber>('phone-numbers');
export const numberPools = (world: World): Collection<NumberPool> => world.collection<NumberPool>('number-pools');
export const numberSearches = (world: World): Collection<NumberSearch> =>
  world.collection<NumberSearch>('number-searches');

/** An id as Twilio writes it: two letters and 32 hexadecimal digits. */
const createSid = (world: World, kind: 'AC' | 'PN'): string =>
  `${kind}${(world.newObjectId() + world.newObjectId()).slice(0, 32)}`;

/** The telephone account of a location, opened when there is none. */
export function ensurePhoneAccount(world: World, locationId: string): PhoneAccount {
  const known = phoneAccounts(world).inLocation(locationId)[0];
  const opened = { id: world.newId(), locationId, accountSid: createSid(world, 'AC') };
  return known ?? phoneAccounts(world).insert(opened);
}

/** Adds a number to a location; the first one becomes its default. */
export function addNumber(
  world: World,
  wanted: Omit<PhoneNumber, 'id' | 'sid' | 'isDefaultNumber' | 'dateUpdated'>,
): PhoneNumber {
  ensurePhoneAccount(world, wanted.locationId);
  return phoneNumbers(world).insert({
    ...wanted,
    id: world.newObjectId(),
    sid: createSid(world, 'PN'),
    isDefaultNumber: phoneNumbers(world).inLocation(wanted.locationId).length === 0,
    dateUpdated: wanted.dateAdded,
  });
}
