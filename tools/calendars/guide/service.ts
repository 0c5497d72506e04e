/** The services menu (v3): what can be booked, and at which places of the business. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const serviceHints = {
  slug: 'lower case with hyphens, unique',
  'staff[].id': 'user id, from users_user_search',
  eventColor: 'hex, e.g. #66C61C',
  coverImage: 'URL',
  payment: 'in the currency of the global service settings',
  'payment.deposit': 'percent or amount, as depositType says',
} as const;

const placeHints = {
  slug: 'lower case with hyphens, unique',
  phone: 'with country code, e.g. +1-212-555-0174',
  address: 'street address; a label such as Home visit for ask_booker',
  coverImage: 'URL',
  locationType: 'ask_booker lets the customer name the place',
} as const;

export const serviceGuides = {
  'GET /calendars/services/catalog': {
    name: 'calendars_service_list',
    title: 'List services',
    summary:
      'Services of the booking menu with price, duration, staff and variations. Goods and prices for sale: products_product_list.',
    notes: ['Private ones are among them unless isPrivate is false.'],
    risk: 'read',
    paging: { style: 'none', items: 'services' },
    hints: { isPrivate: 'true private, false public, all when left out' },
    words: ['menu', 'treatments', 'price list', 'salon', 'spa'],
  },
  'GET /calendars/services/catalog/{serviceId}': {
    name: 'calendars_service_get',
    title: 'Get a service',
    summary: 'One service of the booking menu by id, with price, duration, buffers, staff and variations.',
    risk: 'read',
    hints: { serviceId: 'from calendars_service_list' },
    words: ['treatment', 'price', 'salon', 'spa'],
  },
  'POST /calendars/services/catalog': {
    name: 'calendars_service_create',
    title: 'Create a service',
    summary:
      'Adds a service to the booking menu: public unless isPrivate is true, free unless payment has an amount. Needs one member of staff.',
    notes: ['Calling twice with another slug creates two services.'],
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /calendars/services/catalog', with: {} }],
          records: 'services',
          match: { slug: 'slug', name: 'name' },
          complete: true,
        },
      ],
      check: 'calendars_service_list shows whether a service with this slug is there.',
    },
    hints: serviceHints,
    words: ['menu', 'treatment', 'price', 'salon', 'spa'],
    examples: [
      {
        ask: 'Offer a 45-minute haircut by Sam for 50',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'Haircut',
          slug: 'haircut',
          staff: [{ id: 'hxHGVRb1YJUscrCB8eXK' }],
          serviceDuration: 45,
          serviceDurationUnit: 'mins',
          payment: { amount: 50 },
        },
      },
    ],
  },
  'PUT /calendars/services/catalog/{serviceId}': {
    name: 'calendars_service_update',
    title: 'Change a service',
    summary:
      'Changes the fields sent of a service. variations is sent whole, with the id of each to keep: start from calendars_service_get.',
    notes: ['An empty variations array removes all of them.'],
    risk: 'write',
    idempotent: true,
    hints: {
      ...serviceHints,
      serviceId: 'from calendars_service_list',
      staff: 'all staff of the service',
      'variations[].id': 'of a present variation; a new one has none',
    },
    words: ['price', 'treatment', 'menu', 'rename'],
    examples: [
      {
        ask: 'The haircut costs 60 now, with a 10 minute break after it',
        args: {
          serviceId: '65e5f6dfacf123513228d384',
          payment: { amount: 60 },
          postBuffer: 10,
          postBufferUnit: 'mins',
        },
      },
    ],
  },
  'DELETE /calendars/services/catalog/{serviceId}': {
    name: 'calendars_service_delete',
    title: 'Delete a service',
    summary:
      'Deletes a service from the booking menu for good. To only hide it set isPrivate true with calendars_service_update.',
    notes: ['What becomes of its bookings is undocumented.'],
    risk: 'high-impact',
    idempotent: true,
    hints: { serviceId: 'from calendars_service_list' },
    words: ['treatment', 'menu', 'remove treatment', 'take off the menu'],
  },
  'GET /calendars/services/locations': {
    name: 'calendars_service_location_list',
    title: 'List service locations',
    summary:
      'Places (branches, home visits) where services of the booking menu are given. These are not sub-accounts: those are in locations_location_search.',
    risk: 'read',
    paging: { style: 'none', items: 'serviceLocations' },
    words: ['branch', 'studio', 'shop', 'address'],
  },
  'GET /calendars/services/locations/{serviceLocationId}': {
    name: 'calendars_service_location_get',
    title: 'Get a service location',
    summary: 'One place of the booking menu by id, with address, phone and type. Not a sub-account.',
    risk: 'read',
    hints: { serviceLocationId: 'from calendars_service_location_list' },
    words: ['branch', 'studio', 'shop'],
  },
  'POST /calendars/services/locations': {
    name: 'calendars_service_location_create',
    title: 'Create a service location',
    summary:
      'Adds a place where services of the booking menu are given. Not a sub-account: that is locations_location_create.',
    notes: ['It is a street address, or one that the customer names (ask_booker).'],
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /calendars/services/locations', with: {} }],
          records: 'serviceLocations',
          match: { slug: 'slug', name: 'name' },
          complete: true,
        },
      ],
      check: 'calendars_service_location_list shows whether a place with this slug is there.',
    },
    hints: placeHints,
    words: ['branch', 'studio', 'shop', 'home visit'],
  },
  'PUT /calendars/services/locations/{serviceLocationId}': {
    name: 'calendars_service_location_update',
    title: 'Change a service location',
    summary: 'Changes the fields sent of a place of the booking menu: name, address, phone, type.',
    risk: 'write',
    idempotent: true,
    hints: { ...placeHints, serviceLocationId: 'from calendars_service_location_list' },
    words: ['branch', 'studio', 'shop', 'move'],
  },
  'DELETE /calendars/services/locations/{serviceLocationId}': {
    name: 'calendars_service_location_delete',
    title: 'Delete a service location',
    summary:
      'Deletes a place of the booking menu for good; what becomes of its bookings is undocumented: look in calendars_service_booking_list first.',
    risk: 'high-impact',
    idempotent: true,
    hints: { serviceLocationId: 'from calendars_service_location_list' },
    words: ['branch', 'studio', 'shop'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
