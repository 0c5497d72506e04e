import { describe, expect, it } from 'vitest';
import type { Answer } from '../checked.ts';
import { refusalOf } from '../sdk.ts';
import { type Ads, namesOf, nowhere, openAds, publicationMs } from './start.ts';

interface Built {
  readonly campaignId: string;
  readonly adsetId: string;
  readonly adId: string;
}

/** A draft with one ad set and one ad. */
async function build({ ads, body }: Ads): Promise<Built> {
  const { id: campaignId } = await ads('fbUpsertCampaign', { ...body, name: 'Spring', objective: 'OUTCOME_TRAFFIC' });
  const budget = { budgetType: 'DAILY', amount: 10 };
  const { id: adsetId } = await ads('fbUpsertAdset', { ...body, campaignId, name: 'Near', budget });
  const ad = { ...body, campaignId, adsetId, name: 'Picture', primaryText: 'Come by', cta: 'LEARN_MORE' };
  return { campaignId, adsetId, adId: (await ads('fbUpsertAd', ad)).id };
}

async function buildPublished(opened: Ads): Promise<Built> {
  const built = await build(opened);
  await opened.ads('fbPublishCampaign', { campaignId: built.campaignId }, opened.body);
  opened.passMs(publicationMs);
  return built;
}

const read = ({ ads, locationId }: Ads, campaignId: string) => ads('fbGetCampaign', { campaignId, locationId });

const entities = ({ ads, locationId }: Ads, entityType: string, query: object = {}) =>
  ads('fbGetEntity', { locationId, type: 'AD_MANAGER', entityType, ...query });

describe('drafts', () => {
  it('are written part by part and read whole', async () => {
    const opened = await openAds();
    const { campaignId, adsetId, adId } = await build(opened);
    const campaign = await read(opened, campaignId);
    expect(campaign).toMatchObject({
      ...{ id: campaignId, name: 'Spring', objective: 'OUTCOME_TRAFFIC', publishingStatus: 'DRAFT', fbError: null },
      ...{ specialAdCategories: ['NONE'], fbAdAccountId: expect.stringMatching(/^act_\d+$/), source: 'AD_MANAGER' },
      adsets: [
        {
          ...{ id: adsetId, campaignId, name: 'Near', budget: { budgetType: 'DAILY', amount: 10 } },
          ads: [{ id: adId, adsetId, campaignId, primaryText: 'Come by', primaryTexts: [{ text: 'Come by' }] }],
        },
      ],
    });
    expect(campaign).not.toHaveProperty('fbCampaignId');
    const query = { campaignId, locationId: opened.locationId, fields: 'id,name' };
    const { traceId: _traceId, ...narrow } = await opened.ads('fbGetCampaign', query);
    expect(narrow).toEqual({ id: campaignId, name: 'Spring' });
  });

  it('are changed by their id, and v3 knows another path for ads', async () => {
    const opened = await openAds();
    const { ads, body, send } = opened;
    const { campaignId, adsetId, adId } = await build(opened);
    expect(await ads('fbUpsertCampaign', { ...body, id: campaignId, name: 'Autumn' })).toMatchObject({ fbError: '' });
    await ads('fbUpsertAdset', { ...body, campaignId, id: adsetId, pixelId: '123' });
    const json = { ...body, campaignId, adsetId, id: adId, headline: 'Now' };
    expect((await send('PUT', '/ad-publishing/facebook/ads', { json, version: 'v3' })).status).toBe(200);
    expect(await read(opened, campaignId)).toMatchObject({
      ...{ name: 'Autumn', objective: 'OUTCOME_TRAFFIC', unpublishedChanges: false },
      adsets: [{ name: 'Near', pixelId: '123', ads: [{ name: 'Picture', headline: 'Now', primaryText: 'Come by' }] }],
    });
  });

  it('refuse parents that do not exist or do not fit', async () => {
    const opened = await openAds();
    const { ads, body } = opened;
    const { campaignId, adsetId } = await build(opened);
    const { campaignId: otherId } = await build(opened);
    const refuse = async (call: Promise<unknown>) => (await refusalOf(call)).statusCode;
    expect(await refuse(ads('fbUpsertCampaign', { ...body, id: nowhere }))).toBe(400);
    expect(await refuse(ads('fbUpsertAdset', { ...body, campaignId: nowhere }))).toBe(400);
    expect(await refuse(ads('fbUpsertAdset', { ...body, campaignId: otherId, id: adsetId }))).toBe(400);
    expect(await refuse(ads('fbUpsertAd', { ...body, campaignId: otherId, adsetId }))).toBe(400);
    expect(await refuse(ads('fbUpsertAd', { ...body, campaignId, adsetId, id: nowhere }))).toBe(400);
  });

  it('are copied whole or in part', async () => {
    const opened = await openAds();
    const { ads, body } = opened;
    const { campaignId, adsetId, adId } = await buildPublished(opened);
    const copy = await ads('fbDuplicateCampaign', { campaignId }, body);
    expect(copy).toMatchObject({ name: 'Spring (copy)', publishingStatus: 'DRAFT' });
    expect(copy).not.toHaveProperty('fbCampaignId');
    const [set] = copy.adsets;
    expect(set).toMatchObject({
      campaignId: copy.id,
      publishingStatus: 'DRAFT',
      ads: [{ campaignId: copy.id, adsetId: set.id }],
    });
    expect([copy.id, set.id, set.ads[0].id]).not.toContain(campaignId);

    await ads('fbDuplicateAdset', { adsetId });
    await ads('fbDuplicateAd', { adId });
    const { adsets } = await read(opened, campaignId);
    expect(namesOf(adsets)).toEqual(['Near', 'Near (copy)']);
    expect(adsets.map((adSet: Answer) => namesOf(adSet.ads))).toEqual([['Picture', 'Picture (copy)'], ['Picture']]);
  });

  it('are deleted with their parts', async () => {
    const opened = await openAds();
    const { ads, body, sandbox } = opened;
    const { campaignId, adsetId, adId } = await build(opened);
    expect(await ads('fbDeleteAd', { adId }, body)).toMatchObject({ success: true });
    expect((await read(opened, campaignId)).adsets[0].ads).toEqual([]);
    await ads('fbDeleteCampaign', { campaignId }, body);
    expect((await refusalOf(read(opened, campaignId))).statusCode).toBe(400);
    expect(sandbox.world.collection('facebook-ad-sets').get(adsetId)).toBeUndefined();
    expect((await refusalOf(ads('fbDeleteAdset', { adsetId }, body))).statusCode).toBe(400);
  });
});

describe('publishing', () => {
  it('takes its steps, and ends with ids of Facebook', async () => {
    const opened = await openAds();
    const { ads, body, send, locationId, passMs } = opened;
    const { campaignId } = await build(opened);
    const path = `/ad-publishing/facebook/campaigns/${campaignId}/publishing-progress?locationId=${locationId}`;
    const progress = async () => (await send('GET', path, { version: 'v3' })).body;
    expect(await progress()).toMatchObject({ publishingStatus: 'DRAFT', total: 0, processed: 0, isComplete: true });
    await ads('fbPublishCampaign', { campaignId }, body);
    expect(await progress()).toMatchObject({ campaignId, publishingStatus: 'PUBLISHING', total: 3, processed: 0 });
    expect((await refusalOf(ads('fbPublishCampaign', { campaignId }, body))).statusCode).toBe(400);
    passMs(600);
    expect(await progress()).toMatchObject({ processed: 1, isComplete: false, hasFailed: false });
    passMs(publicationMs);
    expect(await progress()).toMatchObject({ publishingStatus: 'PUBLISHED', total: 3, processed: 3, isComplete: true });
    expect(await read(opened, campaignId)).toMatchObject({
      ...{ publishingStatus: 'PUBLISHED', fbCampaignId: expect.stringMatching(/^\d{18}$/) },
      adsets: [{ publishingStatus: 'PUBLISHED', ads: [{ publishingStatus: 'PUBLISHED' }] }],
    });
  });

  it('is refused without ad sets, without ads and without a link to Facebook', async () => {
    const opened = await openAds();
    const { ads, body } = opened;
    const { id: campaignId } = await ads('fbUpsertCampaign', body);
    const publish = () => ads('fbPublishCampaign', { campaignId }, body);
    expect((await refusalOf(publish())).response.message).toBe('Campaign has no ad sets');
    await ads('fbUpsertAdset', { ...body, campaignId });
    expect((await refusalOf(publish())).response.message).toBe('Every ad set needs at least one ad');
    await ads('fbDeleteIntegration', body);
    expect((await refusalOf(publish())).statusCode).toBe(400);
  });

  it('makes later changes wait for the next one', async () => {
    const opened = await openAds();
    const { ads, body, passMs } = opened;
    const { campaignId, adsetId } = await buildPublished(opened);
    await ads('fbUpsertAdset', { ...body, campaignId, id: adsetId, name: 'Far' });
    const changed = await read(opened, campaignId);
    expect([changed.unpublishedChanges, changed.adsets[0].unpublishedChanges]).toEqual([true, true]);
    await ads('fbPublishCampaign', { campaignId }, body);
    passMs(publicationMs);
    const published = await read(opened, campaignId);
    expect([published.unpublishedChanges, published.fbCampaignId]).toEqual([false, changed.fbCampaignId]);
  });

  it('can be paused and resumed, part by part', async () => {
    const opened = await openAds();
    const { ads, body } = opened;
    const draft = await build(opened);
    expect((await refusalOf(ads('fbPauseCampaign', { campaignId: draft.campaignId }, body))).statusCode).toBe(400);
    const { campaignId, adsetId, adId } = await buildPublished(opened);
    const statusOf = async () => {
      const { publishingStatus, fbError, adsets } = await read(opened, campaignId);
      return [publishingStatus, adsets[0].publishingStatus, adsets[0].ads[0].publishingStatus, fbError];
    };
    await ads('fbPauseAd', { adId }, body);
    expect(await statusOf()).toEqual(['PUBLISHED', 'PUBLISHED', 'PAUSED', 'One or more ads are paused']);
    await ads('fbPauseAdset', { adsetId }, body);
    expect(await statusOf()).toEqual(['PUBLISHED', 'PAUSED', 'PAUSED', 'One or more adsets are paused']);
    await ads('fbResumeAdset', { adsetId }, body);
    await ads('fbResumeAd', { adId }, body);
    expect(await statusOf()).toEqual(['PUBLISHED', 'PUBLISHED', 'PUBLISHED', null]);
    await ads('fbPauseCampaign', { campaignId }, body);
    expect((await refusalOf(ads('fbPauseCampaign', { campaignId }, body))).statusCode).toBe(400);
    expect((await statusOf())[0]).toBe('PAUSED');
    await ads('fbResumeCampaign', { campaignId }, body);
    expect((await statusOf())[0]).toBe('PUBLISHED');
  });
});

describe('what is live', () => {
  it('is listed by kind, below its parent', async () => {
    const opened = await openAds();
    await build(opened);
    expect(namesOf((await entities(opened, 'CAMPAIGN')).data)).toEqual(['New faces']);
    const { campaignId } = await buildPublished(opened);
    const { fbCampaignId, adsets } = await read(opened, campaignId);
    const { data } = await entities(opened, 'CAMPAIGN', { searchId: fbCampaignId });
    expect(data).toMatchObject([{ campaignId: fbCampaignId, name: 'Spring', status: 'PUBLISHED' }]);
    const integration = await entities(opened, 'CAMPAIGN', { type: 'INTEGRATION' });
    expect(integration.data).toMatchObject([{ effectiveStatus: 'ACTIVE' }, { status: 'ACTIVE' }]);
    const sets = await entities(opened, 'ADSET', { campaignId: fbCampaignId });
    expect(sets.data).toMatchObject([{ adSetId: adsets[0].fbAdSetId, name: 'Near', effectiveStatus: 'ACTIVE' }]);
    const byAdSet = await entities(opened, 'AD', { adSetId: adsets[0].fbAdSetId });
    expect(byAdSet.data).toMatchObject([{ adId: adsets[0].ads[0].fbAdId, name: 'Picture', status: 'ACTIVE' }]);
    expect((await entities(opened, 'AD', { campaignId })).data).toEqual(byAdSet.data);
    expect((await refusalOf(entities(opened, 'ADSET'))).statusCode).toBe(400);
  });

  it('is turned page by page at Facebook, to the end', async () => {
    const opened = await openAds();
    const { ads, body, locationId, passMs } = opened;
    const { campaignId, adsetId } = await build(opened);
    for (let count = 1; count < 30; count += 1)
      await ads('fbUpsertAd', { ...body, campaignId, adsetId, name: `Ad ${count}` });
    await ads('fbPublishCampaign', { campaignId }, body);
    passMs(publicationMs);
    const query = { locationId, type: 'INTEGRATION', entityType: 'AD', campaignId };
    const first = await ads('fbGetEntity', query);
    expect(first.data).toHaveLength(25);
    const last = await ads('fbGetEntity', { ...query, next: first.next });
    expect(last.data).toHaveLength(5);
    expect(last).not.toHaveProperty('next');
    expect((await ads('fbGetEntity', { ...query, fetchAll: 'true' })).data).toEqual([...first.data, ...last.data]);
    expect((await refusalOf(ads('fbGetEntity', { ...query, next: '!' }))).statusCode).toBe(400);
  });

  it('is out of reach of other locations', async () => {
    const opened = await openAds();
    const { neighbour, otherLocationId } = opened;
    const { campaignId, adId } = await build(opened);
    const theirs = { locationId: otherLocationId };
    expect((await refusalOf(neighbour('fbGetCampaign', { campaignId, ...theirs }))).statusCode).toBe(400);
    expect((await refusalOf(neighbour('fbDeleteCampaign', { campaignId }, theirs))).statusCode).toBe(400);
    expect((await refusalOf(neighbour('fbDuplicateAd', { adId }))).statusCode).toBe(400);
    expect((await read(opened, campaignId)).adsets[0].ads).toHaveLength(1);
  });
});
