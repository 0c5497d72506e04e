import { expect, test } from 'vitest';
import { contacts } from '../../../src/sandbox/domains/contacts/records.ts';
import { type Conversation, conversations, messages } from '../../../src/sandbox/domains/conversations/records.ts';
import { type Account, openAccount, pickAt, pickContact } from '../calendars/account.ts';
import { refusalOf } from '../sdk.ts';

const ofLocation = ({ world, locationId }: Account): Conversation[] => conversations(world).inLocation(locationId);

async function search(account: Account, query: object = {}): Promise<{ ids: string[]; total: number; last: number }> {
  const answer = (await account.sdk.conversations.searchConversation({
    locationId: account.locationId,
    limit: 100,
    ...query,
  } as never)) as unknown as { conversations: { id: string; sort: number[] }[]; total: number };
  return {
    ids: answer.conversations.map(({ id }) => id),
    total: answer.total,
    last: answer.conversations.at(-1)?.sort[0] ?? 0,
  };
}

test('the seed gives about two in five contacts a conversation of up to a dozen messages, some unread', async () => {
  const account = await openAccount();
  const all = ofLocation(account);
  const share = all.length / contacts(account.world).inLocation(account.locationId).length;
  expect(share).toBeGreaterThan(0.25);
  expect(share).toBeLessThan(0.55);
  const counts = all.map(
    ({ id }) =>
      messages(account.world)
        .all()
        .filter((one) => one.conversationId === id).length,
  );
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
  expect(Math.max(...counts)).toBeLessThanOrEqual(12);
  expect(all.some(({ unreadCount }) => unreadCount > 0)).toBe(true);
  const now = account.clock.now();
  expect(
    messages(account.world)
      .all()
      .every(({ dateAdded }) => dateAdded <= now),
  ).toBe(true);
  const again = await openAccount();
  expect(ofLocation(again)).toEqual(all);
});

test('search pages through everything by the sort value of the last result', async () => {
  const account = await openAccount();
  const everything = await search(account);
  expect(everything.total).toBe(ofLocation(account).length);
  expect(everything.ids).toHaveLength(everything.total);
  for (const sort of ['desc', 'asc'] as const) {
    const seen: string[] = [];
    let startAfterDate: number | undefined;
    for (;;) {
      const page = await search(account, { limit: 7, sort, ...(startAfterDate && { startAfterDate }) });
      expect(page.total).toBe(everything.total);
      if (page.ids.length === 0) break;
      seen.push(...page.ids);
      startAfterDate = page.last;
    }
    expect(seen).toEqual(sort === 'desc' ? everything.ids : everything.ids.toReversed());
  }
});

test('search filters by state, assignee, last message and words', async () => {
  const account = await openAccount();
  const all = ofLocation(account);
  const expectIds = async (query: object, test: (conversation: Conversation) => boolean) => {
    const expected = all.filter(test).map(({ id }) => id);
    expect((await search(account, query)).ids.toSorted()).toEqual(expected.toSorted());
    return expected.length;
  };
  expect(await expectIds({ status: 'unread' }, ({ unreadCount }) => unreadCount > 0)).toBeGreaterThan(0);
  await expectIds({ status: 'read' }, ({ unreadCount }) => unreadCount === 0);
  await expectIds({ status: 'starred' }, ({ starred }) => starred);
  const assignee = all.find(({ assignedTo }) => assignedTo !== undefined)?.assignedTo;
  await expectIds({ assignedTo: assignee }, ({ assignedTo }) => assignedTo === assignee);
  const either = ({ assignedTo }: Conversation) => assignedTo === assignee || assignedTo === undefined;
  await expectIds({ assignedTo: `${assignee},unassigned` }, either);
  await expectIds({ lastMessageDirection: 'inbound' }, (one) => one.lastMessageDirection === 'inbound');
  await expectIds({ lastMessageType: 'TYPE_SMS' }, (one) => one.lastMessageType === 'TYPE_SMS');
  await expectIds({ lastMessageAction: 'automated' }, (one) => one.lastOutboundMessageAction === 'automated');
  const middle = pickAt(all, 10);
  await expectIds({ contactId: middle.contactId }, ({ id }) => id === middle.id);
  await expectIds({ startDate: middle.dateAdded }, ({ dateAdded }) => dateAdded >= middle.dateAdded);
  const name = contacts(account.world).get(middle.contactId)?.contactName ?? '';
  expect((await search(account, { query: name.toUpperCase() })).ids).toContain(middle.id);
});

test('search follows writes by the lag of the index, reading by id does not', async () => {
  const account = await openAccount({ indexLagMs: 2_000 });
  const fresh = contacts(account.world)
    .inLocation(account.locationId)
    .find(({ id }) => ofLocation(account).every(({ contactId }) => contactId !== id));
  const contactId = fresh?.id ?? '';
  const { conversation } = await account.sdk.conversations.createConversation({
    locationId: account.locationId,
    contactId,
  });
  expect((await search(account, { contactId })).total).toBe(0);
  const { id: conversationId = '' } = conversation;
  expect(await account.sdk.conversations.getConversation({ conversationId })).toMatchObject({ id: conversationId });
  account.clock.advance(2_000);
  expect((await search(account, { contactId })).ids).toEqual([conversationId]);
});

test('a contact has one conversation: a second create answers with the first', async () => {
  const account = await openAccount();
  const { id, contactId } = pickAt(ofLocation(account), 0);
  const answer = await account.sdk.conversations.createConversation({ locationId: account.locationId, contactId });
  expect(answer).toMatchObject({ success: true, conversation: { id, contactId, deleted: false } });
  const unknown = account.sdk.conversations.createConversation({ locationId: account.locationId, contactId: 'none' });
  expect((await refusalOf(unknown)).response.message).toBe('Contact with id none not found');
});

test('a conversation is read, starred, marked as read and deleted with its messages', async () => {
  const account = await openAccount();
  const { sdk, locationId, otherLocationId, world } = account;
  const found = ofLocation(account).find(({ unreadCount }) => unreadCount > 0);
  const conversationId = found?.id ?? '';
  expect(await sdk.conversations.getConversation({ conversationId })).toMatchObject({
    id: conversationId,
    type: 1,
    inbox: true,
    unreadCount: found?.unreadCount,
  });
  const updated = await sdk.conversations.updateConversation(
    { conversationId },
    {
      locationId,
      unreadCount: 0,
      starred: true,
    },
  );
  expect(updated).toMatchObject({ success: true, conversation: { id: conversationId, unreadCount: 0, starred: true } });
  expect((await search(account, { status: 'starred' })).ids).toContain(conversationId);
  const foreign = pickAt(conversations(world).inLocation(otherLocationId), 0).id;
  const refusal = await refusalOf(sdk.conversations.getConversation({ conversationId: foreign }));
  expect(refusal.response.message).toBe(`Conversation with id ${foreign} not found`);
  expect(await sdk.conversations.deleteConversation({ conversationId })).toMatchObject({ success: true });
  expect(
    messages(world)
      .all()
      .some((message) => message.conversationId === conversationId),
  ).toBe(false);
  expect((await refusalOf(sdk.conversations.getConversation({ conversationId }))).statusCode).toBe(400);
});

test('messages come newest first, one level deeper than documented, page by page', async () => {
  const account = await openAccount();
  const { id: contactId } = pickContact(account, 3);
  for (let index = 0; index < 5; index += 1) {
    account.clock.advance(1_000);
    await account.sdk.conversations.sendANewMessage({ type: 'SMS', contactId, message: `Number ${index}` } as never);
  }
  account.clock.advance(1_000);
  const mail = { type: 'Email', contactId, subject: 'Last', html: '<p>Last</p>' };
  const { conversationId } = await account.sdk.conversations.sendANewMessage(mail as never);
  const path = `/conversations/${conversationId}/messages`;
  const all = (await account.send('GET', `${path}?limit=100`)).body.messages;
  expect(all.nextPage).toBe(false);
  expect(all.messages[0]).toMatchObject({ messageType: 'TYPE_EMAIL', type: 3 });
  expect(all.messages[0]).not.toHaveProperty('body');
  expect(all.messages[1]).toMatchObject({ body: 'Number 4' });
  expect(all.messages.every((message: object) => !('attachments' in message))).toBe(true);

  const seen: string[] = [];
  let query = '?limit=4';
  for (;;) {
    const page = (await account.send('GET', path + query)).body.messages;
    seen.push(...page.messages.map(({ id }: { id: string }) => id));
    expect(page.lastMessageId).toBe(seen.at(-1));
    if (!page.nextPage) break;
    query = `?limit=4&lastMessageId=${page.lastMessageId}`;
  }
  expect(seen).toEqual(all.messages.map(({ id }: { id: string }) => id));
  const texts = (await account.send('GET', `${path}?type=TYPE_EMAIL`)).body.messages.messages;
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.every(({ messageType }: { messageType: string }) => messageType === 'TYPE_EMAIL')).toBe(true);
  expect((await account.send('GET', `${path}?lastMessageId=none`)).status).toBe(400);
});

test('an export covers everything but e-mail unless a channel is named', async () => {
  const account = await openAccount();
  const { sdk, locationId, world } = account;
  const own = messages(world).inLocation(locationId);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await sdk.conversations.exportMessagesByLocation({ locationId, limit: 50, ...(cursor && { cursor }) });
    expect(page.total).toBe(own.filter(({ messageType }) => messageType !== 'TYPE_EMAIL').length);
    seen.push(...page.messages.map(({ id }) => id ?? ''));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  const expected = own.filter(({ messageType }) => messageType !== 'TYPE_EMAIL').map(({ id }) => id);
  expect(seen.toSorted()).toEqual(expected.toSorted());
  const mail = await sdk.conversations.exportMessagesByLocation({ locationId, channel: 'Email' });
  expect(mail.total).toBe(own.length - expected.length);
  const bad = sdk.conversations.exportMessagesByLocation({ locationId, cursor: 'bm9uZQ==' });
  expect((await refusalOf(bad)).response.message).toBe('Invalid cursor');
  expect((await refusalOf(sdk.conversations.exportMessagesByLocation({ locationId, limit: 5 }))).statusCode).toBe(422);
});
