import { describe, expect, it } from 'vitest';
import { sandboxMeters } from '../../../src/sandbox/domains/marketplace/records.ts';
import { createTokenPair } from '../../../src/sandbox/domains/oauth/grants.ts';
import { sandboxApp } from '../../../src/sandbox/domains/oauth/records.ts';
import { operations } from '../../../tools/marketplace/operations.gen.ts';
import { operations as oauthOperations } from '../../../tools/oauth/operations.gen.ts';
import { type Answer, openChecked } from '../checked.ts';
import { refusalOf } from '../sdk.ts';

const { appId, versionId, clientId } = sandboxApp;
const [fixed, dynamic] = sandboxMeters;

/** An app with a token of the first location and one of the agency. */
async function openApp() {
  const checked = await openChecked(operations, oauthOperations);
  const { companyId, locationId, sandbox } = checked;
  const userId = sandbox.world.collection('users').all()[0]?.id ?? '';
  const mint = (grant: { userType: 'Company' } | { userType: 'Location'; grantedLocationId: string }) =>
    createTokenPair(sandbox.world, { ...grant, userId, clientId }).accessToken;
  const atLocation = (id: string) => mint({ userType: 'Location', grantedLocationId: id });
  const agencyToken = mint({ userType: 'Company' });
  const app = checked.service('marketplace', atLocation(locationId));
  const charge = (change: object = {}) =>
    app('charge', {
      ...{ appId, companyId, locationId, meterId: fixed.id, eventId: 'event-1', description: 'Cards', units: 10 },
      ...change,
    });
  const wallet = () => sandbox.world.collection('wallets').inLocation(locationId)[0] as Answer;
  return { ...checked, app, charge, wallet, atLocation, agencyToken };
}

describe('charges', () => {
  it('are taken from the wallet, credits first, and refunded once', async () => {
    const { app, charge, wallet } = await openApp();
    const { chargeId } = await charge({ userId: 'user-1' });
    expect(wallet()).toMatchObject({ complimentaryCredits: 1.5, balance: 48.25 });
    const read = () => app('getSpecificCharge', { chargeId });
    const meta = { eventId: 'event-1', description: 'Cards', userId: 'user-1' };
    expect(await read()).toMatchObject({ amountCharged: 8.5, pricePerUnit: 0.85, refunded: false, meta });
    await charge();
    expect(wallet()).toMatchObject({ complimentaryCredits: 0, balance: 41.25 });

    await app('deleteCharge', { chargeId });
    expect((await read()).refunded).toBe(true);
    expect(wallet().balance).toBe(49.75);
    expect((await refusalOf(app('deleteCharge', { chargeId }))).statusCode).toBe(400);
    const unknown = await refusalOf(app('getSpecificCharge', { chargeId: 'none' }));
    expect([unknown.statusCode, unknown.response.message]).toEqual([404, 'Charge not found']);
  });

  it('are listed newest first, filtered and in pages', async () => {
    const { app, charge } = await openApp();
    const all = await app('getCharges', {});
    expect(all).toMatchObject({ count: 4, pagination: { total: 4, skip: 0, limit: 10 } });
    expect(all.charges.map(({ transactionType }: Answer) => transactionType)).toContain('refund');
    const { chargeId } = await charge({ meterId: dynamic.id, price: 2.5, units: 2, userId: 'user-9' });
    expect((await app('getCharges', { limit: 1 })).charges).toMatchObject([{ chargeId, amountCharged: 5 }]);
    expect((await app('getCharges', { skip: 4 })).charges).toHaveLength(1);
    const today = { startDate: '2026-09-15', endDate: '2026-09-15' };
    for (const query of [{ userId: 'user-9' }, { eventId: 'event-1' }, { meterId: dynamic.id }, today]) {
      expect((await app('getCharges', query)).charges, JSON.stringify(query)).toMatchObject([{ chargeId }]);
    }
  });

  it.each([
    ['another app', { appId: 'other' }, 400, 'App not found'],
    ['an unknown meter', { meterId: 'none' }, 400, 'Meter not found'],
    ['a price for a fixed meter', { price: 1 }, 400, 'Custom price is not allowed for fixed price meters'],
    ['no price for a dynamic one', { meterId: dynamic.id }, 400, 'price is required for dynamic price meters'],
    ['a price out of bounds', { meterId: dynamic.id, price: 11 }, 400, 'price must be between 1 and 10'],
    ['no units', { units: 0 }, 422, ['units must be a positive number']],
    ['an empty user', { userId: '' }, 422, ['userId should not be empty']],
    ['more than the wallet holds', { units: 1000 }, 400, 'Insufficient funds'],
  ])('are refused for %s', async (_what, change, status, message) => {
    const { charge, wallet } = await openApp();
    const { statusCode, response } = await refusalOf(charge(change));
    expect([statusCode, response.message]).toEqual([status, message]);
    expect(wallet()).toMatchObject({ complimentaryCredits: 10, balance: 48.25 });
  });

  it('are for apps, and has-funds tells what the wallet holds', async () => {
    const { app, service, wallet, sandbox } = await openApp();
    expect((await refusalOf(service('marketplace')('getCharges', {}))).statusCode).toBe(401);
    expect((await app('hasFunds')).hasFunds).toBe(true);
    sandbox.world.collection('wallets').update(wallet().id, { balance: 0, complimentaryCredits: 0 } as object);
    expect((await app('hasFunds')).hasFunds).toBe(false);
  });
});

describe('installations', () => {
  it('tell who installed the app, and hide the agency from a sub-account', async () => {
    const { app, service, agencyToken, companyId, locationId } = await openApp();
    const { installationDetails: here } = await app('getInstallerDetails', { appId });
    expect(here).toMatchObject({ companyId, locationId, companyEmail: null, companyPlan: null });
    const above = await service('marketplace', agencyToken)('getInstallerDetails', { appId });
    expect(above.installationDetails).toMatchObject({ companyId, companyOwnerFullName: 'Robin Hartwell' });
    expect((await refusalOf(app('getInstallerDetails', { appId: 'other' }))).statusCode).toBe(400);
  });

  it('end for one location, and with them its tokens', async () => {
    const { app, atLocation, agencyToken, locationId, otherLocationId, companyId, service } = await openApp();
    const other = service('marketplace', atLocation(otherLocationId));
    expect((await refusalOf(app('uninstallApplication', { appId }, {}))).statusCode).toBe(400);
    await app('uninstallApplication', { appId }, { locationId, reason: 'Not needed' });
    expect((await refusalOf(app('hasFunds'))).statusCode).toBe(401);
    expect((await other('hasFunds')).hasFunds).toBe(true);
    const agency = service('oauth', agencyToken);
    const listed = async (isInstalled: boolean) =>
      (await agency('getInstalledLocation', { companyId, appId, isInstalled })).locations.map(({ _id }: Answer) => _id);
    expect(await listed(true)).toEqual([otherLocationId]);
    expect(await listed(false)).toEqual([locationId]);
    const again = service('marketplace', agencyToken)('uninstallApplication', { appId }, { companyId, locationId });
    expect((await refusalOf(again)).response.message).toBe('App is not installed');
  });

  it('end everywhere for the agency', async () => {
    const { app, agencyToken, companyId, locationId, sandbox, service } = await openApp();
    const byPerson = service('marketplace', sandbox.tokens.agency);
    expect((await refusalOf(byPerson('uninstallApplication', { appId }, { companyId: 'other' }))).statusCode).toBe(403);
    await byPerson('uninstallApplication', { appId }, { companyId });
    expect((await refusalOf(app('hasFunds'))).statusCode).toBe(401);
    const agency = service('marketplace', agencyToken);
    expect((await refusalOf(agency('getInstallerDetails', { appId }))).statusCode).toBe(401);
    expect(sandbox.world.collection('app-removals').get(locationId)).toBeDefined();
  });

  it('have terms, whose meters can be charged', async () => {
    const { app, charge, locationId } = await openApp();
    const { plans } = await app('getRebillingConfigForApp', { appId, locationId });
    expect(plans.usage.map(({ priceType }: Answer) => priceType)).toEqual(['fixed', 'dynamic']);
    expect(await charge({ meterId: plans.usage[0].meterId })).toMatchObject({ success: true });
  });
});

describe('connections of other systems', () => {
  it('are kept once per account, without their secrets', async () => {
    const { app, locationId, sandbox } = await openApp();
    const secret = 'sandbox-secret';
    const migrate = (change: object = {}) =>
      app('migrateConnection', {
        ...{ type: 'basic', locationId, appId, appVersionId: versionId, accountId: 'crm-1', apiKey: secret },
        ...change,
      });
    const { identifier } = await migrate();
    const tokens = { accessToken: secret, refreshToken: secret };
    expect((await migrate({ type: 'oauth2', displayName: 'Old CRM', ...tokens })).identifier).toBe(identifier);
    const kept = sandbox.world.collection('external-connections').inLocation(locationId);
    expect(kept).toMatchObject([{ id: identifier, type: 'oauth2', displayName: 'Old CRM', isDefault: false }]);
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect((await refusalOf(migrate({ type: 'oauth2', accessToken: secret }))).statusCode).toBe(422);
    expect((await refusalOf(migrate({ apiKey: undefined }))).statusCode).toBe(422);
    expect((await refusalOf(migrate({ appId: 'other' }))).statusCode).toBe(404);
  });
});
