import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with Marketplace apps. */
export const asks = {
  'POST /marketplace/billing/charges': [
    "charge a client's wallet for app usage",
    'bill usage of our marketplace app',
    'take money from the wallet for API calls',
    'meter consumption and charge it',
    'deduct credits for our integration',
    'create a wallet charge',
  ],
  'GET /marketplace/billing/charges': [
    'list wallet charges of our app',
    'what did our app bill this client',
    'app usage billing history',
    'find a charge by event id',
    'has this usage event been charged already',
    'income from our marketplace app',
  ],
  'GET /marketplace/billing/charges/{chargeId}': [
    'details of one wallet charge',
    'was this app charge refunded',
    'look up a charge by id',
    'units and amount of a usage charge',
    'open a single app billing entry',
    'check one wallet deduction',
  ],
  'DELETE /marketplace/billing/charges/{chargeId}': [
    'refund a wallet charge',
    'we billed app usage twice, give it back',
    'reverse an app charge',
    "return credits to the client's wallet",
    'undo a usage charge',
    'cancel a mistaken deduction',
  ],
  'GET /marketplace/billing/charges/has-funds': [
    'does the wallet have enough money',
    'check funds before charging',
    'can this sub-account be charged for app usage',
    'is the wallet empty',
    'enough balance for our app',
    'yes or no on available funds',
  ],
  'GET /marketplace/app/{appId}/installations': [
    'who installed our app here',
    'which company and location is this app token for',
    'installation details of the app',
    'what app plan did the client choose',
    'is our integration installed',
    'show marketplace app install',
  ],
  'DELETE /marketplace/app/{appId}/installations': [
    'uninstall an app',
    'remove an integration from a sub-account',
    'get rid of a marketplace app',
    'delete app installation for the whole agency',
    'client no longer wants the plugin',
    'disconnect a third-party app',
  ],
  'GET /marketplace/app/{appId}/rebilling-config/location/{locationId}': [
    'what does a client pay for the app',
    'meter id for charging',
    'resold app price in a sub-account',
    'rebilling config of an app',
    'usage rates of a marketplace app',
    'agency markup on our integration',
  ],
  'POST /marketplace/external-auth/migration': [
    'move outside credentials into HighLevel',
    'migrate external auth of our app',
    'let HighLevel renew the tokens of our connection',
    'hand over existing OAuth tokens',
    'transfer API keys of connected users',
    'switch app to managed authentication',
  ],
} as const satisfies Asks<typeof operations>;
