import { describe, expect, it } from 'vitest';
import { operations } from '../../../tools/saas-api/operations.gen.ts';
import { type Answer, openChecked } from '../checked.ts';
import { refusalOf } from '../sdk.ts';

async function openAgency() {
  const checked = await openChecked(operations);
  const { companyId, otherLocationId, locationId, sandbox } = checked;
  const saas = checked.service('saasApi', sandbox.tokens.agency);
  const plans: Answer[] = await saas('getAgencyPlans', { companyId });
  const contactId = sandbox.world.collection('contacts').inLocation(locationId)[0]?.id;
  const v2 = { companyId, isSaaSV2: true, contactId, providerLocationId: locationId };
  return {
    ...checked,
    saas,
    plans,
    v2,
    subscriptionOf: (id: string) => saas('getLocationSubscription', { locationId: id, companyId }),
    enable: (change: object = {}) => saas('enableSaasLocation', { locationId: otherLocationId }, { ...v2, ...change }),
    sendAsAgency: (method: string, path: string, json?: object) =>
      checked.send(method, path, { ...(json && { json }), token: sandbox.tokens.agency, version: 'v3' }),
  };
}

describe('plans', () => {
  it('are listed and read, under the old path as under the new one', async () => {
    const { saas, plans, companyId } = await openAgency();
    expect(plans.map(({ title }) => title)).toEqual(['Starter', 'Growth', 'Scale']);
    expect(await saas('getAgencyPlansDeprecated', { companyId })).toEqual(plans);
    const [{ planId }] = plans;
    const plan = await saas('getSaasPlan', { planId, companyId });
    expect(plan).toMatchObject({ planId, companyId, title: 'Starter', setupFee: 0 });
    const old = await saas('getSaasPlanDeprecated', { planId, companyId });
    expect({ ...old, traceId: '' }).toEqual({ ...plan, traceId: '' });
    expect((await refusalOf(saas('getSaasPlan', { planId: 'none', companyId }))).statusCode).toBe(404);
    expect((await refusalOf(saas('getAgencyPlans', { companyId: 'other' }))).statusCode).toBe(403);
  });

  it('are for agencies only', async () => {
    const { service, companyId } = await openAgency();
    expect((await refusalOf(service('saasApi')('getAgencyPlans', { companyId }))).statusCode).toBe(401);
  });
});

describe('SaaS mode', () => {
  it('is switched on without a plan, then with one, and is found by its Stripe ids', async () => {
    const { enable, subscriptionOf, otherLocationId, companyId, plans, saas } = await openAgency();
    const blank = await subscriptionOf(otherLocationId);
    expect(blank).toMatchObject({ locationId: otherLocationId, companyId, isSaaSV2: false });
    expect(blank).not.toHaveProperty('saasMode');

    const { data } = await enable();
    expect(data).toMatchObject({ ok: true });
    expect(await subscriptionOf(otherLocationId)).toMatchObject({ saasMode: 'setup_pending' });

    const starter = plans[0];
    const priceId = starter.prices[1].id;
    await enable({ saasPlanId: starter.planId, priceId });
    const subscription = await subscriptionOf(otherLocationId);
    const planned = { saasPlanId: starter.planId, priceId, subscriptionStatus: 'trialing' };
    expect(subscription).toMatchObject({ saasMode: 'saasV2', ...planned });
    const { customerId, subscriptionId } = subscription;
    expect(await saas('locations', { companyId, customerId, subscriptionId })).toEqual([otherLocationId]);
    expect(await saas('locationsDeprecated', { companyId, customerId })).toEqual([otherLocationId]);
    expect((await refusalOf(saas('locationsDeprecated', { companyId }))).statusCode).toBe(400);
    expect((await refusalOf(enable())).statusCode).toBe(400);
  });

  it('tells what each generation lacks', async () => {
    const { enable, subscriptionOf, otherLocationId } = await openAgency();
    const messagesOf = async (change: object) => (await refusalOf(enable(change))).response.message;
    expect(await messagesOf({ contactId: undefined })).toEqual(['contactId should not be empty']);
    expect(await messagesOf({ isSaaSV2: false, name: 'A' })).toEqual([
      'stripeAccountId should not be empty',
      'email should not be empty',
    ]);
    expect(await messagesOf({ contactId: 'nobody' })).toBe('Contact not found');
    expect(await messagesOf({ saasPlanId: 'none' })).toBe('Saas plan not found');
    expect(await subscriptionOf(otherLocationId)).not.toHaveProperty('saasMode');
    const stripe = { stripeAccountId: 'acct_sandbox', stripeCustomerId: 'cus_sandbox1' };
    await enable({ isSaaSV2: false, name: 'Jo Doe', email: 'jo@example.com', ...stripe });
    expect(await subscriptionOf(otherLocationId)).toMatchObject({ customerId: 'cus_sandbox1' });
  });

  it('is switched on for many and off again, with the wallet', async () => {
    const { saas, companyId, locationId, otherLocationId, plans, subscriptionOf, sendAsAgency } = await openAgency();
    const list = (page: number) => saas('getSaasLocations', { companyId, page });
    expect((await list(1)).locations).toMatchObject([
      { locationId, subscriptionInfo: { subscriptionStatus: 'active' } },
    ]);
    const before = await subscriptionOf(locationId);
    const locationIds = [locationId, otherLocationId];
    const actionPayload = { saasPlanId: plans[2].planId };
    const bulk = { locationIds, isSaaSV2: true, actionPayload };
    expect(await saas('bulkEnableSaas', { companyId }, bulk)).toMatchObject({ success: true });
    expect(await subscriptionOf(locationId)).toMatchObject({ subscriptionId: before.subscriptionId });
    expect(await subscriptionOf(otherLocationId)).toMatchObject({ saasPlanId: plans[2].planId });
    const pagination = { page: 1, limit: 10, total: 2, totalPages: 1, hasNext: false, hasPrev: false };
    expect((await list(1)).pagination).toEqual(pagination);
    expect(await list(2)).toMatchObject({ locations: [], pagination: { hasPrev: true } });

    const wallet = `/saas-api/public-api/companies/${companyId}/locations/${locationId}/wallet-balance`;
    expect((await sendAsAgency('GET', wallet)).body).toMatchObject({ balance: 48.25 });
    const unknown = saas('bulkDisableSaas', { companyId }, { locationIds: [locationId, 'none'] });
    expect((await refusalOf(unknown)).statusCode).toBe(404);
    await saas('bulkDisableSaas', { companyId }, { locationIds });
    expect((await list(1)).pagination.total).toBe(0);
    expect((await sendAsAgency('GET', wallet)).status).toBe(404);
  });

  it('can change hands to another subscription, and pause', async () => {
    const { saas, companyId, locationId, otherLocationId, subscriptionOf, sandbox } = await openAgency();
    const ids = { companyId, customerId: 'cus_sandbox2', subscriptionId: 'sub_sandbox2' };
    expect(await saas('generatePaymentLink', { locationId }, ids)).toBe('success');
    expect(await subscriptionOf(locationId)).toMatchObject(ids);
    const none = saas('updateSaasSubscriptionDeprecated', { locationId: otherLocationId }, ids);
    expect((await refusalOf(none)).statusCode).toBe(400);
    const isPaused = () => (sandbox.world.collection('saas-accounts').get(locationId) as Answer).isPaused;
    expect(await saas('pauseLocation', { locationId }, { companyId, paused: true })).toBe(true);
    expect(isPaused()).toBe(true);
    expect(await saas('pauseLocationDeprecated', { locationId }, { companyId, paused: false })).toBe(true);
    expect(isPaused()).toBe(false);
  });
});

describe('rebilling', () => {
  it('adds up product by product', async () => {
    const { saas, companyId, locationId, otherLocationId, sandbox } = await openAgency();
    const update = (product: string, config: object, locationIds = [locationId, otherLocationId]) =>
      saas('updateRebilling', { companyId }, { product, locationIds, config });
    await update('Phone', { optIn: true, enabled: true, markup: 20 });
    await update('Phone', { markup: 5 }, [locationId]);
    await update('Email', { enabled: false });
    const rebillingOf = (id: string) => (sandbox.world.collection('saas-accounts').get(id) as Answer).rebilling;
    const email = { enabled: false };
    expect(rebillingOf(locationId)).toEqual({ Phone: { optIn: true, enabled: true, markup: 5 }, Email: email });
    expect(rebillingOf(otherLocationId).Phone.markup).toBe(20);
    expect((await refusalOf(update('Phone', { markup: -1 }))).statusCode).toBe(422);
    expect((await refusalOf(update('Fax', {}))).statusCode).toBe(422);
  });

  it('waits for a card while the sub-account is set up, with multipliers kept as percentages', async () => {
    const { enable, sendAsAgency, companyId, otherLocationId } = await openAgency();
    const attach = (attachedRebillingConfig: object) =>
      sendAsAgency('POST', `/saas/allow-attach-rebilling/${otherLocationId}`, { companyId, attachedRebillingConfig });
    const Phone = { enabled: true, markup: 4 };
    expect((await attach({ Phone })).status).toBe(422);
    await enable();
    const { body } = await attach({ Phone, Email: { enabled: true, markup: 1.05, price: 0.01 } });
    expect(body.attachedRebillingConfig).toEqual({
      Phone: { enabled: true, markup: 300 },
      Email: { enabled: true, markup: 5, price: 0.01 },
    });
    expect((await attach({ Fax: Phone })).status).toBe(422);
  });
});

describe('wallets', () => {
  it('take free credits', async () => {
    const { sendAsAgency, companyId, locationId, otherLocationId } = await openAgency();
    const pathOf = (id: string) => `/saas-api/public-api/companies/${companyId}/locations/${id}/wallet-balance`;
    const give = (amount: number) =>
      sendAsAgency('POST', `${pathOf(locationId)}/complimentary-credits`, { complimentaryCreditsAmount: amount });
    expect((await give(2.5)).body).toMatchObject({ balance: 48.25, complimentaryCredits: 12.5 });
    expect((await give(-1)).status).toBe(400);
    expect((await sendAsAgency('GET', pathOf(locationId))).body).toMatchObject({ complimentaryCredits: 12.5 });
    expect((await sendAsAgency('GET', pathOf(otherLocationId))).status).toBe(404);
  });
});
