import { expect, test } from 'vitest';
import { opportunities, pipelines } from '../../../src/sandbox/domains/opportunities/records.ts';
import { type Answer, type Started, startSandbox } from '../locations/start.ts';

const path = '/opportunities/pipelines';
const stages = [
  { name: 'Quoted', position: 1 },
  { name: 'New', position: 0 },
];

function send({ send: sendTo }: Started, method: string, url: string, json?: unknown): Promise<Answer> {
  return sendTo(method, url, { version: 'v3', ...(json !== undefined && { json }) });
}

function seeded({ sandbox, locationId }: Started) {
  const [pipeline] = pipelines(sandbox.world).inLocation(locationId);
  if (!pipeline) throw new Error('the seed has no pipeline');
  const deals = () => opportunities(sandbox.world).inLocation(locationId);
  return { pipeline, listDeals: () => deals().filter(({ pipelineId }) => pipelineId === pipeline.id) };
}

test('a new pipeline has its stages in order, with a probability each, and can be read back', async () => {
  const started = await startSandbox();
  const created = await send(started, 'POST', path, { locationId: started.locationId, name: 'Bookings', stages });

  expect(created.status).toBe(201);
  expect(created.body.pipeline).toMatchObject({
    name: 'Bookings',
    locationId: started.locationId,
    stages: [
      { name: 'New', position: 0, stageWinProbability: 100 / 3 },
      { name: 'Quoted', position: 1, stageWinProbability: 200 / 3 },
    ],
  });
  const read = await send(started, 'GET', `${path}/${created.body.pipeline.id}`);
  expect(read.body.pipeline).toEqual(created.body.pipeline);
});

test('probabilities stay as given only where every stage has one', async () => {
  const started = await startSandbox();
  const create = (name: string, last: object) =>
    send(started, 'POST', path, {
      locationId: started.locationId,
      name,
      stages: [
        { name: 'New', position: 0, stageWinProbability: 5 },
        { name: 'Won', position: 1, ...last },
      ],
    });
  const listProbabilities = ({ body }: Answer) =>
    body.pipeline.stages.map((stage: { stageWinProbability: number }) => stage.stageWinProbability);

  expect(listProbabilities(await create('All', { stageWinProbability: 90 }))).toEqual([5, 90]);
  expect(listProbabilities(await create('One', {}))).toEqual([100 / 3, 200 / 3]);
});

test('names are unique whatever their case', async () => {
  const started = await startSandbox();
  const { locationId } = started;
  const name = seeded(started).pipeline.name.toUpperCase();
  expect(await send(started, 'POST', path, { locationId, name, stages })).toMatchObject({ status: 400 });
  const twice = [...stages, { name: 'NEW', position: 2 }];
  const refused = await send(started, 'POST', path, { locationId, name: 'Other', stages: twice });
  expect(refused).toMatchObject({
    status: 400,
    body: { message: 'Stage with name NEW already exists in the pipeline' },
  });
  expect(await send(started, 'POST', path, { locationId, name: 'Other', stages: [] })).toMatchObject({ status: 422 });
});

test('an update replaces all stages, and deals of a removed one move to the first', async () => {
  const started = await startSandbox();
  const { pipeline, listDeals } = seeded(started);
  const count = listDeals().length;
  const [first, second] = pipeline.stages;
  const kept = [
    { id: second?.id, name: 'Renamed', position: 0 },
    { name: 'Added', position: 1 },
  ];

  const { status, body } = await send(started, 'PUT', `${path}/${pipeline.id}`, { name: pipeline.name, stages: kept });

  expect(status).toBe(200);
  expect(body.pipeline.stages).toMatchObject([{ id: second?.id, name: 'Renamed' }, { name: 'Added' }]);
  expect(body.pipeline.stages[1].id).not.toBe(first?.id);
  expect(new Set(listDeals().map(({ pipelineStageId }) => pipelineStageId))).toEqual(new Set([second?.id]));
  expect(listDeals()).toHaveLength(count);
  const stray = await send(started, 'PUT', `${path}/${pipeline.id}`, {
    name: pipeline.name,
    stages: [{ id: first?.id, name: 'Back', position: 0 }],
  });
  expect(stray.status).toBe(400);
});

test('a deleted pipeline takes its deals along', async () => {
  const started = await startSandbox();
  const { pipeline, listDeals } = seeded(started);
  expect(listDeals().length).toBeGreaterThan(0);

  expect(await send(started, 'DELETE', `${path}/${pipeline.id}`)).toMatchObject({ status: 200 });

  expect(listDeals()).toEqual([]);
  expect(await send(started, 'GET', `${path}/${pipeline.id}`)).toMatchObject({ status: 400 });
});

test('the pipeline of another location is out of reach', async () => {
  const started = await startSandbox();
  const [foreign] = pipelines(started.sandbox.world).inLocation(started.otherLocationId);
  expect(await send(started, 'DELETE', `${path}/${foreign?.id}`)).toMatchObject({ status: 403 });
});
