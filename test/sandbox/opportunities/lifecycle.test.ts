import { expect, test } from 'vitest';
import { locationCustomFields, locations } from '../../../src/sandbox/domains/locations/records.ts';
import { lostReasons, opportunities, pipelines } from '../../../src/sandbox/domains/opportunities/records.ts';
import { usersOfLocation } from '../../../src/sandbox/domains/users/records.ts';
import { type Started, startSandbox } from '../locations/start.ts';
import { refusalOf } from '../sdk.ts';

async function createContact({ sdk, locationId }: Started, email = 'deal@example.com'): Promise<string> {
  const { contact } = await sdk.contacts.createContact({
    locationId,
    firstName: 'Dee',
    lastName: 'Al',
    email,
  } as never);
  return contact?.id ?? '';
}

function pipelineOf({ sandbox, locationId }: Started, index = 0) {
  const pipeline = pipelines(sandbox.world).inLocation(locationId)[index];
  if (!pipeline) throw new Error('the location has no such pipeline');
  return pipeline;
}

async function createDeal(started: Started, change: object = {}) {
  const contactId = await createContact(started);
  const draft = {
    locationId: started.locationId,
    pipelineId: pipelineOf(started).id,
    contactId,
    name: 'Deal',
    status: 'open',
  };
  const { opportunity } = await started.sdk.opportunities.createOpportunity({ ...draft, ...change } as never);
  return { id: opportunity?.id ?? '', contactId, opportunity };
}

test('an opportunity starts in the first stage of its pipeline, with its contact beside it', async () => {
  const started = await startSandbox();
  const field = locationCustomFields(started.sandbox.world)
    .inLocation(started.locationId)
    .find(({ fieldKey }) => fieldKey === 'opportunity.expected_visits');

  const { opportunity, id, contactId } = await createDeal(started, {
    monetaryValue: 220,
    customFields: [
      { key: 'expected_visits', field_value: '3' },
      { id: 'nobodyKnowsThisField', field_value: 'x' },
    ],
  });

  expect(opportunity).toMatchObject({
    name: 'Deal',
    monetaryValue: 220,
    status: 'open',
    pipelineStageId: pipelineOf(started).stages[0]?.id,
    contact: { id: contactId, name: 'Dee Al', email: 'deal@example.com', tags: [] },
    customFields: [{ id: field?.id, fieldValue: '3' }],
    followers: [],
  });
  const read = await started.sdk.opportunities.getOpportunity({ id });
  expect(read.opportunity).toEqual(opportunity);
  expect(read.opportunity).not.toHaveProperty('notes');
});

test('a second open opportunity of a contact in one pipeline is refused, and the refusal names the first', async () => {
  const started = await startSandbox();
  const { id, contactId } = await createDeal(started);
  const again = {
    locationId: started.locationId,
    pipelineId: pipelineOf(started).id,
    contactId,
    name: 'Again',
    status: 'open',
  };

  const refused = await started.call('POST', '/opportunities/', again);
  expect(refused.status).toBe(400);
  expect(refused.body).toMatchObject({
    statusCode: 400,
    message: 'Can not create duplicate opportunity for the contact.',
    code: 'OPPORTUNITY_NO_DUPLICATE',
    meta: { existingId: id },
  });

  const elsewhere = await started.call('POST', '/opportunities/', { ...again, pipelineId: pipelineOf(started, 1).id });
  expect(elsewhere.status).toBe(201);
  await started.sdk.opportunities.updateOpportunityStatus({ id }, { status: 'won' } as never);
  expect((await started.call('POST', '/opportunities/', again)).status).toBe(201);
});

test('the setting of the location allows duplicates', async () => {
  const started = await startSandbox();
  const { contactId } = await createDeal(started);
  const location = locations(started.sandbox.world).get(started.locationId);
  if (!location) throw new Error('the location is not seeded');
  const settings = { ...location.settings, allowDuplicateOpportunity: true };
  locations(started.sandbox.world).update(location.id, { settings });

  const again = {
    locationId: started.locationId,
    pipelineId: pipelineOf(started).id,
    contactId,
    name: 'Again',
    status: 'open',
  };
  expect((await started.call('POST', '/opportunities/', again)).status).toBe(201);
});

test('what an opportunity refers to has to exist and to belong together', async () => {
  const started = await startSandbox();
  const { id, contactId } = await createDeal(started);
  const good = {
    locationId: started.locationId,
    pipelineId: pipelineOf(started, 1).id,
    contactId,
    name: 'Deal',
    status: 'open',
  };
  const foreignStage = pipelineOf(started).stages[1]?.id;
  const foreignPipeline = pipelines(started.sandbox.world).inLocation(started.otherLocationId)[0]?.id;
  const attempts = [
    { ...good, pipelineId: 'noSuchPipeline000000' },
    { ...good, pipelineId: foreignPipeline },
    { ...good, pipelineStageId: foreignStage },
    { ...good, contactId: 'noSuchContact0000000' },
    { ...good, assignedTo: 'noSuchUser0000000000' },
  ];
  const before = opportunities(started.sandbox.world).all().length;
  for (const attempt of attempts) expect((await started.call('POST', '/opportunities/', attempt)).status).toBe(400);
  const searchWord = { ...good, status: 'all' };
  expect((await started.call('POST', '/opportunities/', searchWord)).status).toBe(422);
  expect(opportunities(started.sandbox.world).all()).toHaveLength(before);
  const moved = await started.call('PUT', `/opportunities/${id}`, {
    pipelineStageId: pipelineOf(started, 1).stages[0]?.id,
  });
  expect(moved.status).toBe(400);
});

test('changes of stage and of status are stamped, each on its own', async () => {
  let now = Date.UTC(2026, 5, 15, 12);
  const started = await startSandbox({ clock: () => now });
  const { id } = await createDeal(started);
  const created = new Date(now).toISOString();

  now += 60_000;
  const pipelineStageId = pipelineOf(started).stages[2]?.id;
  const moved = await started.sdk.opportunities.updateOpportunity({ id }, { pipelineStageId, name: 'Moved' } as never);
  expect(moved.opportunity).toMatchObject({
    name: 'Moved',
    pipelineStageId,
    lastStatusChangeAt: created,
    lastStageChangeAt: new Date(now).toISOString(),
  });

  now += 60_000;
  const lostReasonId = lostReasons(started.sandbox.world).inLocation(started.locationId)[0]?.id;
  const answer = await started.sdk.opportunities.updateOpportunityStatus({ id }, {
    status: 'lost',
    lostReasonId,
  } as never);
  expect(answer).toMatchObject({ succeded: true });
  const { opportunity } = await started.sdk.opportunities.getOpportunity({ id });
  expect(opportunity).toMatchObject({
    status: 'lost',
    lostReasonId,
    lastStatusChangeAt: new Date(now).toISOString(),
    lastStageChangeAt: new Date(now - 60_000).toISOString(),
    updatedAt: new Date(now).toISOString(),
  });
});

test('another pipeline without a stage means its first one', async () => {
  const started = await startSandbox();
  const { id } = await createDeal(started);
  const target = pipelineOf(started, 1);
  const { opportunity } = await started.sdk.opportunities.updateOpportunity({ id }, { pipelineId: target.id } as never);
  expect(opportunity).toMatchObject({ pipelineId: target.id, pipelineStageId: target.stages[0]?.id });
});

test('upsert by id updates, and changes followers as told', async () => {
  const started = await startSandbox();
  const { id } = await createDeal(started);
  const [first, second] = usersOfLocation(started.sandbox.world, started.locationId).map((user) => user.id);
  const base = { id, locationId: started.locationId, pipelineId: pipelineOf(started).id };

  const added = await started.sdk.opportunities.upsertOpportunity({
    ...base,
    name: 'Renamed',
    followers: [first, second],
    followersActionType: 'add',
    isRemoveAllFollowers: false,
  } as never);
  expect(added).toMatchObject({ new: false, opportunity: { id, name: 'Renamed', followers: [first, second] } });

  const unknown = await started.call('POST', '/opportunities/upsert', { ...base, id: 'noSuchDeal0000000000' });
  expect(unknown.status).toBe(400);
  const broken = await started.call('POST', '/opportunities/upsert', { ...base, name: 'Never', followers: ['nobody'] });
  expect(broken.status).toBe(400);
  expect(opportunities(started.sandbox.world).get(id)?.name).toBe('Renamed');
});

test('upsert without an id works on the open opportunity of the contact', async () => {
  const started = await startSandbox();
  const contactId = await createContact(started);
  const body = { locationId: started.locationId, pipelineId: pipelineOf(started).id, contactId, name: 'First' };
  const created = await started.call('POST', '/opportunities/upsert', body);
  expect(created).toMatchObject({ status: 200, body: { new: true, opportunity: { name: 'First', status: 'open' } } });
  const updated = await started.call('POST', '/opportunities/upsert', { ...body, name: 'Second' });
  expect(updated.body).toMatchObject({ new: false, opportunity: { id: created.body.opportunity.id, name: 'Second' } });
});

test('followers are added once and removed one by one or all together', async () => {
  const started = await startSandbox();
  const { id } = await createDeal(started);
  const [first = '', second = ''] = usersOfLocation(started.sandbox.world, started.locationId).map((user) => user.id);
  const { opportunities: api } = started.sdk;

  expect(await api.addFollowersOpportunity({ id }, { followers: [first, first, second] })).toMatchObject({
    followers: [first, second],
    followersAdded: [first, second],
  });
  expect(await api.addFollowersOpportunity({ id }, { followers: [first] })).toMatchObject({ followersAdded: [] });
  const removed = await started.call('DELETE', `/opportunities/${id}/followers`, { followers: [first] });
  expect(removed.body).toMatchObject({ followers: [second], followersRemoved: [first] });
  const cleared = await started.call('DELETE', `/opportunities/${id}/followers?isRemoveAllFollowers=true`, {
    followers: [],
  });
  expect(cleared.body).toMatchObject({ followers: [], followersRemoved: [second] });
  expect((await refusalOf(api.addFollowersOpportunity({ id }, { followers: ['nobody'] }))).statusCode).toBe(400);
});

test('a deleted opportunity is gone; one of another location is out of reach', async () => {
  const started = await startSandbox();
  const { id } = await createDeal(started);
  expect(await started.sdk.opportunities.deleteOpportunity({ id })).toMatchObject({ succeded: true });
  expect((await started.call('GET', `/opportunities/${id}`)).body).toMatchObject({
    statusCode: 400,
    message: `Opportunity with id ${id} not found`,
  });

  const foreign = opportunities(started.sandbox.world).inLocation(started.otherLocationId)[0]?.id;
  for (const [method, body] of [['GET'], ['PUT', { name: 'Mine now' }], ['DELETE']] as const) {
    const answer = await started.call(method, `/opportunities/${foreign}`, body);
    expect(answer).toMatchObject({
      status: 403,
      body: { message: 'The token does not have access to this location.' },
    });
  }
});

test('an upsert finds nothing of another location', async () => {
  const started = await startSandbox();
  const foreign = opportunities(started.sandbox.world)
    .inLocation(started.otherLocationId)
    .find(({ status }) => status === 'open');
  const { contactId, pipelineId } = foreign ?? {};
  const answer = await started.call('POST', '/opportunities/upsert', {
    locationId: started.locationId,
    pipelineId,
    contactId,
    name: 'Taken over',
    status: 'open',
  });
  expect(answer.status).toBe(400);
  expect(opportunities(started.sandbox.world).get(foreign?.id ?? '')).toEqual(foreign);
});
