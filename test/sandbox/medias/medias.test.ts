import { expect, test } from 'vitest';
import { operations } from '../../../tools/medias/operations.gen.ts';
import { type Checked, openChecked } from '../checked.ts';
import { refusalOf } from '../sdk.ts';

interface Media {
  readonly _id: string;
  readonly name: string;
}

/** The library of the first location, with short ways to list and upload. */
function openLibrary({ service, send, owner }: Checked) {
  const medias = service('medias');
  const list = async (query: object = {}): Promise<Media[]> => {
    const where = { ...owner, sortBy: 'createdAt', sortOrder: 'asc', type: 'file', limit: 50, ...query };
    return (await medias('fetchMediaContent', where)).files;
  };
  const upload = (fields: Readonly<Record<string, string>>, content?: string) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    if (content !== undefined) form.append('file', new Blob([content], { type: 'image/png' }), 'photo.png');
    return send('POST', '/medias/upload-file', { form });
  };
  return { medias, list, upload };
}

const nameOf = ({ name }: Media): string => name;

test('a file is uploaded into a folder, renamed and deleted', async () => {
  const checked = await openChecked(operations);
  const { medias, list, upload } = openLibrary(checked);
  const { owner } = checked;
  const top = await list();
  await medias('createMediaFolder', { ...owner, name: 'Team' });
  const folder = (await list({ type: 'folder', query: 'team' }))[0] as Media;
  const { body } = await upload({ parentId: folder._id, name: 'anna.png' }, 'pixels');
  const parentId = folder._id;
  expect(await list({ parentId })).toMatchObject([{ _id: body.fileId, url: body.url, name: 'anna.png', size: 6 }]);
  expect(await list()).toEqual(top);
  expect((await list({ fetchAll: 'true' })).map(nameOf)).toContain('anna.png');
  expect((await list({ query: 'ANNA' })).map(nameOf)).toEqual(['anna.png']);

  expect(await medias('updateMediaObject', { id: body.fileId }, { ...owner, name: 'ana.png' })).toMatchObject({
    updated: true,
  });
  expect((await list({ parentId })).map(nameOf)).toEqual(['ana.png']);
  await medias('deleteMediaContent', { id: parentId, ...owner });
  expect(await list({ parentId })).toEqual([]);
  expect((await refusalOf(medias('deleteMediaContent', { id: body.fileId, ...owner }))).statusCode).toBe(404);
});

test('what is online already is kept by its address', async () => {
  const { list, upload } = openLibrary(await openChecked(operations));
  const fileUrl = 'https://example.com/pictures/house.jpg?size=large';
  const { body } = await upload({ hosted: 'true', fileUrl });
  expect(body.url).toBe(fileUrl);
  expect((await list({ query: 'house' })).map(nameOf)).toEqual(['house.jpg']);
  expect((await upload({ hosted: 'true' })).status).toBe(400);
  expect((await upload({ name: 'nothing.png' })).status).toBe(400);
  expect((await upload({ parentId: 'nowhere' }, 'pixels')).status).toBe(400);
});

test('a file above 25 MB is refused', async () => {
  const { list, upload } = openLibrary(await openChecked(operations));
  const before = await list();
  expect((await upload({}, 'x'.repeat(25 * 1024 * 1024 + 1))).status).toBe(413);
  expect(await list()).toEqual(before);
});

test('many are renamed, trashed and deleted at once, or none', async () => {
  const checked = await openChecked(operations);
  const { medias, list } = openLibrary(checked);
  const { owner } = checked;
  const [first, second] = (await list()) as [Media, Media];
  const renamed = await medias('bulkUpdateMediaObjects', {
    ...owner,
    filesToBeUpdated: [{ id: first._id, name: 'one.png' }, { id: second._id }],
  });
  expect(renamed).toMatchObject([{ updated: true, id: first._id }, { updated: true }]);
  expect((await list()).map(nameOf)).toEqual(['one.png', second.name]);

  const remove = (ids: readonly string[], status: string) =>
    medias('bulkDeleteMediaObjects', { ...owner, status, filesToBeDeleted: ids.map((_id) => ({ _id })) });
  expect((await refusalOf(remove([first._id, 'unknown'], 'deleted'))).statusCode).toBe(404);
  expect(await list()).toHaveLength(2);
  await remove([first._id], 'trashed');
  expect((await list()).map(nameOf)).toEqual([second.name]);
  await remove([second._id], 'deleted');
  expect(await list()).toEqual([]);
});

test('lists are sorted and cut as asked', async () => {
  const { list } = openLibrary(await openChecked(operations));
  const all = await list({ fetchAll: 'true' });
  const byName = await list({ fetchAll: 'true', sortBy: 'name', sortOrder: 'desc' });
  expect(byName.map(nameOf)).toEqual(all.map(nameOf).toSorted().toReversed());
  expect(await list({ fetchAll: 'true', offset: 1, limit: 2 })).toEqual(all.slice(1, 3));
  expect((await refusalOf(list({ sortBy: 'colour' }))).statusCode).toBe(422);
});
