/** Sub-accounts themselves: found and read by most tokens, made, changed and deleted by the agency only. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const accountHints = {
  companyId: 'agency id',
  phone: 'E.164 with country code, e.g. +14155550123',
  country: 'two-letter ISO code, e.g. US',
  timezone: 'IANA name, e.g. America/New_York',
  prospectInfo: 'the person behind the account',
} as const;

export const accountGuides = {
  'GET /locations/search': {
    name: 'locations_location_search',
    title: 'Search locations',
    summary:
      "An agency's sub-accounts (locations), to find a locationId; filters by email only. Everything about one: locations_location_get.",
    notes: ['To find one by name, page through.', 'The answer has no total: go on until a page is shorter than limit.'],
    risk: 'read',
    paging: {
      style: 'skip-limit',
      items: 'locations',
      size: 'limit',
      defaultSize: 10,
      offset: 'skip',
    },
    hints: {
      companyId: 'agency id',
      order: 'asc or desc',
      email: 'email of the location',
    },
    words: ['sub-account', 'client account', 'which account', 'agency', 'workspace'],
    examples: [
      {
        ask: 'Which sub-accounts do we have?',
        args: { companyId: '5DP4iH6HLkQsiKESj6rh', limit: 100, skip: 0 },
      },
    ],
  },
  'GET /locations/{locationId}': {
    name: 'locations_location_get',
    title: 'Get a location',
    summary:
      'One sub-account (location) by id: name, address, owner, timezone, duplicate settings. Read timezone before working out dates.',
    risk: 'read',
    words: ['sub-account', 'business', 'timezone', 'settings', 'client account'],
  },
  'POST /locations/': {
    name: 'locations_location_create',
    title: 'Create a location',
    summary:
      'Creates a sub-account, from a snapshot if wanted. Agency token and Agency Pro plan; may be billed. Calling twice creates two.',
    notes: [
      'Loading a snapshot goes on after the answer.',
      'Staff of the client are added with users_user_create.',
      'When unsure whether it was created, look in locations_location_search before a second attempt.',
    ],
    risk: 'high-impact',
    findOut: {
      looks: [],
      check: 'locations_location_search with order desc shows whether a sub-account of this name and email is there.',
    },
    hints: { ...accountHints, snapshotId: 'from snapshots_snapshot_list' },
    words: ['sub-account', 'client account', 'onboard', 'new client', 'workspace'],
    examples: [
      {
        ask: 'Set up a sub-account for Example Dental in New York from our dental snapshot',
        args: {
          companyId: '5DP4iH6HLkQsiKESj6rh',
          name: 'Example Dental',
          phone: '+12125550123',
          city: 'New York',
          state: 'NY',
          country: 'US',
          timezone: 'America/New_York',
          snapshotId: '1eM2UgkfaECOYyUdCo9Pa',
        },
      },
    ],
  },
  'PUT /locations/{locationId}': {
    name: 'locations_location_update',
    title: 'Update a location',
    summary:
      'Changes the fields sent of a sub-account; agency token only. A snapshot with override true overwrites assets beyond undoing.',
    notes: [
      'locationId must be named: a pin is not filled in.',
      'companyId is required even though it does not change.',
      'settings decide whether duplicate contacts and opportunities are allowed, which changes what contacts_contact_create and opportunity creation refuse.',
      'A new timezone can move opening hours and reminders.',
    ],
    risk: 'high-impact',
    idempotent: true,
    explicit: ['locationId'],
    hints: {
      ...accountHints,
      locationId: 'name it: a pinned location is not filled in',
      'snapshot.id': 'from snapshots_snapshot_list',
      'snapshot.override': 'true overwrites conflicting assets',
    },
    words: ['sub-account', 'client account', 'address', 'timezone', 'rename', 'allow duplicates', 'push snapshot'],
    examples: [
      {
        ask: 'Change the phone number of this sub-account',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          companyId: '5DP4iH6HLkQsiKESj6rh',
          phone: '+12125550124',
        },
      },
    ],
  },
  'DELETE /locations/{locationId}': {
    name: 'locations_location_delete',
    title: 'Delete a location',
    summary:
      'Deletes a whole sub-account with contacts, conversations and automations, beyond recovery; locationId must be named.',
    notes: [
      'deleteTwilioAccount true also ends its Twilio account and with it the phone numbers.',
      'HighLevel documents an internal scope for it, so most tokens are refused.',
    ],
    risk: 'high-impact',
    idempotent: true,
    explicit: ['locationId'],
    hints: {
      locationId: 'name it: a pinned location is not filled in',
      deleteTwilioAccount: 'false keeps the Twilio account',
    },
    words: ['sub-account', 'client account', 'offboard', 'remove client', 'close account'],
  },
  'GET /locations/{locationId}/timezones': {
    name: 'locations_timezone_list',
    title: 'List time zones',
    summary:
      'All time zone names that HighLevel accepts, the same for every location. The zone of one location is in locations_location_get.',
    risk: 'read',
    paging: { style: 'none', items: 'timeZones' },
    words: ['timezone', 'IANA', 'UTC offset'],
  },
  'GET /locations/{locationId}/permissions': {
    name: 'locations_permission_list',
    title: "List a location's permissions",
    summary:
      'Product areas (crm, workflow, funnels …) switched on for a sub-account; agency token only. What a single user may do is in users_user_get.',
    risk: 'read',
    paging: { style: 'none', items: 'permissions' },
    words: ['features', 'plan', 'access', 'modules', 'sub-account'],
  },
  'PUT /locations/{locationId}/permissions': {
    name: 'locations_permission_set',
    title: "Set a location's permissions",
    summary:
      'Sets which product areas a sub-account has. The list replaces the present one: start from locations_permission_list. Agency token only.',
    notes: ['Everybody there loses what is missing from the list.'],
    risk: 'high-impact',
    idempotent: true,
    hints: { permissions: 'all areas that should be on' },
    words: ['features', 'plan', 'access', 'modules', 'enable', 'disable', 'sub-account'],
  },
  'GET /locations/{locationId}/conversationChannels/{type}': {
    name: 'locations_conversation_channel_list',
    title: 'List message providers',
    summary:
      'Providers through which a location sends SMS or email, and the default one. Look here when messages fail for want of a provider.',
    risk: 'read',
    words: ['Twilio', 'LC Phone', 'Mailgun', 'conversation provider', 'channel'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
