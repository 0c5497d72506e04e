/** Documents and contracts to sign. Their text is written in HighLevel; here they are found and sent. */
import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

export const guides = {
  'GET /proposals/document': {
    name: 'proposals_document_list',
    title: 'List documents and contracts',
    summary:
      'Proposals and contracts with status, total and who has signed. Templates: proposals_template_list; estimates: invoices_estimate_list.',
    notes: [
      'The list is all there is: no call reads one document or its text.',
      'hasCompleted of a recipient says whether that person is done.',
    ],
    risk: 'read',
    paging: { style: 'skip-limit', items: 'documents', total: 'total', size: 'limit', offset: 'skip' },
    hints: {
      query: 'part of the name',
      dateFrom: 'ISO 8601, together with dateTo',
      dateTo: 'ISO 8601, together with dateFrom',
    },
    words: ['agreement', 'signature', 'signed', 'e-sign', 'quote', 'unsigned'],
    examples: [
      {
        ask: 'Which contracts were sent in June 2026 and not looked at yet?',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          status: ['sent'],
          dateFrom: '2026-06-01T00:00:00.000Z',
          dateTo: '2026-06-30T23:59:59.999Z',
          limit: 50,
          skip: 0,
        },
      },
    ],
  },
  'POST /proposals/document/send': {
    name: 'proposals_document_send',
    title: 'Send a document',
    summary:
      'Sends an existing document to its recipients to sign or pay; cannot be called back. From a template: proposals_template_send.',
    notes: [
      'medium link is meant to give links instead of an email; treat it as sending all the same.',
      "Recipients cannot be chosen here, only copies (cc) added; look at the document's recipients first.",
      'Calling twice sends twice.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: { each: ['documentId', 'ccRecipients[]'] },
    findOut: { looks: [], check: 'proposals_document_list shows the status: still draft means that it was not sent.' },
    hints: {
      documentId: 'documentId from proposals_document_list',
      sentBy: 'user id of the sender, from users_user_search',
      'ccRecipients[].id': 'contact id',
      'ccRecipients[].imageUrl': 'may be an empty text',
      'notificationSettings.receive.templateId': 'email template id',
    },
    words: ['contract', 'agreement', 'proposal', 'e-sign', 'resend', 'signature request'],
    examples: [
      {
        ask: 'Email this contract to its signers in my name',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          documentId: '67ac9a51106ee8311e911aaa',
          sentBy: 'hxHGVRb1YJUscrCB8eXK',
          medium: 'email',
        },
      },
    ],
  },
  'GET /proposals/templates': {
    name: 'proposals_template_list',
    title: 'List document templates',
    summary:
      'Templates of documents and contracts, with ids for proposals_template_send. They are written in HighLevel, not through the API.',
    risk: 'read',
    paging: { style: 'skip-limit', items: 'data', total: 'total', size: 'limit', offset: 'skip' },
    hints: {
      type: 'proposal, estimate or contentLibrary; comma separated',
      name: 'template name',
      dateFrom: 'ISO 8601',
      dateTo: 'ISO 8601',
      isPublicDocument: 'true needs userId',
      userId: 'with isPublicDocument',
    },
    words: ['contract template', 'agreement', 'proposal'],
  },
  'POST /proposals/templates/send': {
    name: 'proposals_template_send',
    title: 'Send a contract from a template',
    summary:
      'Makes a document from a template for one contact and sends it to sign or pay; cannot be called back. Always give sendDocument.',
    notes: [
      'What leaving sendDocument out does is undocumented.',
      'sendDocument false should leave a draft for proposals_document_send.',
      'Values such as name or address are filled in from the contact and the opportunity, so check those first.',
      'Calling twice makes and sends two.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: { unless: { sendDocument: [false] } },
    findOut: {
      looks: [],
      check:
        "proposals_document_list shows the newest documents: one of the template's name, with the contact as recipient.",
    },
    hints: {
      templateId: 'from proposals_template_list',
      userId: 'sender, from users_user_search',
      sendDocument: 'true sends at once, false leaves a draft',
      contactId: 'recipient',
      opportunityId: 'deal it belongs to',
    },
    words: ['contract', 'agreement', 'proposal', 'e-sign', 'signature request'],
    examples: [
      {
        ask: 'Send Jane the coaching agreement to sign',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          templateId: '685d11c371c22e636e9c04b2',
          userId: 'hxHGVRb1YJUscrCB8eXK',
          contactId: 'ocQHyuzHvysMo5N5VsXc',
          sendDocument: true,
        },
      },
    ],
  },
} as const satisfies Guides<typeof operations>;
