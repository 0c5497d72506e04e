import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

export const guides = {
  'GET /phone-system/numbers/location/{locationId}': {
    name: 'phone_system_number_list',
    title: 'List phone numbers',
    summary:
      'Phone numbers a location owns, with capabilities, default, user and forwarding. Those in pools only with skipNumberPool false.',
    notes: [
      'accountStatus tells whether the telephone account is active, suspended or closed.',
      'Numbers cannot be released or changed here; that is done in HighLevel.',
    ],
    risk: 'read',
    paging: {
      style: 'page-limit',
      items: 'numbers',
      size: 'pageSize',
      maxSize: 1000,
      offset: 'page',
      firstPage: 0,
    },
    hints: {
      page: 'from 0',
      pageSize: 'send it; HighLevel states two defaults',
      searchFilter: 'part of the number, e.g. +1415',
    },
    words: ['LC Phone', 'Twilio', 'caller id', 'sender number', 'our numbers'],
  },
  'GET /phone-system/numbers/location/{locationId}/available': {
    name: 'phone_system_available_number_search',
    title: 'Search numbers for sale',
    summary:
      'Numbers for sale with price and address requirements; buys nothing. Keep its fingerprintId for phone_system_number_purchase.',
    notes: [
      'Stock changes by the minute: search again when a purchase is refused.',
      'One page only; narrow the filters.',
    ],
    risk: 'read',
    paging: { style: 'none', items: 'numbers' },
    hints: {
      countryCode: 'two letters, e.g. US',
      firstPart: 'digits after the country code, e.g. 415',
      lastPart: 'last digits',
      anywhere: 'digits anywhere',
    },
    words: ['buy number', 'area code', 'toll free', 'LC Phone'],
    examples: [
      {
        ask: 'Which local numbers with area code 415 can we get that do SMS?',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          countryCode: 'US',
          numberTypes: ['local'],
          firstPart: '415',
          smsEnabled: true,
        },
      },
    ],
  },
  'POST /phone-system/numbers/location/{locationId}/purchase': {
    name: 'phone_system_number_purchase',
    title: 'Buy a phone number',
    summary:
      'Buys a phone number from phone_system_available_number_search: charged at once and monthly, not returnable here.',
    notes: [
      'After an error look in phone_system_number_list before trying again.',
      'Ask for the price and an explicit yes first.',
      'HighLevel calls fingerprintId a guard against buying twice, which nobody has confirmed.',
      'Some countries need addressSid or bundleSid of a registered address or document.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    money: { of: 'charge' },
    findOut: {
      looks: [
        {
          // A number exists once in the world.
          steps: [
            {
              ask: 'GET /phone-system/numbers/location/{locationId}',
              with: { searchFilter: '$phoneNumber', pageSize: 50, page: 0, skipNumberPool: false },
            },
          ],
          records: 'numbers',
          match: { phoneNumber: 'phoneNumber' },
          unique: true,
          id: 'phoneNumber',
          complete: true,
        },
      ],
      check: 'phone_system_number_list shows whether the number is owned.',
    },
    hints: {
      phoneNumber: 'E.164, exactly as found',
      countryCode: 'two letters, e.g. US',
      numberType: 'send it; as searched',
      locality: 'as found',
      region: 'as found',
      fingerprintId: 'send it; from the search answer',
      addressSid: 'where addressRequirements is not none',
    },
    words: ['order number', 'new phone line', 'LC Phone', 'Twilio'],
    examples: [
      {
        ask: 'Buy +1 830 555 0134, the one we just found',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          phoneNumber: '+18305550134',
          countryCode: 'US',
          numberType: 'local',
          locality: 'San Antonio',
          region: 'TX',
          fingerprintId: 'fp_abc123def456',
        },
      },
    ],
  },
  'GET /phone-system/number-pools': {
    name: 'phone_system_number_pool_list',
    title: 'List number pools',
    summary:
      'Groups of numbers used for call tracking, with their numbers, forwarding and recording. Single numbers: phone_system_number_list.',
    risk: 'read',
    paging: { style: 'none', items: 'data', total: 'total' },
    words: ['call tracking', 'dynamic numbers', 'ad call numbers', 'visitor numbers'],
  },
} as const satisfies Guides<typeof operations>;
