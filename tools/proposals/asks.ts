import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with documents, contracts and proposals. */
export const asks = {
  'GET /proposals/document': [
    'which contracts are not signed yet',
    'list proposals and documents',
    'did the client sign the agreement',
    'show contracts sent to a customer',
    'signed documents this month',
    'find an NDA',
    'who still has to e-sign',
    'status of our paperwork',
  ],
  'POST /proposals/document/send': [
    'send the contract for signature',
    'email a proposal to the client',
    'resend the agreement, he lost the link',
    'get a document e-signed',
    'deliver a drafted contract',
    'ask the customer to sign paperwork',
  ],
  'GET /proposals/templates': [
    'what contract templates do we have',
    'list proposal templates',
    'find the agreement template',
    'which document template is for onboarding',
    'standard NDA and service agreement forms',
    'search contract blueprints',
  ],
  'POST /proposals/templates/send': [
    'send a contract from a template',
    'create a proposal from template for a lead',
    'new customer needs the standard agreement to sign',
    'prepare onboarding paperwork from our template',
    'issue an NDA to a prospect',
    'generate a document for a deal',
    'send the service agreement template for e-signature',
  ],
} as const satisfies Asks<typeof operations>;
