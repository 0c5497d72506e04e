import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask to check email addresses. */
export const asks = {
  'POST /email/verify': [
    'is this email address valid',
    'verify an email before sending',
    'will mail to this lead bounce',
    'check if the address is real',
    'clean the list of bad emails',
    "validate a contact's email",
    'typo or fake email, test deliverability',
  ],
} as const satisfies Asks<typeof operations>;
