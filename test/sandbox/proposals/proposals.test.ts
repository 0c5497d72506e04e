import { describe, expect, it } from 'vitest';
import { operations } from '../../../tools/proposals/operations.gen.ts';
import { type Answer, openChecked } from '../checked.ts';
import { refusalOf } from '../sdk.ts';

async function openOffice() {
  const checked = await openChecked(operations);
  const { locationId, sandbox } = checked;
  const proposals = checked.service('proposals');
  const userId = sandbox.world.collection('users').all()[0]?.id ?? '';
  const contact = sandbox.world.collection('contacts').inLocation(locationId)[5] as Answer;
  const documents = (query: object = {}) => proposals('listDocumentsContracts', { locationId, ...query });
  const templates = (query: object = {}) => proposals('listDocumentsContractsTemplates', { locationId, ...query });
  const templateId = (await templates({ name: 'agreement' })).data[0].id;
  const sendTemplate = (change: object = {}) =>
    proposals('sendDocumentsContractsTemplate', { templateId, userId, locationId, contactId: contact.id, ...change });
  const sendDocument = (documentId: string, change: object = {}) =>
    proposals('sendDocumentsContracts', { locationId, documentId, sentBy: userId, ...change });
  return { ...checked, userId, contact, documents, templates, templateId, sendTemplate, sendDocument };
}

describe('documents', () => {
  it('are listed by status, payment, words and period, in pages', async () => {
    const { documents } = await openOffice();
    const all = await documents();
    expect(all.total).toBe(4);
    expect(all.documents.map(({ status }: Answer) => status[0])).toEqual(['draft', 'sent', 'viewed', 'completed']);
    expect((await documents({ limit: 1, skip: 3 })).documents).toMatchObject([{ paymentStatus: ['paid'] }]);
    expect((await documents({ status: 'viewed' })).total).toBe(1);
    expect((await documents({ paymentStatus: 'waiting_for_payment' })).total).toBe(2);
    expect((await documents({ query: 'WAIVER' })).documents).toMatchObject([{ name: 'Membership waiver' }]);
    const { contactName } = all.documents[3].recipients[0];
    expect((await documents({ query: contactName })).documents[0]._id).toBe(all.documents[3]._id);
    const week = { dateFrom: '2026-09-08T00:00:00Z', dateTo: '2026-09-15T23:59:59Z' };
    expect((await documents(week)).total).toBe(2);
    expect((await refusalOf(documents({ dateFrom: week.dateFrom }))).statusCode).toBe(422);
  });

  it('are sent to their recipients and copies, until they are done', async () => {
    const { documents, sendDocument, sandbox, otherLocationId, locationId } = await openOffice();
    const [draft] = (await documents({ status: 'draft' })).documents;
    const copy = sandbox.world.collection('contacts').inLocation(locationId)[9] as Answer;
    const ccRecipients = [
      { id: copy.id, email: copy.email, imageUrl: '', contactName: 'A B', firstName: 'A', lastName: 'B' },
    ];
    const { links } = await sendDocument(draft._id, { documentName: 'Waiver 2026', medium: 'email', ccRecipients });
    expect(links.map((link: Answer) => [link.recipientId, link.recipientCategory])).toEqual([
      [draft.recipients[0].id, 'recipient'],
      [copy.id, 'cc'],
    ]);
    const [sent] = (await documents({ query: 'waiver 2026' })).documents;
    expect(sent).toMatchObject({ _id: draft._id, status: ['sent'], links });

    const [done] = (await documents({ status: 'completed' })).documents;
    expect((await refusalOf(sendDocument(done._id))).statusCode).toBe(400);
    expect((await refusalOf(sendDocument('none'))).response.message).toBe('Document with id none not found');
    expect((await refusalOf(sendDocument(draft._id, { sentBy: 'nobody' }))).response.message).toBe('User not found');
    const [foreign] = sandbox.world.collection('proposal-documents').inLocation(otherLocationId);
    expect((await refusalOf(sendDocument(foreign?.id ?? ''))).statusCode).toBe(400);
  });
});

describe('templates', () => {
  it('are listed by type, name and period', async () => {
    const { templates, userId } = await openOffice();
    expect((await templates()).total).toBe(3);
    expect((await templates({ type: 'estimate,contentLibrary' })).data).toMatchObject([{ name: 'Project estimate' }]);
    expect((await templates({ isPublicDocument: true, userId })).data).toMatchObject([{ documentCount: 1 }]);
    expect((await refusalOf(templates({ isPublicDocument: true }))).statusCode).toBe(422);
    expect((await templates({ dateFrom: '2026-05-01T00:00:00Z' })).total).toBe(1);
    expect((await templates({ limit: '1', skip: '2' })).data).toHaveLength(1);
  });

  it('become documents: drafts, or sent at once', async () => {
    const { documents, sendTemplate, contact, templateId, sendDocument } = await openOffice();
    const { links } = await sendTemplate();
    expect(links).toMatchObject([{ recipientId: contact.id, recipientCategory: 'recipient' }]);
    const { documentId } = links[0];
    const find = async () => (await documents()).documents.find(({ _id }: Answer) => _id === documentId);
    const draft = await find();
    expect(draft).toMatchObject({ status: ['draft'], grandTotal: { amount: 890 }, recipients: [{ id: contact.id }] });
    await sendDocument(documentId);
    expect((await find()).status).toEqual(['sent']);
    const sent = await sendTemplate({ sendDocument: true });
    expect((await documents({ status: 'sent' })).documents[0]._id).toBe(sent.links[0].documentId);
    expect(templateId).toMatch(/^[0-9a-f]{24}$/);
  });

  it.each([
    ['template', { templateId: 'none' }, 'Template with id none not found'],
    ['contact', { contactId: 'none' }, 'Contact with id none not found'],
    ['user', { userId: 'none' }, 'User not found'],
    ['opportunity', { opportunityId: 'none' }, 'Opportunity with id none not found'],
  ])('are refused for an unknown %s', async (_what, change, message) => {
    const { sendTemplate, documents } = await openOffice();
    const { statusCode, response } = await refusalOf(sendTemplate(change));
    expect([statusCode, response.message]).toEqual([400, message]);
    expect((await documents()).total).toBe(4);
  });

  it('cannot be sent to somebody without an address', async () => {
    const { sendTemplate, sandbox, contact } = await openOffice();
    sandbox.world.collection('contacts').update(contact.id, { email: undefined } as object);
    expect((await refusalOf(sendTemplate({ sendDocument: true }))).statusCode).toBe(400);
    expect(await sendTemplate()).toMatchObject({ success: true });
  });
});
