import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with phone numbers. */
export const asks = {
  'GET /phone-system/numbers/location/{locationId}': [
    'what phone numbers do we own',
    'list our numbers',
    'which number is the default for texting',
    'who is this line assigned to',
    'where does this number forward calls',
    'active Twilio or LC Phone numbers',
    'our business line',
  ],
  'GET /phone-system/numbers/location/{locationId}/available': [
    'find a number to buy in area code 512',
    'available phone numbers for sale',
    'toll-free numbers we could get',
    'local numbers in Chicago',
    'how much does a new number cost',
    'search vanity numbers',
  ],
  'POST /phone-system/numbers/location/{locationId}/purchase': [
    'buy a phone number',
    'get a new line for the office',
    'purchase a local number',
    'add a second number to the account',
    'order a toll-free line',
    'client needs her own number for texting',
  ],
  'GET /phone-system/number-pools': [
    'list number pools',
    'call tracking numbers',
    'which numbers rotate on the website',
    'groups of tracking lines',
    'is call recording on for the pool',
    'dynamic number insertion setup',
  ],
} as const satisfies Asks<typeof operations>;
