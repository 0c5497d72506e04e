import { describe, expect, it } from 'vitest';
import { operations } from '../../../tools/chat-widget/operations.gen.ts';
import { type Answer, openChecked } from '../checked.ts';
import { refusalOf } from '../sdk.ts';

/** The SDK sends an older version unless told otherwise, and only v3 knows chat widgets. */
const v3 = { headers: { Version: 'v3' } };

async function openWidgets() {
  const checked = await openChecked(operations);
  const { locationId } = checked;
  const widgets = checked.service('chatWidget');
  const create = (fields: object = {}) =>
    widgets('createChatWidget', { version: 2, chatType: 'liveChat', name: 'Hello', locationId, ...fields }, v3);
  const list = (query: object = {}) =>
    widgets('listChatWidgets', { locationId, offset: '0', limit: '10', ...query }, v3);
  const read = (id: string) => widgets('getChatWidgetById', { locationId, id }, v3);
  return { ...checked, widgets, create, list, read };
}

const namesOf = ({ chatWidgets }: Answer) => chatWidgets.map(({ name }: Answer) => name);

describe('chat widgets', () => {
  it('live from creation to deletion', async () => {
    const { widgets, create, read, list, locationId } = await openWidgets();
    const widget = await create({ settings: { chatType: 'liveChat', heading: 'Hi', locale: 'en' } });
    expect(widget).toMatchObject({ name: 'Hello', default: false, deleted: false, creationSource: 'public-api' });
    const path = { locationId, id: widget._id };
    await widgets('patchChatWidget', path, { name: 'Hello!', settings: { chatType: 'liveChat', heading: 'Hey' } }, v3);
    expect(await read(widget._id)).toMatchObject({ name: 'Hello!', settings: { heading: 'Hey', locale: 'en' } });
    await widgets('updateChatWidget', path, { settings: { chatType: 'emailChat' }, chatType: 'emailChat' }, v3);
    expect(await read(widget._id)).toMatchObject({
      name: 'Hello!',
      chatType: 'emailChat',
      settings: { chatType: 'emailChat' },
    });
    expect((await read(widget._id)).settings).not.toHaveProperty('heading');
    expect(await widgets('deleteChatWidget', path, v3)).toMatchObject({ _id: widget._id, deleted: true });
    expect((await refusalOf(read(widget._id))).statusCode).toBe(404);
    expect(namesOf(await list())).not.toContain('Hello!');
  });

  it('are listed newest first in pages, and by type', async () => {
    const { create, list } = await openWidgets();
    await create();
    const all = await list();
    expect([all.totalCount, namesOf(all)[0]]).toEqual([4, 'Hello']);
    expect(namesOf(await list({ offset: '1', limit: '2' }))).toEqual(namesOf(all).slice(1, 3));
    expect(namesOf(await list({ chatType: 'webChat' }))).toEqual(['Contact form']);
    expect((await list({ excludeChatType: 'liveChat' })).totalCount).toBe(2);
    expect((await refusalOf(list({ limit: '0' }))).statusCode).toBe(422);
  });

  it('are found by the chats that an umbrella widget holds', async () => {
    const { send, locationId } = await openWidgets();
    const list = async (type: string) =>
      (
        await send(
          'GET',
          `/chat-widget/list?locationId=${locationId}&chatType=allInOneChat&allInOneChatTypes=${type}`,
          { version: 'v3' },
        )
      ).body;
    expect(namesOf(await list('webChat'))).toEqual(['All channels']);
    expect(namesOf(await list('waChat'))).toEqual([]);
  });

  it('are copied, unless the API cannot write their type', async () => {
    const { widgets, create, list, locationId } = await openWidgets();
    const source = await create({ settings: { chatType: 'liveChat', heading: 'Hi' } });
    const clone = (chatWidgetId: string) => widgets('cloneChatWidget', { locationId, chatWidgetId }, v3);
    expect(await clone(source._id)).toMatchObject({
      name: 'Hello (copy)',
      originId: source._id,
      settings: { heading: 'Hi' },
    });
    const [umbrella] = (await list({ chatType: 'allInOneChat' })).chatWidgets;
    expect((await refusalOf(clone(umbrella._id))).statusCode).toBe(422);
  });

  it('always have one default among them', async () => {
    const { widgets, create, list, locationId } = await openWidgets();
    const defaults = async () =>
      (await list()).chatWidgets.filter((widget: Answer) => widget.default).map(({ name }: Answer) => name);
    expect(await defaults()).toEqual(['Website live chat']);
    const { _id: id } = await create({ default: true });
    expect(await defaults()).toEqual(['Hello']);
    await widgets('deleteChatWidget', { locationId, id }, v3);
    expect(await defaults()).toHaveLength(1);
  });

  it('show visitors their configuration by the id alone', async () => {
    const { create, send, sandbox, widgets, locationId } = await openWidgets();
    const { _id: id } = await create({ settings: { chatType: 'liveChat', heading: 'Hi' } });
    const config = () =>
      send('GET', `/chat-widget/public/config/${id}`, { token: sandbox.tokens.secondLocation, version: 'v3' });
    expect((await config()).body).toMatchObject({ _id: id, chatType: 'liveChat', settings: { heading: 'Hi' } });
    await widgets('deleteChatWidget', { locationId, id }, v3);
    expect((await config()).status).toBe(404);
  });

  it('are out of reach of other locations', async () => {
    const { create, service, sandbox, otherLocationId } = await openWidgets();
    const { _id: id } = await create();
    const neighbour = service('chatWidget', sandbox.tokens.secondLocation);
    const theirs = neighbour('getChatWidgetById', { locationId: otherLocationId, id }, v3);
    expect((await refusalOf(theirs)).statusCode).toBe(404);
  });
});
