/** How people ask about payment providers and gateways. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const providerAsks = {
  'GET /payments/integrations/provider/whitelabel': [
    'list white-label payment gateways',
    'which NMI or Authorize.net integrations are installed',
    'branded payment processors in this account',
    'show whitelabel payment providers',
    'do we have an own-brand gateway',
    'gateways added by an app',
  ],
  'POST /payments/integrations/provider/whitelabel': [
    'add a white-label payment gateway',
    'integrate our branded NMI processor',
    'create whitelabel provider on Authorize.net',
    'offer our own-brand merchant processing',
    'register whitelabel payment integration',
    'new gateway under our name',
  ],
  'GET /payments/custom-provider/connect': [
    'which custom payment provider is connected',
    "show our payment provider's config and keys",
    'is the payment integration live or test',
    'get custom provider settings',
    'check if the payment app is connected',
    'view publishable key of own provider',
  ],
  'POST /payments/custom-provider/connect': [
    'connect payment provider with live and test keys',
    'enter API keys of our payment processor',
    'store merchant credentials for custom gateway',
    'go live with our own payment integration',
    'rotate the keys of the payment provider',
    'set publishable key for checkout',
  ],
  'POST /payments/custom-provider/disconnect': [
    'disconnect the payment provider',
    'remove live keys of the gateway',
    'stop taking payments through our custom processor',
    'unlink test mode of payment integration',
    "cut off the payment app's credentials",
    'switch off custom gateway in live mode',
  ],
  'POST /payments/custom-provider/provider': [
    'register our own payment processor',
    'create custom payment provider integration',
    'add a new payment method via marketplace app',
    'make our gateway appear in payment settings',
    'install custom provider in a location',
    'set payments URL and query URL of provider',
  ],
  'DELETE /payments/custom-provider/provider': [
    'remove the custom payment provider entirely',
    'delete our payment integration from a location',
    'uninstall the payment gateway',
    'drop the custom processor, live and test',
    'get rid of the payment app provider',
    'clean up an unused payment provider',
  ],
  'PUT /payments/custom-provider/capabilities': [
    'does our payment provider support subscriptions',
    'enable recurring payments for custom gateway',
    'set capabilities of a payment provider',
    'turn off subscription schedules for our processor',
    'declare what the payment integration can handle',
    'update provider features',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
