import { describe, expect, it } from 'vitest';
import type { Answer } from '../checked.ts';
import { refusalOf } from '../sdk.ts';
import { type Ads, namesOf, nowhere, openAds, publicationMs } from './start.ts';

const keywords = { positives: [{ keyword: 'dentist', matchType: 'BROAD' }], negatives: [] };

const build = ({ ads, body }: Ads, change: object = {}): Promise<Answer> =>
  ads('googleUpsertCampaign', {
    ...{ ...body, name: 'Search', advertisingChannelType: 'SEARCH', budget: { budgetType: 'DAILY', amount: 5 } },
    adGroups: [{ name: 'Group', keywords, adContent: [{ headlines: ['Hi'], finalUrl: 'https://example.com' }] }],
    ...change,
  });

const read = ({ ads, body }: Ads, adId: string) => ads('googleGetCampaignById', { adId, ...body });

describe('campaigns', () => {
  it('are written and read whole, and keep what a change does not name', async () => {
    const opened = await openAds();
    const campaign = await build(opened);
    expect(campaign).toMatchObject({
      ...{ name: 'Search', publishingStatus: 'DRAFT', source: 'AD_MANAGER', unpublishedChanges: false },
      ...{ budget: { amount: 5 }, networkSettings: { targetSearchNetwork: true }, adSchedule: [] },
      adGroups: [{ name: 'Group', adCampaignId: campaign.id, keywords, adContent: [{ headlines: ['Hi'] }] }],
    });
    const [group] = campaign.adGroups;
    await build(opened, {
      ...{ id: campaign.id, name: 'Search 2', budget: undefined },
      adGroups: [{ id: group.id, name: 'Group 2' }, { name: 'Second' }],
    });
    const changed = await read(opened, campaign.id);
    expect(changed).toMatchObject({ name: 'Search 2', budget: { amount: 5 }, createdAt: campaign.createdAt });
    expect(namesOf(changed.adGroups)).toEqual(['Group 2', 'Second']);
    expect(changed.adGroups[0]).toMatchObject({ id: group.id, keywords, adContent: [{ id: group.adContent[0].id }] });
    expect((await refusalOf(build(opened, { id: nowhere }))).statusCode).toBe(400);
  });

  it('are published with their parts, and listed at Google', async () => {
    const opened = await openAds();
    const { ads, locationId, passMs } = opened;
    const { id, adGroups } = await build(opened);
    const published = await ads('googlePublishAd', { adId: id });
    expect(published).toMatchObject({
      _id: id,
      publishingStatus: 'PUBLISHING',
      budget: { amount: 5 },
      googleError: null,
    });
    expect(published).not.toHaveProperty('adGroups');
    expect((await refusalOf(ads('googlePublishAd', { adId: id }))).statusCode).toBe(400);
    expect((await read(opened, id)).adGroups[0].publishingStatus).toBe('PUBLISHING');
    passMs(publicationMs);
    const live = await read(opened, id);
    expect(live).toMatchObject({
      publishingStatus: 'PUBLISHED',
      googleCampaignId: expect.stringMatching(/^customers\/\d+\/campaigns\/\d+$/),
    });
    expect(live.adGroups[0]).toMatchObject({
      publishingStatus: 'PUBLISHED',
      adContent: [{ publishingStatus: 'PUBLISHED' }],
    });

    const list = async (entityType: string, query: object = {}) =>
      (await ads('googleGetEntity', { locationId, type: 'AD_MANAGER', entityType, ...query })).data;
    expect(namesOf(await list('CAMPAIGN'))).toEqual(['Search nearby', 'Search']);
    expect(await list('ADGROUP', { campaignId: id })).toMatchObject([
      { resourceName: live.adGroups[0].googleAdGroupId, name: 'Group' },
    ]);
    const [ad] = await list('AD', { adGroupId: adGroups[0].id });
    expect(ad.resourceName).toBe(live.adGroups[0].adContent[0].googleAdId);
    expect(await list('AD', { searchId: ad.id })).toEqual([ad]);
  });

  it('are paused by writing, and changes of what is live wait', async () => {
    const opened = await openAds();
    const { ads, passMs } = opened;
    const { id } = await build(opened);
    await ads('googlePublishAd', { adId: id });
    passMs(publicationMs);
    expect((await build(opened, { id, adGroups: undefined })).unpublishedChanges).toBe(true);
    await build(opened, { id, adGroups: undefined, publishingStatus: 'PAUSED' });
    const adGroups = [{ name: 'Group', publishingStatus: 'PUBLISHED' }];
    expect(await read(opened, id)).toMatchObject({ publishingStatus: 'PAUSED', adGroups });
  });

  it('are not published empty', async () => {
    const opened = await openAds();
    const { id } = await build(opened, { adGroups: [] });
    expect((await refusalOf(opened.ads('googlePublishAd', { adId: id }))).response.message).toBe(
      'Campaign has no ad groups',
    );
    await build(opened, { id, adGroups: [{ name: 'Empty' }] });
    expect((await refusalOf(opened.ads('googlePublishAd', { adId: id }))).statusCode).toBe(400);
  });

  it('are out of reach of other locations', async () => {
    const opened = await openAds();
    const { id } = await build(opened);
    const theirs = opened.neighbour('googleGetCampaignById', { adId: id, locationId: opened.otherLocationId });
    expect((await refusalOf(theirs)).statusCode).toBe(400);
  });
});

describe('the link to Google', () => {
  it('is made with an account of the person, and taken away', async () => {
    const { ads, body, neighbour, otherLocationId } = await openAds();
    const theirs = { locationId: otherLocationId };
    expect((await refusalOf(neighbour('googleGetIntegration', theirs))).statusCode).toBe(400);
    const [account] = await neighbour('googleGetAdAccounts', theirs);
    const link = { ...theirs, adAccountId: account.accId, mccId: account.mccId };
    expect((await refusalOf(neighbour('googleCreateIntegration', { ...link, mccId: '1' }))).statusCode).toBe(400);
    expect(await neighbour('googleCreateIntegration', link)).toMatchObject({
      status: 'connected',
      adAccountId: account.accId,
    });
    expect(await neighbour('googleGetIntegration', theirs)).toMatchObject({ status: 'connected' });

    const [own] = await ads('googleGetAdAccounts', { ...body, type: 'AD_MANAGER' });
    expect(own).toEqual({ accId: expect.any(String), mccId: expect.any(String) });
    const path = { adAccountId: own.accId };
    expect(await ads('googleGetAdAccountDetails', { ...path, ...body })).toMatchObject({
      accId: own.accId,
      currencyCode: 'USD',
    });
    await ads('googleDeleteAdAccount', path, body);
    expect(await ads('googleGetIntegration', body)).toMatchObject({ status: 'disconnected', adAccountId: '' });
    expect((await refusalOf(ads('googleDeleteAdAccount', path, body))).statusCode).toBe(400);
    const campaign = ads('googleUpsertCampaign', { ...body, name: 'Lost', advertisingChannelType: 'SEARCH' });
    expect((await refusalOf(campaign)).statusCode).toBe(400);
  });
});

describe('conversions', () => {
  it('live from creation to removal, after which they can still be read', async () => {
    const { ads, body } = await openAds();
    const draft = {
      ...{ ...body, name: 'Sale', type: 'UPLOAD_CLICKS', category: 'PURCHASE', countingType: 'MANY_PER_CLICK' },
      ...{ attributionModel: 'GOOGLE_ADS_LAST_CLICK', clickThroughWindow: 30 },
      valueSettings: { defaultValue: 9, defaultCurrencyCode: 'USD', alwaysUseDefaultValue: false },
    };
    const { resourceName } = await ads('googleUpsertConversion', draft);
    const conversionId = resourceName.split('/').at(-1);
    const get = () => ads('googleGetConversionById', { conversionId, ...body });
    await ads('googleUpsertConversion', { ...draft, conversionId, name: 'Sales' });
    expect(await get()).toMatchObject({
      ...{ id: conversionId, resourceName, name: 'Sales', status: 'ENABLED', clickThroughLookbackWindowDays: '30' },
      attributionModelSettings: { attributionModel: 'GOOGLE_ADS_LAST_CLICK' },
    });
    const list = (query: object = {}) => ads('googleGetConversions', { ...body, ...query });
    expect(namesOf(await list({ type: 'AD_MANAGER' }))).toEqual(['Booked visit', 'Sales']);
    expect(namesOf(await list({ type: 'AD_MANAGER', category: 'PURCHASE' }))).toEqual(['Sales']);
    expect((await list())[1]).toEqual({
      conversion_action_id: conversionId,
      conversion_name: 'Sales',
      conversion_source: 'UPLOAD',
    });
    expect(await ads('googleDeleteConversion', { conversionId, ...body })).toEqual([{ resourceName }]);
    expect((await get()).status).toBe('REMOVED');
    expect(namesOf(await list({ type: 'AD_MANAGER' }))).toEqual(['Booked visit']);
    expect((await refusalOf(ads('googleUpsertConversion', { ...draft, conversionId }))).statusCode).toBe(400);
  });
});

describe('assets and audiences', () => {
  it('are created, changed by resource name, listed and read', async () => {
    const { ads, body } = await openAds();
    const payload = { linkText: 'Prices', finalUrls: 'https://example.com/prices' };
    const { resourceName } = await ads('googleUpsertAssets', { ...body, type: 'SITELINK', payload });
    await ads('googleUpsertAssets', {
      ...body,
      type: 'SITELINK',
      payload: { ...payload, resourceName, linkText: 'Our prices' },
    });
    const links = await ads('googleGetAssets', { ...body, type: 'SITELINK' });
    expect(links).toMatchObject([{ resourceName, type: 'SITELINK', linkText: 'Our prices' }]);
    expect(await ads('googleGetAssets', { ...body, type: 'CALL', id: '1' })).toEqual([]);
    const mistyped = ads('googleUpsertAssets', { ...body, type: 'CALL', payload });
    expect((await refusalOf(mistyped)).statusCode).toBe(422);

    const [audience] = await ads('googleUpsertAudience', {
      ...body,
      name: 'Regulars',
      dimensions: { genders: ['MALE'] },
    });
    await ads('googleUpsertAudience', { ...body, name: 'Friends', resourceName: audience.resourceName });
    const [listed] = await ads('googleGetAudiences', body);
    expect(listed).toMatchObject({
      ...audience,
      name: 'Friends',
      status: 'ENABLED',
      dimensions: { genders: ['MALE'] },
    });
    expect(await ads('googleGetAudienceById', { audienceId: listed.id, ...body })).toMatchObject(listed);
  });
});

describe('segments', () => {
  it('of both classes live from creation to deletion', async () => {
    const { ads, body } = await openAds();
    const write = (type: string, fields: object) => ads('googleUpsertSegment', { ...body, type }, fields);
    const members = [{ memberType: 'KEYWORD', keyword: 'teeth' }];
    const custom = await write('CUSTOM_SEGMENTS', { name: 'Teeth', members, type: 'SEARCH' });
    expect(custom).toMatchObject({ name: 'Teeth', type: 'SEARCH', status: 'ENABLED', members });
    const list = await write('CUSTOMER_MATCH', { name: 'Patients', membershipLifeSpan: 30 });
    expect(list).toMatchObject({ name: 'Patients', type: 'CUSTOMER_MATCH', membershipLifeSpan: 30 });
    const all = (type?: string) => ads('googleGetSegments', { ...body, ...(type && { type }) });
    expect((await all()).map(({ type }: Answer) => type)).toEqual(['CUSTOM_SEGMENTS', 'CUSTOMER_MATCH']);
    expect(namesOf(await all('DATA_SEGMENTS'))).toEqual(['Patients']);
    await write('CUSTOM_SEGMENTS', { id: custom.id, name: 'White teeth' });
    const path = { segmentId: custom.id, ...body, type: 'CUSTOM_SEGMENTS' };
    expect(await ads('googleGetSegmentById', path)).toMatchObject({ name: 'White teeth', members });
    expect((await refusalOf(ads('googleGetSegmentById', { ...path, type: 'DATA_SEGMENTS' }))).statusCode).toBe(400);
    expect(await ads('googleDeleteSegment', path)).toMatchObject({ success: true });
    expect(namesOf(await all())).toEqual(['Patients']);
  });

  it('remember what was uploaded into a customer list', async () => {
    const { ads, body } = await openAds();
    const { id } = await ads('googleUpsertSegment', { ...body, type: 'CUSTOMER_MATCH' }, { name: 'Patients' });
    const upload = (fields: object) => ads('googleCreateOfflineUserListJob', { ...body, ...fields });
    await upload({ userListId: id, csvPath: '/patients.csv', isDynamic: true });
    const { extras } = await ads('googleGetSegmentById', { segmentId: id, ...body, type: 'DATA_SEGMENTS' });
    expect(extras.uploads).toMatchObject([{ csvPath: '/patients.csv', isDynamic: true }]);
    expect((await refusalOf(upload({ userListId: id }))).statusCode).toBe(400);
    expect((await refusalOf(upload({ userListId: '1', csvPath: '/a.csv' }))).statusCode).toBe(400);
  });
});
