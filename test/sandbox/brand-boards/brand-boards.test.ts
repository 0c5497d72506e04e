import { describe, expect, it } from 'vitest';
import { operations } from '../../../tools/brand-boards/operations.gen.ts';
import { type Answer, openChecked } from '../checked.ts';
import { refusalOf } from '../sdk.ts';

const color = { label: 'Main', hex: '#112233', hexa: '#112233FF', rgb: 'rgb(17, 34, 51)', rgba: 'rgba(17, 34, 51, 1)' };

async function openBoards() {
  const checked = await openChecked(operations);
  const { locationId } = checked;
  const boards = checked.service('brandBoards');
  const list = async (query: object = {}) => boards('getBrandBoardsByLocation', { locationId, ...query });
  const create = (fields: object = {}) => boards('createBrandBoard', { locationId, name: 'Autumn', ...fields });
  return { ...checked, boards, list, create };
}

describe('brand boards', () => {
  it('live from creation to deletion, after which only a list that asks shows them', async () => {
    const { boards, list, create, locationId } = await openBoards();
    const board = await create({ colors: [color] });
    expect(board).toMatchObject({ name: 'Autumn', colors: [color], logos: [], default: false, deleted: false });
    expect(board.meta).toMatchObject({ lastAction: 'CREATE', sourceType: 'blank' });
    expect(board.colors[0].id).toBeTruthy();
    const path = { locationId, id: board._id };
    await boards('updateBrandBoard', path, { name: 'Winter' });
    expect(await boards('getBrandBoardById', path)).toMatchObject({
      name: 'Winter',
      colors: [color],
      meta: { lastAction: 'UPDATE' },
    });
    expect(await boards('deleteBrandBoard', path)).toMatchObject({ _id: board._id, deleted: true });
    expect((await refusalOf(boards('getBrandBoardById', path))).statusCode).toBe(404);
    expect((await list({ search: 'winter' })).totalCount).toBe(0);
    expect((await list({ search: 'winter', deleted: true })).brandBoards).toMatchObject([{ _id: board._id }]);
  });

  it('are listed newest first, in pages', async () => {
    const { list, create } = await openBoards();
    await create();
    const { brandBoards, totalCount } = await list();
    expect([brandBoards[0].name, totalCount]).toEqual(['Autumn', 3]);
    expect((await list({ limit: 1, offset: 1 })).brandBoards).toEqual([brandBoards[1]]);
  });

  it('have one default among them, and can be made from another', async () => {
    const { list, create } = await openBoards();
    const source = await create({ colors: [color] });
    const copy = await create({ name: 'Copy', brandBoardId: source._id, default: true });
    expect(copy).toMatchObject({ colors: [color], meta: { sourceId: source._id, sourceType: 'template' } });
    const defaults = (await list()).brandBoards.filter((board: Answer) => board.default);
    expect(defaults.map(({ name }: Answer) => name)).toEqual(['Copy']);
    expect((await refusalOf(create({ brandBoardId: 'f'.repeat(24) }))).statusCode).toBe(404);
    expect((await refusalOf(create({ name: ' ' }))).statusCode).toBe(422);
  });

  it('are out of reach of other locations', async () => {
    const { create, service, sandbox, otherLocationId, locationId } = await openBoards();
    const { _id: id } = await create();
    const neighbour = service('brandBoards', sandbox.tokens.secondLocation);
    expect((await refusalOf(neighbour('getBrandBoardById', { locationId: otherLocationId, id }))).statusCode).toBe(404);
    expect((await refusalOf(neighbour('getBrandBoardById', { locationId, id }))).statusCode).toBe(403);
  });
});

const answers = { brandName: 'Acme', toneOfVoice: 'Dry', targetAudience: 'All', customerPainPoints: 'None' };

describe('brand voices', () => {
  async function openVoices() {
    const checked = await openChecked(operations);
    const root = `/brand-boards/locations/${checked.locationId}/brand-voices`;
    const call = async (method: string, path = '', json?: object) =>
      checked.send(method, root + path, { version: 'v3', ...(json && { json }) });
    return { ...checked, call };
  }

  it('live from creation to deletion', async () => {
    const { call } = await openVoices();
    const { body: voice } = await call('POST', '', { type: 'manual', answers });
    expect(voice).toMatchObject({ name: 'Acme', isDefault: false, deleted: false, answers });
    const path = `/${voice.id}`;
    await call('PATCH', path, { name: 'Acme voice', answers: { toneOfVoice: 'Lively' } });
    expect((await call('GET', path)).body).toMatchObject({
      name: 'Acme voice',
      answers: { ...answers, toneOfVoice: 'Lively' },
    });
    const listed = (await call('GET', '?search=acme&limit=1')).body;
    expect(listed).toMatchObject({ total: 1, items: [{ id: voice.id, name: 'Acme voice' }] });
    expect((await call('DELETE', path)).body).toMatchObject({ deleted: true });
    expect((await call('GET', path)).status).toBe(404);
    expect((await call('GET', '')).body.total).toBe(2);
    expect((await call('GET', '?deleted=true')).body.total).toBe(3);
  });

  it('have one default among them', async () => {
    const { call } = await openVoices();
    const { body: voice } = await call('POST', '', { type: 'url', url: 'https://acme.example.com' });
    expect(voice).toMatchObject({ name: 'acme.example.com', answers: { companyWebsite: 'https://acme.example.com' } });
    expect((await call('POST', `/${voice.id}/default`)).body).toMatchObject({ success: true, brandVoiceId: voice.id });
    const { items } = (await call('GET', '')).body;
    expect(items.filter(({ isDefault }: Answer) => isDefault).map(({ id }: Answer) => id)).toEqual([voice.id]);
  });

  it.each([
    [{ type: 'manual' }, 400],
    [{ type: 'url' }, 400],
    [{ type: 'url', url: 'nowhere' }, 422],
    [{ type: 'description' }, 400],
  ])('refuse %o', async (json, status) => {
    const { call } = await openVoices();
    expect((await call('POST', '', json)).status).toBe(status);
  });

  it('are unknown to older versions', async () => {
    const { send, locationId } = await openVoices();
    expect((await send('GET', `/brand-boards/locations/${locationId}/brand-voices`)).status).toBe(404);
  });
});
