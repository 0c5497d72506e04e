import { describe, expect, it } from 'vitest';
import type { Answer } from '../checked.ts';
import { refusalOf } from '../sdk.ts';
import { type Ads, namesOf, openAds, publicationMs } from './start.ts';

async function openLinked() {
  const opened = await openAds();
  const { ads, body } = opened;
  const [account] = await ads('liGetAdAccounts', body);
  const link = { adAccountName: account.name, currencyCode: 'USD', organizationId: account.organizationId };
  const integration = await ads('liCreateIntegration', { ...body, adAccountId: String(account.id), ...link });
  return { ...opened, account, integration };
}

const build = ({ ads, body }: Ads, change: object = {}): Promise<Answer> =>
  ads('liUpsertCampaignGroup', {
    ...{ ...body, name: 'Hiring', objectiveType: 'LEAD_GENERATION', budget: { budgetType: 'DAILY', amount: 8 } },
    adCampaigns: [{ name: 'Nurses', ads: [{ name: 'Ad', headline: 'Join us' }] }],
    ...change,
  });

const read = ({ ads, body }: Ads, adId: string) => ads('liGetCampaignGroup', { adId, ...body });

describe('the link to LinkedIn', () => {
  it('is made with an account of the person, and taken away', async () => {
    const { ads, body, account, integration } = await openLinked();
    expect(account).toMatchObject({ id: expect.any(Number), status: 'ACTIVE', currency: 'USD' });
    expect(integration).toMatchObject({ status: 'connected', adAccountId: String(account.id), currencyCode: 'USD' });
    expect(await ads('liGetIntegration', body)).toMatchObject({
      status: 'connected',
      organizationId: account.organizationId,
    });
    const path = { ...body, adAccountId: String(account.id) };
    expect((await ads('liGetAdAccountDetails', path)).id).toBe(account.id);
    await ads('liDeleteAdAccount', path);
    const after = await ads('liGetIntegration', body);
    expect(after.status).toBe('disconnected');
    expect(after).not.toHaveProperty('adAccountId');
    expect((await refusalOf(ads('liDeleteAdAccount', path))).statusCode).toBe(400);
  });

  it('is needed for what shall be published', async () => {
    const opened = await openAds();
    expect((await refusalOf(build(opened))).response.message).toBe('LinkedIn integration not found');
    expect((await refusalOf(opened.ads('liGetIntegration', opened.body))).statusCode).toBe(400);
  });
});

describe('campaign groups', () => {
  it('are written and read whole, and keep what a change does not name', async () => {
    const opened = await openLinked();
    const group = await build(opened);
    const [campaign] = group.adCampaigns;
    expect(group).toMatchObject({
      ...{
        name: 'Hiring',
        publishingStatus: 'DRAFT',
        linkedInAdAccountId: String(opened.account.id),
        linkedInError: '',
      },
      adCampaigns: [
        { name: 'Nurses', adCampaignGroupId: group.id, ads: [{ headline: 'Join us', adCampaignId: campaign.id }] },
      ],
    });
    await opened.ads('liUpsertCampaignGroup', {
      ...{ ...opened.body, id: group.id, name: 'Hiring now' },
      adCampaigns: [{ id: campaign.id, name: 'Nurses and doctors' }, { name: 'Desk' }],
    });
    const changed = await read(opened, group.id);
    expect(changed).toMatchObject({ name: 'Hiring now', budget: { amount: 8 }, objectiveType: 'LEAD_GENERATION' });
    expect(namesOf(changed.adCampaigns)).toEqual(['Nurses and doctors', 'Desk']);
    expect(changed.adCampaigns[0].ads).toEqual(campaign.ads);
    const theirs = opened.neighbour('liGetCampaignGroup', { adId: group.id, locationId: opened.otherLocationId });
    expect((await refusalOf(theirs)).statusCode).toBe(400);
  });

  it('are published, and paused part by part', async () => {
    const opened = await openLinked();
    const { ads, body, passMs } = opened;
    const { id, adCampaigns } = await build(opened);
    const change = (adId: string, type: string, operationType: string) =>
      ads('liUpdateAdStatus', { adId, ...body }, { type, operationType });
    expect((await refusalOf(change(id, 'adGroup', 'PAUSED'))).statusCode).toBe(400);
    expect(await ads('liPublishCampaignGroup', { adId: id }, body)).toMatchObject({ success: true });
    expect((await read(opened, id)).adCampaigns[0].publishingStatus).toBe('PUBLISHING');
    passMs(publicationMs);
    const statusOf = async () => {
      const { publishingStatus, adCampaigns: parts } = await read(opened, id);
      return [publishingStatus, parts[0].publishingStatus, parts[0].ads[0].publishingStatus];
    };
    expect(await statusOf()).toEqual(['PUBLISHED', 'PUBLISHED', 'PUBLISHED']);
    await change(adCampaigns[0].ads[0].id, 'ad', 'ARCHIVED');
    await change(adCampaigns[0].id, 'adCampaign', 'PAUSED');
    expect(await statusOf()).toEqual(['PUBLISHED', 'PAUSED', 'ARCHIVED']);
    await change(adCampaigns[0].id, 'adCampaign', 'RESUME');
    await change(id, 'adGroup', 'PAUSED');
    expect(await statusOf()).toEqual(['PAUSED', 'PUBLISHED', 'ARCHIVED']);
    expect((await refusalOf(change(id, 'ad', 'PAUSED'))).statusCode).toBe(400);
    expect((await build(opened, { id, adCampaigns: undefined })).unpublishedChanges).toBe(true);
  });

  it('are not published empty', async () => {
    const opened = await openLinked();
    const { ads, body } = opened;
    const { id } = await build(opened, { adCampaigns: [] });
    expect((await refusalOf(ads('liPublishCampaignGroup', { adId: id }, body))).statusCode).toBe(400);
    await build(opened, { id, adCampaigns: [{ name: 'Empty' }] });
    expect((await refusalOf(ads('liPublishCampaignGroup', { adId: id }, body))).statusCode).toBe(400);
  });
});

describe('lead forms', () => {
  it('are created and listed, with a review once LinkedIn has looked', async () => {
    const { ads, body, account, passMs } = await openLinked();
    const text = { localized: { en_US: 'Hello' } };
    const form = {
      ...{ name: 'Apply', state: 'PUBLISHED', creationLocale: { country: 'US', language: 'en' } },
      owner: { sponsoredAccount: `urn:li:sponsoredAccount:${account.id}` },
      content: {
        ...{ headline: text, questions: [] },
        postSubmissionInfo: {
          message: text,
          callToAction: {
            callToActionTarget: { landingPageUrl: 'https://example.com' },
            callToActionLabel: 'LEARN_MORE',
          },
        },
        legalInfo: { consents: [], privacyPolicyUrl: 'https://example.com/privacy' },
      },
    };
    const accountId = String(account.id);
    const created = await ads('liCreateLeadForm', { accountId, ...body }, form);
    expect(created).toMatchObject({ ...form, id: expect.any(Number), hiddenFields: [] });
    expect(created).not.toHaveProperty('reviewInfo');
    passMs(3_600_000);
    const [listed] = await ads('liGetLeadForms', { accountId, ...body });
    expect(listed).toMatchObject({ ...form, id: created.id, reviewInfo: { reviewStatus: 'APPROVED' } });
    expect((await refusalOf(ads('liGetLeadForms', { accountId: '1', ...body }))).statusCode).toBe(400);
  });
});
