import { expect, test } from 'vitest';
import { type Campaign, campaigns } from '../../../src/sandbox/domains/campaigns/records.ts';
import {
  campaignEnrolments,
  contacts,
  type Enrolment,
  workflowEnrolments,
} from '../../../src/sandbox/domains/contacts/records.ts';
import { type Workflow, workflows } from '../../../src/sandbox/domains/workflows/records.ts';
import type { Collection } from '../../../src/sandbox/world.ts';
import { refusalOf } from '../sdk.ts';
import { startSandbox } from './start.ts';

function find<T extends Campaign | Workflow>(all: Collection<T>, locationId: string, status: T['status']): string[] {
  const ids = all.inLocation(locationId).filter((one) => one.status === status);
  return ids.map(({ id }) => id);
}

function statuses(all: Collection<Enrolment>, contactId: string): string[] {
  return all
    .all()
    .filter((enrolment) => enrolment.contactId === contactId)
    .map((enrolment) => enrolment.status);
}

test('a contact enters a workflow once and leaves it', async () => {
  const { sdk, sandbox, locationId } = await startSandbox();
  const { contact } = await sdk.contacts.createContact({ locationId, name: 'Ada' } as never);
  const contactId = contact?.id ?? '';
  const [workflowId = ''] = find(workflows(sandbox.world), locationId, 'published');
  const at = { contactId, workflowId };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const answer = await sdk.contacts.addContactToWorkflow(at, { eventStartTime: '2026-06-23T03:30:00+01:00' });
    expect(answer).toMatchObject({ succeded: true });
  }
  expect(statuses(workflowEnrolments(sandbox.world), contactId)).toEqual(['active']);
  await sdk.contacts.deleteContactFromWorkflow(at, {});
  expect(statuses(workflowEnrolments(sandbox.world), contactId)).toEqual(['finished']);
});

test('drafts, unknown workflows and impossible times are refused', async () => {
  const { sdk, sandbox, locationId, otherLocationId } = await startSandbox();
  const contactId = contacts(sandbox.world).inLocation(locationId)[1]?.id ?? '';
  const [draft = ''] = find(workflows(sandbox.world), locationId, 'draft');
  const [foreign = ''] = find(workflows(sandbox.world), otherLocationId, 'published');
  const [published = ''] = find(workflows(sandbox.world), locationId, 'published');
  const before = workflowEnrolments(sandbox.world).all().length;
  for (const [workflowId, eventStartTime, status] of [
    [draft, undefined, 400],
    [foreign, undefined, 400],
    [published, 'soon', 422],
  ] as const) {
    const call = sdk.contacts.addContactToWorkflow({ contactId, workflowId }, { eventStartTime } as never);
    expect((await refusalOf(call)).statusCode).toBe(status);
  }
  expect(workflowEnrolments(sandbox.world).all()).toHaveLength(before);
});

test('campaigns are entered, left one by one, or all at once under either name', async () => {
  const { sdk, sandbox, locationId, call } = await startSandbox();
  const { contact } = await sdk.contacts.createContact({ locationId, name: 'Ada' } as never);
  const contactId = contact?.id ?? '';
  const [one = '', two = ''] = find(campaigns(sandbox.world), locationId, 'published');
  const enter = async (campaignId: string): Promise<unknown> =>
    sdk.contacts.addContactToCampaign({ contactId, campaignId }, {} as never);
  const active = (): number =>
    statuses(campaignEnrolments(sandbox.world), contactId).filter((status) => status === 'active').length;

  await enter(one);
  await enter(two);
  expect(active()).toBe(2);
  await sdk.contacts.removeContactFromCampaign({ contactId, campaignId: one });
  expect(active()).toBe(1);
  await enter(one);
  expect(await sdk.contacts.removeContactFromEveryCampaign({ contactId })).toMatchObject({ succeded: true });
  expect(active()).toBe(0);
  await enter(two);
  // To older versions the name of v3 is the id of a campaign, and the contact is in no such campaign.
  await call('DELETE', `/contacts/${contactId}/campaigns/remove-all`);
  expect(active()).toBe(1);
  const modern = await call('DELETE', `/contacts/${contactId}/campaigns/remove-all`, undefined, { version: 'v3' });
  expect(modern).toMatchObject({ status: 200, body: { succeeded: true, succeded: true } });
  expect(active()).toBe(0);
});

test('campaigns and workflows are listed by location, campaigns by status too', async () => {
  const { sdk, locationId } = await startSandbox();
  const all = await sdk.campaigns.getCampaigns({ locationId });
  const drafts = await sdk.campaigns.getCampaigns({ locationId, status: 'draft' });
  expect(all.campaigns?.length).toBe(3);
  expect(drafts.campaigns).toEqual([expect.objectContaining({ status: 'draft', locationId })]);
  const { workflows: listed } = await sdk.workflows.getWorkflow({ locationId });
  expect(listed?.length).toBe(4);
  expect(listed?.[0]).toMatchObject({
    id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    locationId,
  });
});

test('businesses live, and contacts are tied to them in bulk', async () => {
  const { sdk, sandbox, locationId } = await startSandbox();
  const created = await sdk.businesses.createBusiness({ locationId, name: 'Fjord Foods' } as never);
  const businessId = created.buiseness?.id ?? '';
  expect(created).toMatchObject({ success: true, buiseness: { name: 'Fjord Foods', locationId } });
  await sdk.businesses.updateBusiness({ businessId }, { city: 'Oslo' } as never);
  expect((await sdk.businesses.getBusiness({ businessId })).business).toMatchObject({
    name: 'Fjord Foods',
    city: 'Oslo',
  });

  const ids = contacts(sandbox.world)
    .inLocation(locationId)
    .slice(0, 3)
    .map(({ id }) => id);
  expect(await sdk.contacts.addRemoveContactFromBusiness({ locationId, ids, businessId } as never)).toMatchObject({
    success: true,
    ids,
  });
  const page = await sdk.contacts.getContactsByBusinessId({ businessId, locationId, limit: '2', skip: '1' });
  expect(page.count).toBe(3);
  expect(page.contacts).toHaveLength(2);
  await sdk.contacts.addRemoveContactFromBusiness({ locationId, ids: ids.slice(0, 1), businessId: null } as never);
  expect((await sdk.contacts.getContactsByBusinessId({ businessId, locationId })).count).toBe(2);

  expect(await sdk.businesses.deleteBusiness({ businessId })).toMatchObject({ success: true });
  expect((await refusalOf(sdk.businesses.getBusiness({ businessId }))).statusCode).toBe(400);
  expect(
    contacts(sandbox.world)
      .all()
      .some((contact) => contact.businessId === businessId),
  ).toBe(false);
  const list = await sdk.businesses.getBusinessesByLocation({ locationId, limit: '3' });
  expect(list.businesses).toHaveLength(3);
});

test('an unknown contact stops the whole bulk change of a business', async () => {
  const { sdk, sandbox, locationId } = await startSandbox();
  const contact = contacts(sandbox.world).inLocation(locationId)[0];
  const ids = [contact?.id, 'nobody00000000000000'];
  const call = sdk.contacts.addRemoveContactFromBusiness({ locationId, ids, businessId: null } as never);
  expect((await refusalOf(call)).statusCode).toBe(400);
  expect(contacts(sandbox.world).get(contact?.id ?? '')).toEqual(contact);
});

test('bulk tags report contact by contact', async () => {
  const { sdk, sandbox, locationId, otherLocationId, call } = await startSandbox();
  const make = async (name: string): Promise<string> =>
    (await sdk.contacts.createContact({ locationId, name, tags: ['old'] } as never)).contact?.id ?? '';
  const [kept, deleted] = [await make('Kept'), await make('Deleted')];
  await sdk.contacts.deleteContact({ contactId: deleted });
  const foreign = contacts(sandbox.world).inLocation(otherLocationId)[0]?.id ?? '';
  const update = (type: string, body: object): Promise<unknown> =>
    sdk.contacts.createAssociation({ type }, { locationId, ...body } as never);

  expect(await update('add', { contacts: [kept, 'abc', deleted, foreign], tags: ['New'] })).toMatchObject({
    succeded: true,
    errorCount: 3,
    responses: [
      {
        contactId: kept,
        type: 'success',
        message: 'Tags updated',
        oldTags: ['old'],
        tagsAdded: ['new'],
        tagsRemoved: [],
      },
      { contactId: 'abc', type: 'error', message: 'contact id is not a valid firebase id' },
      { contactId: deleted, type: 'error', message: 'contact is deleted' },
      { contactId: foreign, type: 'error', message: 'contact does not belong to location' },
    ],
  });
  expect(contacts(sandbox.world).get(kept)?.tags).toEqual(['old', 'new']);
  await update('remove', { contacts: [kept], tags: ['OLD'] });
  expect(contacts(sandbox.world).get(kept)?.tags).toEqual(['new']);
  await update('remove', { contacts: [kept], tags: [], removeAllTags: true });
  expect(contacts(sandbox.world).get(kept)?.tags).toEqual([]);

  const body = { locationId, contacts: [kept], tags: ['x'] };
  expect(await call('POST', '/contacts/bulk/tags/update/replace', body)).toMatchObject({ status: 422 });
  const wrong = { ...body, removeAllTags: true };
  expect(await call('POST', '/contacts/bulk/tags/update/add', wrong)).toMatchObject({ status: 422 });
});
