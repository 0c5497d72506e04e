import { describe, expect, it } from 'vitest';
import { operations } from '../../../tools/knowledge-base/operations.gen.ts';
import { type Answer, openChecked } from '../checked.ts';
import { refusalOf } from '../sdk.ts';

async function openBases() {
  const checked = await openChecked(operations);
  const { locationId } = checked;
  const kb = checked.service('knowledgeBase');
  async function create(name = 'Treatments'): Promise<string> {
    return (await kb('createKnowledgeBase', { locationId, name })).data.id;
  }
  const list = (query: object = {}) => kb('listAllKnowledgeBasesPaginated', { locationId, ...query });
  const read = async (knowledgeBaseId: string) => (await kb('getKnowledgeBaseById', { knowledgeBaseId })).data;
  return { ...checked, kb, create, list, read };
}

describe('knowledge bases', () => {
  it('live from creation to deletion, with all that is in them', async () => {
    const { kb, create, read, locationId, sandbox } = await openBases();
    const id = await create();
    const { faq } = await kb('create', { locationId, knowledgeBaseId: id, question: 'Why?', answer: 'Because' });
    await kb('updateKnowledgeBase', { id }, { name: 'Treatments and prices' });
    expect(await read(id)).toMatchObject({
      ...{ name: 'Treatments and prices', nameLowerCase: 'treatments and prices', isDefault: false, deleted: false },
      kbMetadata: { faqs: 1, urls: 0, richText: 0, files: 0, webSearches: 0, tables: 0 },
    });
    await kb('deleteKnowledgeBase', { knowledgeBaseId: id });
    expect((await refusalOf(read(id))).statusCode).toBe(400);
    expect(sandbox.world.collection('knowledge-base-faqs').get(faq.id)).toBeUndefined();
  });

  it('are found by name and turned page by page', async () => {
    const { create, list } = await openBases();
    await create();
    const first = (await list({ limit: 2 })).data;
    expect(first).toMatchObject({ activeCount: 3, hasMore: true, lastKnowledgeBaseId: first.knowledgeBases[1].id });
    const rest = (await list({ limit: 2, lastKnowledgeBaseId: first.lastKnowledgeBaseId })).data;
    expect(rest).toMatchObject({ hasMore: false, knowledgeBases: [{ name: 'Treatments' }] });
    expect((await list({ query: 'TREAT' })).data.knowledgeBases).toHaveLength(1);
  });

  it('have names of their own, and are 15 at most', async () => {
    const { kb, create, list } = await openBases();
    const id = await create();
    expect((await refusalOf(create('treatments'))).statusCode).toBe(400);
    expect((await refusalOf(kb('updateKnowledgeBase', { id }, { name: 'For the team' }))).statusCode).toBe(400);
    for (let count = 3; count < 15; count += 1) await create(`Number ${count}`);
    expect((await refusalOf(create('One more'))).statusCode).toBe(400);
    expect((await list()).data.activeCount).toBe(15);
  });

  it('are out of reach of other locations', async () => {
    const { create, service, sandbox, read } = await openBases();
    const id = await create();
    const neighbour = service('knowledgeBase', sandbox.tokens.secondLocation);
    expect((await refusalOf(neighbour('deleteKnowledgeBase', { knowledgeBaseId: id }))).statusCode).toBe(400);
    expect((await read(id)).id).toBe(id);
  });
});

describe('questions', () => {
  it('are asked, answered anew, turned page by page and deleted', async () => {
    const { kb, create, locationId } = await openBases();
    const knowledgeBaseId = await create();
    const ids: string[] = [];
    for (const question of ['One?', 'Two?', 'Three?']) {
      const { faq } = await kb('create', { locationId, knowledgeBaseId, question, answer: 'Yes' });
      expect(faq).toMatchObject({ question, questionLowerCase: question.toLowerCase(), knowledgeBaseId, locationId });
      ids.push(faq.id);
    }
    const list = (query: object = {}) => kb('list', { knowledgeBaseId, locationId, ...query });
    const first = await list({ limit: 2 });
    expect(first).toMatchObject({ count: 3, hasMore: true, lastFaqId: ids[1] });
    expect(await list({ lastFaqId: ids[1] })).toMatchObject({ count: 3, hasMore: false, faqs: [{ id: ids[2] }] });
    await kb('update', { id: ids[0] }, { question: 'One?', answer: 'No' });
    await kb('delete', { id: ids[1] });
    const answers = (await list()).faqs.map(({ answer }: Answer) => answer);
    expect(answers).toEqual(['No', 'Yes']);
    expect((await refusalOf(kb('delete', { id: ids[1] }))).statusCode).toBe(400);
    expect((await refusalOf(list({ knowledgeBaseId: 'none' }))).statusCode).toBe(400);
  });
});

describe('the crawler', () => {
  it('searches a website, and trains the pages that are chosen', async () => {
    const { kb, create, read, locationId, passMs } = await openBases();
    const knowledgeBaseId = await create();
    const owner = { locationId, knowledgeBaseId };
    const { data } = await kb('discoverWebsite', { ...owner, url: 'https://example.com/care', option: 'Path' });
    expect(data).toMatchObject({ status: 'Processing', url: 'https://example.com/care' });
    const { operationId } = data;
    const status = async () => (await kb('getCrawlingStatusForLatestOperation', { ...owner, operationId })).data;
    expect(await status()).toMatchObject({ aggregate: [], operationDetails: { status: 'Processing', mode: 'Path' } });
    expect((await refusalOf(kb('trainDiscoveredUrls', { ...owner, operationId, urlIds: [] }))).statusCode).toBe(400);

    passMs(5_000);
    const { aggregate, operationDetails } = await status();
    expect(operationDetails).toMatchObject({ status: 'Successful', discoveredUrlsCount: 4, trainedUrlsCount: 0 });
    const [{ _id, records }] = aggregate;
    expect(_id).toBe('Pending');
    expect(records.map(({ url }: Answer) => url)).toContain('https://example.com/care/contact');
    const urlIds = [records[0].id, records[2].id];
    expect((await refusalOf(kb('trainDiscoveredUrls', { ...owner, operationId, urlIds: ['x'] }))).statusCode).toBe(400);
    await kb('trainDiscoveredUrls', { ...owner, operationId, urlIds });

    const trained = (query: object = {}) => kb('getAllWebsiteUrlsDataByKnowledgeBase', { ...owner, ...query });
    expect(await trained()).toMatchObject({ count: 2, urls: urlIds.map((id) => ({ id, status: 'Successful' })) });
    expect((await trained({ page: 2, pageLength: 1 })).urls).toMatchObject([{ id: urlIds[1] }]);
    expect((await trained({ query: 'services' })).count).toBe(1);
    expect((await read(knowledgeBaseId)).kbMetadata.urls).toBe(2);
    expect((await status()).operationDetails.trainedUrlsCount).toBe(2);

    await kb('deleteTrainedUrlsForKnowledgeBase', { ...owner, urlIds: [urlIds[0]] });
    expect((await trained()).urls).toMatchObject([{ id: urlIds[1] }]);
  });

  it('finds one page when it shall be exact, and refuses what is no website', async () => {
    const { kb, create, locationId, passMs } = await openBases();
    const owner = { locationId, knowledgeBaseId: await create() };
    const crawl = (url: string) => kb('discoverWebsite', { ...owner, url, option: 'Exact' });
    const { data } = await crawl('https://example.com/faq');
    passMs(5_000);
    const status = await kb('getCrawlingStatusForLatestOperation', { ...owner, operationId: data.operationId });
    expect(status.data.aggregate[0].records).toMatchObject([{ url: 'https://example.com/faq' }]);
    expect((await refusalOf(crawl('nowhere'))).statusCode).toBe(422);
  });
});
