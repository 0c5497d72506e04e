import { expect, test } from 'vitest';
import { refusalOf } from '../sdk.ts';
import { startSandbox } from './start.ts';

test('a tag is created in lower case, renamed and deleted', async () => {
  const { sdk, locationId } = await startSandbox();
  const { tag } = await sdk.locations.createTag({ locationId }, { name: ' Gold Member ' });
  expect(tag).toMatchObject({ name: 'gold member', locationId });
  const tagId = tag?.id ?? '';
  expect((await sdk.locations.getTagById({ locationId, tagId })).tag).toEqual(tag);
  expect((await sdk.locations.updateTag({ locationId, tagId }, { name: 'Platinum' })).tag?.name).toBe('platinum');
  expect((await sdk.locations.getLocationTags({ locationId })).tags).toContainEqual({
    id: tagId,
    name: 'platinum',
    locationId,
  });
  expect(await sdk.locations.deleteTag({ locationId, tagId })).toMatchObject({ succeded: true });
  expect((await refusalOf(sdk.locations.getTagById({ locationId, tagId }))).statusCode).toBe(400);
});

test('names of tags are unique whatever their case', async () => {
  const { sdk, locationId } = await startSandbox();
  await sdk.locations.createTag({ locationId }, { name: 'gold' });
  const refusal = await refusalOf(sdk.locations.createTag({ locationId }, { name: 'GOLD' }));
  expect(refusal.statusCode).toBe(400);
  expect((await refusalOf(sdk.locations.createTag({ locationId }, { name: '  ' }))).statusCode).toBe(400);
});

test('contacts follow the tag: its new name, and its end', async () => {
  const { sdk, locationId } = await startSandbox();
  const draft = { locationId, firstName: 'Tag', email: 'tag@example.com', tags: ['gold', 'other'] };
  const { contact } = await sdk.contacts.createContact(draft as never);
  const contactId = contact?.id ?? '';
  const { tags } = await sdk.locations.getLocationTags({ locationId });
  const tagId = tags?.find(({ name }) => name === 'gold')?.id ?? '';
  const tagsOfContact = async () => (await sdk.contacts.getContact({ contactId })).contact?.tags;

  await sdk.locations.updateTag({ locationId, tagId }, { name: 'silver' });
  expect(await tagsOfContact()).toEqual(['silver', 'other']);
  await sdk.locations.deleteTag({ locationId, tagId });
  expect(await tagsOfContact()).toEqual(['other']);
});

test('a tag of another location does not exist here', async () => {
  const { call, sdk, locationId, otherLocationId, sandbox } = await startSandbox();
  const path = `/locations/${otherLocationId}/tags`;
  const { body } = await call('GET', path, undefined, sandbox.tokens.secondLocation);
  const tagId = body.tags[0].id;
  expect((await refusalOf(sdk.locations.deleteTag({ locationId, tagId }))).statusCode).toBe(400);
  expect((await call('DELETE', `${path}/${tagId}`)).status).toBe(403);
});
