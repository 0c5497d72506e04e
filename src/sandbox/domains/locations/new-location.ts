/** How a sub-account begins, for the agency's create operation and for the seed. */
import type { World } from '../../world.ts';
import { definedOnly } from './access.ts';
import { type Location, type LocationSettings, locations } from './records.ts';

/** HighLevel's defaults: duplicates are refused, e-mail decides before phone. */
export const defaultSettings: LocationSettings = {
  allowDuplicateContact: false,
  allowDuplicateOpportunity: false,
  allowFacebookNameMerge: false,
  disableContactTimezone: false,
  contactUniqueIdentifiers: ['email', 'phone'],
};

/** Every product of a sub-account, in the order of the v3 document. */
export const locationPermissions = [
  '2-way-text-messaging',
  'gmb-messaging',
  'web-chat',
  'reputation-management',
  'facebook-messenger',
  'gmb-call-tracking',
  'missed-call-text-back',
  'text-to-pay',
  'calendar',
  'crm',
  'opportunities',
  'email-marketing',
  'form-builder',
  'survey-builder',
  'trigger-links',
  'html-builder',
  'sms-email-templates',
  'funnels',
  'websites',
  'workflow',
  'membership',
  'all-reports',
  'triggers',
  'campaigns',
  'launchpad',
] as const;

/** The fields of a create request that a location keeps. */
export interface NewLocation
  extends Partial<
    Pick<Location, 'phone' | 'address' | 'city' | 'state' | 'country' | 'postalCode' | 'website' | 'timezone'>
  > {
  readonly name: string;
  readonly settings?: Partial<LocationSettings>;
  readonly social?: Readonly<Record<string, string>>;
  readonly prospectInfo?: { readonly firstName: string; readonly lastName: string; readonly email: string };
}

/** Adds a sub-account to the agency. Without an id it gets a new one. */
export function createLocation(wanted: NewLocation, world: World, id = world.newId()): Location {
  const { name, phone, address, city, state, country, postalCode, website, timezone } = wanted;
  return locations(world).insert({
    id,
    locationId: id,
    companyId: world.companyId,
    name,
    ...definedOnly({ phone, address, city, state, postalCode, website }),
    ...wanted.prospectInfo,
    country: country ?? 'US',
    timezone: timezone ?? 'US/Central',
    settings: { ...defaultSettings, ...wanted.settings },
    social: wanted.social ?? {},
    permissions: locationPermissions,
    dateAdded: world.timestamp(),
  });
}
