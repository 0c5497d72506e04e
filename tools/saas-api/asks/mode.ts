/** How people ask to put clients into SaaS mode, lock them out or change their subscription. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const modeAsks = {
  'POST /saas/enable-saas/{locationId}': [
    'enable SaaS mode for a client',
    'put one sub-account on a plan',
    'start charging a client for software',
    'turn on SaaS for a location',
    'new client signed up, activate her subscription plan',
    'convert an account to SaaS',
  ],
  'POST /saas/bulk-enable-saas/{companyId}': [
    'enable SaaS for many clients at once',
    'move all sub-accounts to a plan',
    'bulk activate SaaS mode',
    'put a batch of client accounts on subscription',
    'mass convert locations to SaaS',
    'start billing several sub-accounts',
  ],
  'POST /saas/bulk-disable-saas/{companyId}': [
    'disable SaaS mode',
    'clients canceled, end their software plan',
    'take sub-accounts off SaaS',
    'stop SaaS billing for several clients',
    'bulk remove SaaS subscriptions',
    'turn off SaaS for a churned client',
  ],
  'POST /saas/pause/{locationId}': [
    "client didn't pay, lock the account",
    'suspend a sub-account',
    'unlock a paused client',
    'block access until the bill is settled',
    'freeze a location',
    'reactivate a suspended client account',
    'pause a sub-account',
  ],
  'PUT /saas/update-saas-subscription/{locationId}': [
    'change the Stripe subscription of a client account',
    'move a sub-account to another subscription id',
    'link new Stripe customer to a location',
    'client upgraded in Stripe, attach it',
    'replace SaaS subscription',
    'fix wrong Stripe subscription on an account',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
