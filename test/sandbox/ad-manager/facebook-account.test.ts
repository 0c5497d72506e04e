import { describe, expect, it } from 'vitest';
import type { Answer } from '../checked.ts';
import { refusalOf } from '../sdk.ts';
import { namesOf, openAds } from './start.ts';

describe('the link to Facebook', () => {
  it('names pages and an ad account, and takes new ones', async () => {
    const { ads, body } = await openAds();
    const integration = () => ads('fbGetIntegration', body);
    const pages = () => ads('fbGetPages', body);
    const before = await integration();
    expect(before).toMatchObject({ status: 'connected', pages: [{ id: before.fbDefaultPageId }] });
    const known = await pages();
    expect(known.map(({ isConnected, isDefault }: Answer) => [isConnected, isDefault])).toEqual([
      [true, true],
      [false, false],
    ]);
    const pageId = known[1].id;
    const linked = await ads('fbCreateIntegration', { ...body, pageId });
    expect(linked).toMatchObject({ fbDefaultPageId: pageId, fbAdAccountId: before.fbAdAccountId });
    expect(linked.userAccessToken).toMatch(/^sandbox-/);
    expect((await integration()).pages).toHaveLength(2);

    await ads('fbSetDefaultPage', body, { pageId: known[0].id });
    expect((await integration()).fbDefaultPageId).toBe(known[0].id);
    await ads('fbDeletePage', { ...body, pageId: known[0].id });
    expect(await integration()).toMatchObject({ fbDefaultPageId: pageId, pages: [{ id: pageId }] });
    expect((await refusalOf(ads('fbSetDefaultPage', body, { pageId: known[0].id }))).statusCode).toBe(400);
    expect((await refusalOf(ads('fbCreateIntegration', { ...body, pageId: '1' }))).statusCode).toBe(400);
  });

  it('loses its ad account, and then itself', async () => {
    const { ads, body } = await openAds();
    const [account] = await ads('fbGetAdAccounts', body);
    expect(account).toMatchObject({ accountStatus: 'ACTIVE', integrationConnected: true });
    const path = { adAccountId: account.id };
    expect(await ads('fbGetAdAccount', { ...path, ...body })).toMatchObject({
      id: account.id,
      timezoneName: 'America/Chicago',
    });
    await ads('fbDeleteAdAccount', path, body);
    expect(await ads('fbGetIntegration', body)).not.toHaveProperty('fbAdAccountId');
    expect(await ads('fbGetAdAccounts', { ...body, type: 'AD_MANAGER' })).toEqual([]);
    expect((await refusalOf(ads('fbDeleteAdAccount', path, body))).statusCode).toBe(400);
    expect((await refusalOf(ads('fbUpsertCampaign', body))).response.message).toBe('No ad account is connected');

    await ads('fbDeleteIntegration', body);
    expect((await refusalOf(ads('fbGetIntegration', body))).statusCode).toBe(400);
    const [page] = await ads('fbGetPages', body);
    const linked = await ads('fbCreateIntegration', { ...body, pageId: page.id, adAccountId: account.id });
    expect(linked).toMatchObject({ fbAdAccountId: account.id, pages: [{ id: page.id }] });
  });
});

describe('forms', () => {
  it('of a page are created, listed newest first and read whole', async () => {
    const { ads, body, passMs } = await openAds();
    const { fbDefaultPageId: pageId } = await ads('fbGetIntegration', body);
    const form = {
      ...{ ...body, type: 'HIGHER_INTENT', name: 'Trial', privacyPolicyLink: 'https://example.com/privacy' },
      questions: [{ key: 'email', type: 'EMAIL', label: 'E-mail' }],
      thankYouPage: {
        title: 'Thanks',
        body: 'Bye',
        buttonText: 'Go',
        buttonType: 'VIEW_WEBSITE',
        buttonLink: 'https://example.com',
      },
    };
    passMs(1_000);
    const created = await ads('fbCreatePageLeadForm', { pageId }, form);
    expect(created).toMatchObject({ name: 'Trial', pageId, status: 'ACTIVE', page: { id: pageId } });
    const listed = await ads('fbGetPageLeadForms', { pageId, ...body });
    expect(namesOf(listed)).toEqual(['Trial', 'Call me back']);
    expect(created).toMatchObject(listed[0]);
    const whole = await ads('fbGetLeadForm', { leadFormId: created.id, ...body });
    expect(whole).toMatchObject({
      ...{ id: created.id, isOptimizedForQuality: true, privacyPolicyUrl: 'https://example.com/privacy' },
      thankYouPage: { title: 'Thanks', websiteUrl: 'https://example.com' },
      questions: [{ key: 'email', type: 'EMAIL' }],
    });
    expect((await refusalOf(ads('fbCreatePageLeadForm', { pageId }, { ...form, questions: [] }))).statusCode).toBe(422);
    expect((await refusalOf(ads('fbGetPageLeadForms', { pageId: '1', ...body }))).statusCode).toBe(400);
  });

  it('of a conversation are created and listed, under another name of their id', async () => {
    const { ads, body, passMs } = await openAds();
    passMs(1_000);
    const questions = [{ question: 'Where?', response: 'Here' }];
    const created = await ads('fbCreateConversationForm', { ...body, name: 'Where', text: 'Hello', questions });
    const [listed] = await ads('fbGetConversationForms', body);
    expect(listed).toMatchObject({ id: created._id, name: 'Where', text: 'Hello', questions });
  });
});

describe('pixels', () => {
  it('are created, renamed and listed', async () => {
    const { ads, body } = await openAds();
    const { id } = await ads('fbUpsertPixel', { ...body, type: 'FUNNEL_EVENT', name: 'Funnel' });
    const rename = { ...body, type: 'FUNNEL_EVENT', conversionPixelId: id, name: 'Shop' };
    expect(await ads('fbUpsertPixel', rename)).toMatchObject({ success: true });
    const { items, total } = await ads('fbGetPixels', body);
    expect(total).toBe(2);
    expect(items[1]).toMatchObject({ fbPixelId: id, name: 'Shop', type: 'FUNNEL_EVENT' });
    expect(items[1].fbPixelCode).toContain(id);
  });

  it('of Instagram exist once for an account', async () => {
    const { ads, body } = await openAds();
    const create = (change: object = {}) => ads('fbUpsertPixel', { ...body, type: 'INSTAGRAM_DM', ...change });
    expect((await refusalOf(create())).statusCode).toBe(400);
    const { id } = await create({ igUserId: 'ig1' });
    expect((await refusalOf(create({ igUserId: 'ig1' }))).statusCode).toBe(400);
    expect((await refusalOf(create({ conversionPixelId: id }))).statusCode).toBe(400);
    expect(await ads('fbGetPixels', { ...body, channel: 'IG' })).toEqual([{ id }]);
    expect((await ads('fbGetPixels', body)).total).toBe(1);
  });
});

describe('custom audiences', () => {
  async function openAudiences() {
    const opened = await openAds();
    const { ads, body } = opened;
    const { fbAdAccountId: adAccountId } = await ads('fbGetIntegration', body);
    const list = (type = 'all') => ads('fbGetCustomAudiences', { ...body, type, adAccountId });
    const [{ id: audienceId }] = await list('custom');
    return { ...opened, list, audienceId, read: () => ads('fbGetCustomAudienceById', { audienceId, ...body }) };
  }

  it('are listed by kind, renamed and deleted', async () => {
    const { ads, body, list, read, audienceId } = await openAudiences();
    expect(namesOf(await list('lookalike'))).toEqual(['People like our customers']);
    expect(namesOf(await list('custom'))).toEqual(['Customers', 'Visitors of the website']);
    const answer = await ads('fbUpdateCustomAudience', { audienceId }, { ...body, name: 'Buyers', description: 'All' });
    expect(answer).toMatchObject({ status: 200, msg: 'Successfully updated audience' });
    expect(await read()).toMatchObject({ name: 'Buyers', description: 'All', approximateCountLowerBound: 1000 });
    expect(Number.isInteger((await read()).timeCreated)).toBe(true);
    await ads('fbDeleteCustomAudience', { audienceId, ...body });
    expect((await refusalOf(read())).statusCode).toBe(400);
    expect(await list()).toHaveLength(2);
  });

  it('take and lose contacts of their location', async () => {
    const { ads, body, audienceId, sandbox, locationId, otherLocationId } = await openAudiences();
    const members = () => (sandbox.world.collection('facebook-custom-audiences').get(audienceId) as Answer).memberIds;
    const before = members();
    const contactId = sandbox.world.collection('contacts').inLocation(locationId).at(-1)?.id;
    const stranger = sandbox.world.collection('contacts').inLocation(otherLocationId)[0]?.id;
    await ads('fbAddCustomAudienceMember', { audienceId }, { ...body, contactId });
    await ads('fbAddCustomAudienceMember', { audienceId }, { ...body, contactId });
    expect(members()).toEqual([...before, contactId]);
    await ads('fbRemoveCustomAudienceMember', { audienceId }, { ...body, contactId });
    expect(members()).toEqual(before);
    const wrong = ads('fbAddCustomAudienceMember', { audienceId }, { ...body, contactId: stranger });
    expect((await refusalOf(wrong)).statusCode).toBe(400);
  });

  it('remember where members came from in bulk', async () => {
    const { ads, body, audienceId, read } = await openAudiences();
    const batch = (change: object) =>
      ads('fbBatchUpdateAudienceMembers', { audienceId }, { ...body, operationType: 'ADD', ...change });
    expect(await batch({ smartlistIds: ['list1'], dynamicAudience: 'true' })).toMatchObject({ success: true });
    expect((await read()).extras).toMatchObject({ type: 'SMARTLIST', dynamic: true, smartLists: [{ id: 'list1' }] });
    expect((await refusalOf(batch({}))).statusCode).toBe(400);
    expect((await refusalOf(batch({ csvPath: '/a.csv', operationType: 'SHUFFLE' }))).statusCode).toBe(400);
  });
});
