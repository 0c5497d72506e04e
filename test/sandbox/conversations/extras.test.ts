import { expect, test } from 'vitest';
import { messages, typings } from '../../../src/sandbox/domains/conversations/records.ts';
import { type Account, openAccount, pickContact } from '../calendars/account.ts';
import { refusalOf } from '../sdk.ts';

async function startConversation({ sdk, locationId, ...account }: Account): Promise<string> {
  const contactId = pickContact({ sdk, locationId, ...account }).id;
  const { conversation } = await sdk.conversations.createConversation({ locationId, contactId });
  return conversation.id ?? '';
}

async function addCall(account: Account, status: string): Promise<string> {
  const conversationId = await startConversation(account);
  const { messageId } = await account.sdk.conversations.addAnOutboundMessage({
    type: 'Call',
    conversationId,
    conversationProviderId: 'provider-1',
    call: { to: '+15125550101', from: '+15125550100', status },
  } as never);
  return messageId;
}

test('a call that was answered has a recording that is a WAV file, and a transcription', async () => {
  const account = await openAccount();
  const messageId = await addCall(account, 'completed');
  const { message } = (await account.send('GET', `/conversations/messages/${messageId}`)).body;
  expect(message).toMatchObject({
    messageType: 'TYPE_CALL',
    type: 1,
    direction: 'outbound',
    meta: { callStatus: 'completed', callDuration: '60' },
  });
  const response = await fetch(
    `${account.url}/conversations/messages/${messageId}/locations/${account.locationId}/recording`,
    { headers: { authorization: `Bearer ${account.sandbox.tokens.location}`, version: '2021-04-15' } },
  );
  expect(response.headers.get('content-type')).toBe('audio/x-wav');
  const wav = Buffer.from(await response.arrayBuffer());
  expect(wav.toString('latin1', 0, 4)).toBe('RIFF');
  expect(wav.toString('latin1', 8, 12)).toBe('WAVE');
  expect(wav.readUInt32LE(4)).toBe(wav.length - 8);

  const base = `/conversations/locations/${account.locationId}/messages/${messageId}/transcription`;
  const spoken = await account.send('GET', base);
  expect(spoken.body).toMatchObject({ sentenceIndex: 0, endTime: 60 });
  const text = await account.send('GET', `${base}/download`);
  expect(text.headers['content-type']).toMatch(/^text\/plain/);
  for (const line of text.body.trim().split('\n')) {
    expect(line).toMatch(/^\[\d\d:\d\d\] Speaker [12]: /);
    expect(spoken.body.transcript).toContain(line.replace(/^.*?: /, ''));
  }
});

test('what nobody answered, and what is no call, has no recording', async () => {
  const account = await openAccount();
  const missed = await addCall(account, 'no-answer');
  const texts = messages(account.world).inLocation(account.locationId);
  const text = texts.find(({ messageType }) => messageType === 'TYPE_SMS')?.id;
  for (const id of [missed, text]) {
    const path = `/conversations/messages/${id}/locations/${account.locationId}/recording`;
    expect((await account.send('GET', path)).status).toBe(400);
  }
});

test('files are uploaded in one request and get addresses', async () => {
  const account = await openAccount();
  const conversationId = await startConversation(account);
  const upload = (name: string, size: number) => {
    const form = new FormData();
    form.append('conversationId', conversationId);
    form.append('contactId', pickContact(account).id);
    form.append('locationId', account.locationId);
    form.append('attachmentUrls[]', 'https://example.com/price-list.pdf');
    form.append('fileAttachment', new Blob([new Uint8Array(size)]), name);
    return fetch(`${account.url}/conversations/messages/upload`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${account.sandbox.tokens.location}`, version: '2021-04-15' },
    });
  };
  const accepted = await upload('scan.PNG', 100);
  const { uploadedFiles } = (await accepted.json()) as { uploadedFiles: Record<string, string> };
  expect(accepted.status).toBe(200);
  expect(uploadedFiles['price-list.pdf']).toBe('https://example.com/price-list.pdf');
  expect(uploadedFiles['scan.PNG']).toMatch(new RegExp(`^https://.*/${conversationId}/[0-9a-f]{24}\\.png$`));
  expect((await upload('tool.exe', 100)).status).toBe(415);
  expect((await upload('film.mp4', 5 * 1024 * 1024 + 1)).status).toBe(413);
});

test('a large file goes through a signed URL that lives a quarter of an hour', async () => {
  const account = await openAccount();
  const { sdk, locationId, clock } = account;
  const conversationId = await startConversation(account);
  const start = { locationId, conversationId, filename: 'tour.mp4', contentType: 'video/mp4', fileSize: 50_000_000 };
  const tooLarge = sdk.conversations.initiateFileUpload({ ...start, channel: 'SMS' });
  expect((await refusalOf(tooLarge)).statusCode).toBe(413);
  const initiated = await sdk.conversations.initiateFileUpload({ ...start, channel: 'WHATSAPP' });
  expect(initiated).toMatchObject({ expiresAt: clock.now() + 900_000, maxFileSize: 104_857_600 });
  const { uploadId, filePath } = initiated;
  const finish = { uploadId, filePath, locationId, conversationId, filename: 'tour.mp4' };
  const stranger = sdk.conversations.completeFileUpload({ ...finish, uploadId: 'other' });
  expect((await refusalOf(stranger)).statusCode).toBe(404);
  const done = await sdk.conversations.completeFileUpload(finish);
  expect(done).toMatchObject({ metadata: { size: 50_000_000, contentType: 'video/mp4' } });
  expect((done.uploadedFiles as Record<string, string>)['tour.mp4']).toContain(filePath);
  const second = await sdk.conversations.initiateFileUpload({ ...start, channel: 'WHATSAPP' });
  clock.advance(900_001);
  const late = { ...finish, uploadId: second.uploadId, filePath: second.filePath };
  expect((await refusalOf(sdk.conversations.completeFileUpload(late))).statusCode).toBe(400);
});

test('attachments of a message are set as a whole', async () => {
  const account = await openAccount();
  const messageId = await addCall(account, 'completed');
  const attachments = ['https://example.com/call.mp3'];
  await account.sdk.conversations.addMessageAttachments({ messageId }, { attachments });
  expect(messages(account.world).get(messageId)?.attachments).toEqual(attachments);
  const missing = account.sdk.conversations.addMessageAttachments({ messageId: 'none' }, { attachments });
  expect((await refusalOf(missing)).statusCode).toBe(404);
});

test('an agent is shown typing', async () => {
  const account = await openAccount();
  const conversationId = await startConversation(account);
  const body = { locationId: account.locationId, visitorId: 'visitor-1', conversationId };
  await account.sdk.conversations.liveChatAgentTyping({ ...body, isTyping: 'true' } as never);
  expect(typings(account.world).get(conversationId)).toMatchObject({ isTyping: true, visitorId: 'visitor-1' });
  await account.sdk.conversations.liveChatAgentTyping({ ...body, isTyping: 'false' } as never);
  expect(typings(account.world).get(conversationId)).toMatchObject({ isTyping: false });
});

test('people opt out of kinds of mail, which stops that kind and no other', async () => {
  const account = await openAccount();
  const { sdk, locationId } = account;
  const contact = pickContact(account);
  const email = contact.email ?? '';
  const created = (await sdk.conversations.createCustomSubtype({ locationId }, {
    name: 'Offers',
    channel: 'email',
    language: 'en',
  } as never)) as { customSubtype: { id: string } };
  const { id } = created.customSubtype;
  const change = (subscription_action: object) =>
    sdk.conversations.userSubscriptionChange({
      locationId,
      contactId: contact.id,
      email,
      subscription_action,
    } as never);
  await change({ type: 'custom', subtype_id: id, subtype_status: 'unsubscribed' });
  const mail = { type: 'Email', contactId: contact.id, subject: 'x', html: 'x' };
  const send = (extra: object = {}) => sdk.conversations.sendANewMessage({ ...mail, ...extra } as never);
  expect((await refusalOf(send({ customSubtypeId: id }))).response.message).toBe(
    `Cannot send email as ${contact.contactName} has unsubscribed`,
  );
  expect((await send()).emailMessageId).toBeDefined();
  await change({ type: 'default', subtype_name: 'One on One', subtype_status: 'unsubscribed' });
  expect((await refusalOf(send())).statusCode).toBe(400);
  const query = { locationId, contactId: contact.id };
  const status = (await sdk.conversations.getContactUnsubscriptionStatus(query)) as {
    emails: { email: string; subscriptions: { subtype_name: string; subtype_status: string }[] }[];
  };
  expect(status.emails[0]?.subscriptions).toEqual([
    { type: 'default', subtype_name: 'One on One', subtype_status: 'unsubscribed' },
    expect.objectContaining({ subtype_name: 'Newsletter', subtype_status: 'subscribed' }),
    expect.objectContaining({ subtype_id: id, subtype_name: 'Offers', subtype_status: 'unsubscribed' }),
  ]);
  await change({ type: 'resub_all', subtype_status: 'subscribed' });
  expect((await send({ customSubtypeId: id })).emailMessageId).toBeDefined();
});

test('kinds of mail are listed, renamed and archived', async () => {
  const { sdk, locationId } = await openAccount();
  const subtype = { name: 'Newsletter', channel: 'email', language: 'en' } as never;
  expect((await refusalOf(sdk.conversations.createCustomSubtype({ locationId }, subtype))).statusCode).toBe(400);
  const list = async () =>
    ((await sdk.conversations.getAllCustomSubtypes({ locationId })) as { customSubtypes: { id: string }[] })
      .customSubtypes;
  const id = (await list())[0]?.id ?? '';
  await sdk.conversations.updateCustomSubtype({ id, locationId }, { name: 'Letter', archived: true } as never);
  expect(await list()).toEqual([expect.objectContaining({ id, name: 'Letter', archived: true })]);
  const long = sdk.conversations.updateCustomSubtype({ id, locationId }, { name: 'x'.repeat(101) } as never);
  expect((await refusalOf(long)).statusCode).toBe(422);
});
