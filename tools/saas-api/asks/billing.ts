/** How people ask what clients pay for usage, and about their wallets. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const billingAsks = {
  'POST /saas/update-rebilling/{companyId}': [
    'set markup on phone and SMS for clients',
    'rebill usage at a profit',
    'how much clients pay for emails',
    'turn on rebilling for many sub-accounts',
    'charge clients double for Twilio usage',
    'change AI pricing for customers',
    'resell texting with a margin',
  ],
  'POST /saas/allow-attach-rebilling/{locationId}': [
    'prepare rebilling for a new client',
    'client in setup awaiting payment',
    'store usage multipliers before onboarding finishes',
    'attach rebilling to a pending sub-account',
    'mark sub-account setup pending',
    'usage prices for a client not live yet',
  ],
  'GET /saas-api/public-api/companies/{companyId}/locations/{locationId}/wallet-balance': [
    'how much credit does the client have left',
    'wallet balance of a sub-account',
    'is a client running out of funds',
    'free credits remaining',
    "client's texts fail, is her wallet empty",
    'check prepaid balance',
  ],
  'POST /saas-api/public-api/companies/{companyId}/locations/{locationId}/wallet-balance/complimentary-credits': [
    'give a client free credits',
    'gift 10 dollars of usage',
    'top up a sub-account wallet on us',
    'compensate a customer with complimentary credits',
    "add promotional funds to a client's balance",
    'goodwill credit for an outage',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
