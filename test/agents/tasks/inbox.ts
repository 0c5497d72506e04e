/** Conversations: what waits for an answer, and answering it. */
import assert from 'node:assert/strict';
import { type Answer, defineTask } from '../task.ts';

const unread = defineTask({
  title: 'List unread conversations and summarise them',
  resources: ['conversations'],
  async run(agent) {
    await agent.find('unread conversations', 'conversations_conversation_search');
    const { conversations, total } = await agent.read(
      'conversations_conversation_search',
      { status: 'unread', limit: 50 },
      ['total', 'conversations.contactName', 'conversations.unreadCount', 'conversations.lastMessageType'],
    );
    await agent.find('read the messages of a conversation', 'conversations_message_list');
    await agent.find('full text of an email message', 'conversations_email_get');
    const summaries = [];
    for (const { id, contactName, unreadCount } of conversations.slice(0, 3)) {
      const { messages } = await agent.read('conversations_message_list', { conversationId: id, limit: 5 }, [
        'messages.messages.messageType',
        'messages.messages.direction',
        'messages.messages.body',
        'messages.messages.meta.email.messageIds',
      ]);
      summaries.push({ id, contactName, unreadCount, texts: messages.messages.map(({ body }: Answer) => body) });
    }
    const byMail = await agent.read('conversations_conversation_search', { lastMessageType: 'TYPE_EMAIL', limit: 1 }, [
      'conversations.contactName',
    ]);
    const { messages } = await agent.read(
      'conversations_message_list',
      { conversationId: byMail.conversations[0].id, limit: 1 },
      ['messages.messages.meta.email.messageIds'],
    );
    const mail = await agent.read('conversations_email_get', { id: messages.messages[0].meta.email.messageIds[0] });
    return { total, summaries, mail };
  },
  async check(inspect, { total, summaries, mail }, locationId) {
    const all = await inspect(`/conversations/search?locationId=${locationId}&limit=100`);
    const waiting = all.conversations.filter(({ unreadCount }: Answer) => unreadCount > 0);
    assert.equal(total, waiting.length);
    for (const { id, contactName, unreadCount, texts } of summaries) {
      const { messages } = await inspect(`/conversations/${id}/messages?limit=5`);
      assert.deepEqual(
        texts,
        messages.messages.map(({ body }: Answer) => body || undefined),
      );
      const conversation = waiting.find((one: Answer) => one.id === id);
      assert.deepEqual([contactName, unreadCount], [conversation.contactName, conversation.unreadCount]);
    }
    assert.ok((mail.emailMessage ?? mail).body.length > 0);
  },
});

const reply = defineTask({
  title: 'Reply to a lead by SMS or e-mail',
  resources: ['contacts', 'conversations'],
  async run(agent) {
    await agent.find('find a contact by name', 'contacts_contact_search');
    const { contacts } = await agent.read('contacts_contact_search', { query: 'Hana Novak', pageLimit: 5 }, [
      'contacts.contactName',
      'contacts.dnd',
    ]);
    const contactId = contacts[0].id;
    await agent.find('conversation with a contact', 'conversations_conversation_search');
    const { conversations } = await agent.read('conversations_conversation_search', { contactId }, [
      'conversations.lastMessageType',
    ]);
    await agent.find('read the messages of a conversation', 'conversations_message_list');
    await agent.read('conversations_message_list', { conversationId: conversations[0].id, limit: 5 }, [
      'messages.messages.messageType',
      'messages.messages.direction',
      'messages.messages.body',
    ]);
    await agent.find('write to a lead by text message', 'conversations_message_send');
    const text = 'Hi Hana, yes: Thursday at 1 pm is yours. See you then!';
    const { messageId } = await agent.confirm('conversations_message_send', { type: 'SMS', contactId, message: text });
    await agent.find('check that a message was delivered', 'conversations_message_get');
    const message = await agent.read('conversations_message_get', { id: messageId });
    assert.notEqual(message.status, 'failed');
    return { messageId, text, contactId };
  },
  async check(inspect, { messageId, text, contactId }, locationId) {
    const { conversations } = await inspect(`/conversations/search?locationId=${locationId}&contactId=${contactId}`);
    const { messages } = await inspect(`/conversations/${conversations[0].id}/messages`);
    const sent = messages.messages.filter(({ body }: Answer) => body === text);
    assert.deepEqual(
      sent.map(({ id }: Answer) => id),
      [messageId],
    );
    assert.deepEqual([sent[0].direction, sent[0].contactId, sent[0].status], ['outbound', contactId, 'delivered']);
  },
});

export const tasks = [unread, reply];
