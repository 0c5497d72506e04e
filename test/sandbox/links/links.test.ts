import { expect, test } from 'vitest';
import { operations } from '../../../tools/links/operations.gen.ts';
import { openChecked } from '../checked.ts';
import { refusalOf } from '../sdk.ts';

test('a link is created, found by id and words, changed and deleted', async () => {
  const { service, locationId } = await openChecked(operations);
  const links = service('links');
  const { links: seeded } = await links('getLinks', { locationId });
  expect(seeded.length).toBeGreaterThan(1);

  const draft = { locationId, name: 'Free whitening', redirectTo: 'https://example.com/whitening' };
  const { link } = await links('createLink', draft);
  expect(link).toMatchObject({ ...draft, fieldKey: `{{trigger_link.${link.id}}}` });
  expect((await links('getLinkById', { linkId: link.id, locationId })).link).toEqual(link);
  expect((await links('searchTriggerLinks', { locationId, query: 'WHITENING' })).links).toEqual([link]);
  expect((await links('searchTriggerLinks', { locationId, skip: seeded.length, limit: 5 })).links).toEqual([link]);
  expect((await links('searchTriggerLinks', { locationId, limit: 2 })).links).toHaveLength(2);

  const change = { name: 'Free check-up', redirectTo: 'https://example.com/check-up' };
  expect((await links('updateLink', { linkId: link.id }, change)).link).toEqual({ ...link, ...change });
  expect((await links('getLinks', { locationId })).links.at(-1)).toEqual({ ...link, ...change });
  expect(await links('deleteLink', { linkId: link.id })).toMatchObject({ succeded: true });
  expect((await links('getLinks', { locationId })).links).toEqual(seeded);
  expect((await refusalOf(links('getLinkById', { linkId: link.id, locationId }))).statusCode).toBe(400);
});

test('a link of another location is out of reach', async () => {
  const { service, otherLocationId, sandbox } = await openChecked(operations);
  const theirs = service('links', sandbox.tokens.secondLocation);
  const { links } = await theirs('getLinks', { locationId: otherLocationId });
  const linkId = links[0].id;
  expect((await refusalOf(service('links')('deleteLink', { linkId }))).statusCode).toBe(403);
  expect((await theirs('getLinks', { locationId: otherLocationId })).links).toEqual(links);
});
