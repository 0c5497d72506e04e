import { expect, test } from 'vitest';
import { refusalOf } from '../sdk.ts';
import { openMailing } from './open.ts';

test('a template is created in a folder, found, changed, archived and deleted', async () => {
  const { call } = await openMailing();
  const { body: before } = await call('GET', '/templates?limit=20');
  const { body: folder } = await call('POST', '/templates/folders', { name: 'Launch' });
  const draft = { name: 'Teaser', editorType: 'html', subjectLine: 'Soon', parentFolderId: folder.id };
  const { body: made } = await call('POST', '/templates', { ...draft, editorContent: '<p>Soon</p>' });
  expect(made).toMatchObject({ ...draft, isPlainText: false });

  const list = async (query: string) => (await call('GET', `/templates?${query}`)).body;
  expect(await list('limit=20')).toMatchObject({ total: before.total + 2 });
  expect(await list(`folderId=${folder.id}`)).toMatchObject({ total: 1, items: [{ id: made.id, type: 'template' }] });
  expect(await list('include=folders&search=launch')).toMatchObject({ items: [{ childCount: 1, hasChildren: true }] });

  const path = `/templates/${made.id}`;
  const change = { editorType: 'text', editorContent: 'Soon', parentFolderId: null, archived: true };
  expect((await call('PATCH', path, change)).body).toMatchObject({ isPlainText: true, archived: true });
  const { body: read } = await call('GET', path);
  expect(read).toMatchObject({ editorType: 'text', subject: 'Soon', deleted: false });
  expect(read).not.toHaveProperty('parentFolderId');
  expect(await list('archived=true&folderId=root')).toMatchObject({ items: [{ id: made.id }] });
  expect((await call('PATCH', path, { editorContent: 'alone' })).status).toBe(422);

  expect((await call('DELETE', path)).body).toMatchObject({ deleted: true });
  expect((await call('GET', path)).status).toBe(404);
});

test('a folder takes what lies in it along, and cannot lie in itself', async () => {
  const { call } = await openMailing();
  const { body: folder } = await call('POST', '/templates/folders', { name: 'Old' });
  const imported = { importProvider: 'mailchimp', importUrl: 'https://example.com/t', parentFolderId: folder.id };
  const { body: inside } = await call('POST', '/templates/import', imported);
  expect(inside).toMatchObject({ name: 'Imported template', parentFolderId: folder.id });
  expect((await call('PATCH', `/templates/${folder.id}`, { parentFolderId: folder.id })).status).toBe(400);
  expect((await call('POST', '/templates', { name: 'x', editorType: 'html', parentFolderId: inside.id })).status).toBe(
    404,
  );
  await call('DELETE', `/templates/${folder.id}`);
  expect((await call('GET', `/templates/${inside.id}`)).status).toBe(404);
});

test('pages of templates are at most twenty long and follow the order asked for', async () => {
  const { call } = await openMailing();
  expect((await call('GET', '/templates?limit=21')).status).toBe(422);
  const ids = async (query: string) =>
    (await call('GET', `/templates?${query}`)).body.items.map(({ id }: { id: string }) => id);
  const all = await ids('limit=20');
  expect(await ids('limit=2&offset=1')).toEqual(all.slice(1, 3));
  expect(await ids('limit=20&sortOrder=asc')).toEqual(all.toReversed());
});

test('the older operations work on the same templates', async () => {
  const { service, call, locationId, userId } = await openMailing();
  const emails = service('emails');
  const made = await emails('createTemplate', {
    locationId,
    type: 'html',
    importProvider: 'mailchimp',
    title: 'Flyer',
  });
  const templateId = made.redirect;
  const written = await emails('updateTemplate', {
    ...{ locationId, templateId, updatedBy: userId, html: '<h1>Hi</h1>', editorType: 'html', previewText: 'Look' },
    dnd: { elements: [], attrs: {}, templateSettings: {} },
  });
  expect(written).toMatchObject({ ok: 'true' });
  const found = await emails('fetchTemplate', { locationId, search: 'flyer' });
  expect(found).toMatchObject({ total: 1, builders: [{ id: templateId, updatedBy: userId, templateType: 'html' }] });
  expect((await call('GET', `/templates/${templateId}`)).body).toMatchObject({ name: 'Flyer', previewText: 'Look' });
  expect(await emails('deleteTemplate', { locationId, templateId })).toMatchObject({ ok: 'true' });
  expect((await call('GET', `/templates/${templateId}`)).status).toBe(404);
  expect((await refusalOf(emails('deleteTemplate', { locationId, templateId }))).statusCode).toBe(404);
});
