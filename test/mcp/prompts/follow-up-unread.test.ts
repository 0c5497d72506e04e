import { afterAll, expect, it } from 'vitest';
import { conversations, messagesOf } from '../../../src/sandbox/domains/conversations/records.ts';
import { follow, openOffice, type Results } from './follow.ts';

const office = await openOffice();
afterAll(() => office.close());
const { world } = office.sandbox;

/** Somebody who sent a text message. */
const findTexter = ([unread]: Results) =>
  unread.conversations.find((one: { lastMessageType: string }) => one.lastMessageType === 'TYPE_SMS');

it('those who wrote and were not read are answered on their channel', async () => {
  const waiting = conversations(world)
    .inLocation(office.locationId)
    .filter((one) => one.unreadCount > 0 && one.lastMessageDirection === 'inbound').length;
  const answer = 'Thank you! We look into it and call you today.';
  const results = await follow(
    office,
    { name: 'follow_up_unread' },
    {
      '<conversationId>': (known: Results) => findTexter(known).id,
      '<contactId>': (known: Results) => findTexter(known).contactId,
      '<SMS, Email …>': 'SMS',
      '<answer>': answer,
    },
  );
  const [unread, thread, { contact }, sent] = results;
  expect(unread.total).toBe(waiting);
  expect(thread.messages.messages[0]).toMatchObject({ direction: 'inbound', body: expect.any(String) });
  expect(contact.dnd).not.toBe(true);
  const conversation = conversations(world).get(findTexter(results).id);
  const last = conversation && messagesOf(world, conversation).at(-1);
  expect(last).toMatchObject({ id: sent.messageId, direction: 'outbound', body: answer });
  expect(conversation?.contactId).toBe(findTexter(results).contactId);
});
