import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with businesses. */
export const asks = {
  'PUT /businesses/{businessId}': [
    'company moved, update its address',
    'rename a business record',
    'change the phone or website of a company',
    'edit B2B account details',
    'correct the email of an organization',
    'firm rebranded, fix the name',
  ],
  'DELETE /businesses/{businessId}': [
    'delete a company record',
    'remove a business from the CRM',
    'organization closed down, erase it',
    'get rid of a duplicate company',
    'drop a B2B account',
    'firm went bankrupt, take it out of our books',
  ],
  'GET /businesses/{businessId}': [
    'show one company by id',
    'address and website of a business',
    'details of a B2B account',
    'open an organization record',
    'phone number of the firm',
    'look at a single corporate customer',
  ],
  'GET /businesses/': [
    'list all companies we deal with',
    'which businesses are in the CRM',
    'show our B2B accounts',
    'all organizations in this location',
    'overview of corporate customers',
    'get ids of companies',
  ],
  'POST /businesses/': [
    'add a new company',
    'create a business record',
    'register an organization as a B2B customer',
    'new firm, save name and address',
    'set up an account for the employer of a lead',
    'enter a corporate client',
  ],
} as const satisfies Asks<typeof operations>;
