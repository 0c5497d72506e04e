import { describe, expect, test } from 'vitest';
import { contacts } from '../../../src/sandbox/domains/contacts/records.ts';
import { conversations, messages } from '../../../src/sandbox/domains/conversations/records.ts';
import { templates } from '../../../src/sandbox/domains/locations/records.ts';
import { type Account, openAccount, pickContact } from '../calendars/account.ts';
import { refusalOf } from '../sdk.ts';

/** A contact nobody has written with yet. */
function newContact({ world, locationId }: Account, fields: object = {}): string {
  const id = world.newId();
  contacts(world).insert({
    id,
    locationId,
    contactName: 'Ines Holt',
    email: 'ines.holt@example.com',
    phone: '+15125550199',
    type: 'lead',
    followers: [],
    tags: [],
    dnd: false,
    dndSettings: {},
    customFields: [],
    bounceEmail: false,
    unsubscribeEmail: false,
    dateAdded: world.timestamp(),
    dateUpdated: world.timestamp(),
    ...fields,
  });
  return id;
}

const send = (account: Account, body: object) => account.sdk.conversations.sendANewMessage(body as never);

test('a text makes the conversation of the contact, and gets from pending to delivered with the clock', async () => {
  const account = await openAccount();
  const contactId = newContact(account);
  const sent = await send(account, { type: 'SMS', contactId, message: 'See you at nine' });
  expect(sent).toMatchObject({ msg: 'Message queued successfully.', messageIds: [sent.messageId], status: 'pending' });
  const read = async () => (await account.send('GET', `/conversations/messages/${sent.messageId}`)).body.message;
  expect(await read()).toMatchObject({
    id: sent.messageId,
    conversationId: sent.conversationId,
    contactId,
    body: 'See you at nine',
    direction: 'outbound',
    messageType: 'TYPE_SMS',
    type: 2,
    status: 'pending',
    source: 'api',
    to: '+15125550199',
  });
  account.clock.advance(2_000);
  expect((await read()).status).toBe('sent');
  account.clock.advance(3_000);
  expect((await read()).status).toBe('delivered');
  const second = await send(account, {
    type: 'WhatsApp',
    contactId,
    message: 'Or ten?',
    attachments: ['https://example.com/a.png'],
  });
  expect(second.conversationId).toBe(sent.conversationId);
  expect(messages(account.world).get(second.messageId ?? '')?.attachments).toEqual([]);
});

test('an e-mail has its text apart from the message of its thread, and replies join the thread', async () => {
  const account = await openAccount();
  const contactId = newContact(account);
  const first = await send(account, { type: 'Email', contactId, subject: 'Estimate', html: '<p>Two visits</p>' });
  expect(first).toMatchObject({ msg: 'Email queued successfully.' });
  const reply = await send(account, {
    type: 'Email',
    contactId,
    html: '<p>Or three</p>',
    replyMessageId: first.emailMessageId,
    emailCc: ['copy@example.com'],
  });
  expect(reply.messageId).toBe(first.messageId);
  const { message } = (await account.send('GET', `/conversations/messages/${first.messageId}`)).body;
  expect(message.meta.email.messageIds).toEqual([first.emailMessageId, reply.emailMessageId]);
  expect(message).not.toHaveProperty('body');
  const { emailMessage } = (await account.send('GET', `/conversations/messages/email/${reply.emailMessageId}`)).body;
  expect(emailMessage).toMatchObject({
    id: reply.emailMessageId,
    threadId: first.messageId,
    subject: 'Estimate',
    body: '<p>Or three</p>',
    to: ['ines.holt@example.com'],
    cc: ['copy@example.com'],
    direction: 'outbound',
    replyToMessageId: first.emailMessageId,
  });
});

describe('a message is refused and leaves nothing behind', () => {
  const text = { type: 'SMS', message: 'Hello' };
  const mail = { type: 'Email', subject: 'Hello', html: '<p>Hello</p>' };
  const cases: readonly [string, object, object, string][] = [
    ['do not disturb', { dnd: true }, text, 'Cannot send message as DND is active for SMS.'],
    [
      'do not disturb on the channel',
      { dndSettings: { Email: { status: 'permanent' } } },
      mail,
      'Cannot send message as DND is active for Email.',
    ],
    ['no number', { phone: undefined }, text, 'Missing phone number'],
    ['no address', { email: undefined }, mail, "Unable to send e-mail, contact's e-mail is invalid"],
    ['bounced address', { bounceEmail: true }, mail, "Unable to send e-mail, contact's e-mail is invalid"],
    ['opted out', { unsubscribeEmail: true }, mail, 'Cannot send email as Ines Holt has unsubscribed'],
    ['provider without access', {}, { ...text, type: 'Custom' }, 'CONVERSATIONS_MSG_PROVIDER_NO_ACCESS'],
    ['nothing said', {}, { type: 'SMS' }, 'There is no message or attachments for this message. Skip sending.'],
  ];
  test.each(cases)('%s', async (_name, fields, body, message) => {
    const account = await openAccount();
    const contactId = newContact(account, fields);
    const before = messages(account.world).all().length;
    const refusal = await refusalOf(send(account, { ...body, contactId }));
    expect(refusal).toMatchObject({ statusCode: 400, response: { message, status: 400 } });
    expect(refusal.response.name).toMatch(/Exception$/);
    expect(messages(account.world).all()).toHaveLength(before);
    expect(
      conversations(account.world)
        .all()
        .some((found) => found.contactId === contactId),
    ).toBe(false);
  });

  test('do not disturb on another channel does not matter', async () => {
    const account = await openAccount();
    const contactId = newContact(account, {
      dndSettings: { Email: { status: 'active' }, SMS: { status: 'inactive' } },
    });
    expect((await send(account, { ...text, contactId })).messageId).toBeDefined();
  });

  test('unknown contact', async () => {
    const refusal = await refusalOf(send(await openAccount(), { ...text, contactId: 'nobody' }));
    expect(refusal.response.message).toBe('Contact with id nobody not found');
  });
});

describe('a scheduled message', () => {
  const inAnHour = (account: Account) => Math.floor(account.clock.now() / 1000) + 3600;

  test('waits for its second, and can be called off until then', async () => {
    const account = await openAccount();
    const contactId = newContact(account);
    const scheduledTimestamp = inAnHour(account);
    const sent = await send(account, { type: 'SMS', contactId, message: 'Later', scheduledTimestamp });
    const path = `/conversations/messages/${sent.messageId}`;
    expect((await account.send('GET', path)).body.message.status).toBe('scheduled');
    const messageId = sent.messageId ?? '';
    const cancelled = await account.sdk.conversations.cancelScheduledMessage({ messageId });
    expect(cancelled).toMatchObject({ status: 200 });
    expect((await account.send('GET', path)).status).toBe(400);
    const again = await account.sdk.conversations.cancelScheduledMessage({ messageId });
    expect(again).toMatchObject({ status: 404, message: 'Failed cancel the scheduled message' });
  });

  test('that has left cannot be called off any more', async () => {
    const account = await openAccount();
    const contactId = newContact(account);
    const scheduledTimestamp = inAnHour(account);
    const sent = await send(account, { type: 'Email', contactId, html: 'Later', subject: 'x', scheduledTimestamp });
    const emailMessageId = sent.emailMessageId ?? '';
    account.clock.advance(3_600_000 + 5_000);
    const late = await account.sdk.conversations.cancelScheduledEmailMessage({ emailMessageId });
    expect(late).toMatchObject({ status: 404 });
    const { emailMessage } = (await account.send('GET', `/conversations/messages/email/${emailMessageId}`)).body;
    expect(emailMessage.status).toBe('delivered');
  });

  test('in a thread is taken out of it alone', async () => {
    const account = await openAccount();
    const contactId = newContact(account);
    const first = await send(account, { type: 'Email', contactId, html: 'Now', subject: 'x' });
    const scheduledTimestamp = inAnHour(account);
    const later = await send(account, {
      type: 'Email',
      contactId,
      html: 'Later',
      threadId: first.messageId,
      scheduledTimestamp,
    });
    const answer = await account.sdk.conversations.cancelScheduledEmailMessage({
      emailMessageId: later.emailMessageId ?? '',
    });
    expect(answer).toMatchObject({ status: 200 });
    expect(messages(account.world).get(first.messageId ?? '')?.emailIds).toEqual([first.emailMessageId]);
  });

  test.each([
    ['milliseconds', (account: Account) => account.clock.now() + 3_600_000],
    ['the past', (account: Account) => Math.floor(account.clock.now() / 1000) - 1],
  ])('is refused in %s', async (_name, timestamp) => {
    const account = await openAccount();
    const body = { type: 'SMS', contactId: newContact(account), message: 'x', scheduledTimestamp: timestamp(account) };
    expect((await refusalOf(send(account, body))).statusCode).toBe(422);
  });
});

test('messages that happened elsewhere are entered by contact or by conversation', async () => {
  const account = await openAccount();
  const contactId = newContact(account);
  const inbound = await account.sdk.conversations.addAnInboundMessage({
    type: 'SMS',
    contactId,
    message: 'Are you open?',
    date: '2026-06-14T10:00:00.000Z',
    altId: 'provider-1',
  } as never);
  expect(inbound).toMatchObject({ success: true, contactId, dateAdded: '2026-06-14T10:00:00.000Z' });
  const { conversationId } = inbound;
  const mail = await account.sdk.conversations.addAnInboundMessage({
    type: 'Email',
    conversationId,
    subject: 'Question',
    html: '<p>Same question</p>',
  } as never);
  const email = (await account.send('GET', `/conversations/messages/email/${mail.emailMessageId}`)).body.emailMessage;
  expect(email).toMatchObject({ direction: 'inbound', from: 'ines.holt@example.com', body: '<p>Same question</p>' });
  expect(conversations(account.world).get(conversationId)).toMatchObject({
    unreadCount: 2,
    lastMessageDirection: 'inbound',
    lastMessageType: 'TYPE_EMAIL',
    lastMessageBody: 'Same question',
  });
  const nowhere = account.sdk.conversations.addAnInboundMessage({ type: 'SMS', message: 'x' } as never);
  expect((await refusalOf(nowhere)).statusCode).toBe(422);
});

test('a status that is set stays set', async () => {
  const account = await openAccount();
  const { id: contactId } = pickContact(account);
  const { messageId = '', conversationId } = await send(account, { type: 'SMS', contactId, message: 'Hi' });
  const answer = await account.sdk.conversations.updateMessageStatus({ messageId }, {
    status: 'failed',
    error: { code: '1', type: 'saas', message: 'No route' },
  } as never);
  expect(answer).toMatchObject({ messageId, conversationId, status: 'failed' });
  account.clock.advance(60_000);
  const { message } = (await account.send('GET', `/conversations/messages/${messageId}`)).body;
  expect(message).toMatchObject({ status: 'failed', error: 'No route' });

  const mail = await send(account, { type: 'Email', contactId, html: 'x', subject: 'x' });
  const path = `/conversations/messages/email/${mail.emailMessageId}`;
  const json = { status: 'opened', events: { opened: 2 } };
  expect((await account.send('PUT', `${path}/status`, { version: 'v3', json })).body.success).toBe(true);
  expect((await account.send('GET', path)).body.emailMessage.status).toBe('opened');
});

test('a review is answered in its conversation', async () => {
  const account = await openAccount();
  const { conversation } = await account.sdk.conversations.createConversation({
    locationId: account.locationId,
    contactId: newContact(account),
  });
  const { id: conversationId = '' } = conversation;
  const sent = await account.sdk.conversations.sendReviewReply({
    conversationId,
    locationId: account.locationId,
    message: 'Thank you!',
  });
  expect(sent.conversationId).toBe(conversationId);
  expect(messages(account.world).get(sent.messageId)).toMatchObject({ messageType: 'TYPE_GMB', body: 'Thank you!' });
});

describe('another location', () => {
  test('keeps its threads to itself', async () => {
    const account = await openAccount();
    const held = () => messages(account.world).inLocation(account.otherLocationId);
    const before = held();
    const thread = before.find(({ messageType }) => messageType === 'TYPE_EMAIL');
    const contactId = newContact(account);
    for (const name of ['threadId', 'replyMessageId']) {
      const call = send(account, { type: 'Email', contactId, html: '<p>Hi</p>', [name]: thread?.id });
      expect(await refusalOf(call)).toMatchObject({ statusCode: 400 });
    }
    expect(held()).toEqual(before);
  });

  test('keeps its templates to itself', async () => {
    const account = await openAccount();
    const [template] = templates(account.world).inLocation(account.otherLocationId);
    const contactId = newContact(account);
    const { messageId } = await send(account, { type: 'SMS', contactId, templateId: template?.id });
    expect(template?.template.body).toEqual(expect.any(String));
    expect(messages(account.world).get(messageId ?? '')?.body).toBe('');
  });
});
