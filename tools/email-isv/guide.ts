import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

export const guides = {
  'POST /email/verify': {
    name: 'email_isv_email_verify',
    title: 'Check that an email address works',
    summary:
      'Checks whether mail to an address or contact would arrive; nothing is sent, but each call is charged to the wallet.',
    notes: [
      "The result is deliverable, undeliverable, do_not_send, catch_all or unknown; the location's or the agency's wallet pays.",
      'verified false means that the check did not run; the message says why, often an empty wallet.',
      'leadconnectorRecomendation.isEmailValid sums it up.',
      'A contact carries an earlier result in validEmail: look there first.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: { looks: [], check: 'Results cannot be read back; verifying again costs the fee again.' },
    hints: { type: 'what verify holds', verify: 'address, or contact id with type contact' },
    words: ['validate email', 'bounce', 'deliverability', 'email hygiene', 'invalid address'],
    examples: [
      {
        ask: 'Is jane.doe@example.com a real address?',
        args: { locationId: 've9EPM428h8vShlRW1KT', type: 'email', verify: 'jane.doe@example.com' },
      },
    ],
  },
} as const satisfies Guides<typeof operations>;
