import { describe, expect, it } from 'vitest';
import { operations as locationOperations } from '../../../tools/locations/operations.gen.ts';
import { operations } from '../../../tools/snapshots/operations.gen.ts';
import { type Answer, openChecked } from '../checked.ts';
import { refusalOf } from '../sdk.ts';

async function openAgency() {
  const checked = await openChecked(operations, locationOperations);
  const { companyId, sandbox } = checked;
  const snapshots = checked.service('snapshots', sandbox.tokens.agency);
  const { snapshots: all } = await snapshots('getCustomSnapshots', { companyId });
  const list = (query: object = {}) =>
    snapshots('getSnapshotPush', {
      ...{ snapshotId: all[0].id, companyId, from: '2020-01-01', to: '2026-12-31', lastDoc: '', limit: '10' },
      ...query,
    });
  return { ...checked, snapshots, all, list };
}

describe('snapshots', () => {
  it('are listed, own and imported', async () => {
    const { all, service, companyId } = await openAgency();
    expect(all.map(({ type }: Answer) => type)).toEqual(['own', 'own', 'imported']);
    expect((await refusalOf(service('snapshots')('getCustomSnapshots', { companyId }))).statusCode).toBe(401);
  });

  it('are shared by links, each of its own', async () => {
    const { snapshots, all, companyId, locationId, sandbox } = await openAgency();
    const share = (change: object) =>
      snapshots('createSnapshotShareLink', { companyId }, { snapshot_id: all[0].id, share_type: 'link', ...change });
    const [first, second] = [await share({}), await share({})];
    expect(first.shareLink).toContain(first.id);
    expect(second.id).not.toBe(first.id);
    const limited = await share({ share_type: 'location_link', share_location_id: locationId });
    const kept = sandbox.world.collection('snapshot-shares').get(limited.id);
    expect(kept).toMatchObject({ shareType: 'location_link', shareLocationIds: [locationId] });
    for (const change of [
      { snapshot_id: 'none' },
      { share_type: 'agency_link' },
      { share_type: 'location_link' },
      { share_type: 'location_link', share_location_id: `${locationId}, none` },
    ]) {
      expect((await refusalOf(share(change))).statusCode).toBe(400);
    }
  });
});

describe('pushes', () => {
  it('start when a location is made from a snapshot, and are over after a while', async () => {
    const { all, companyId, list, passMs, send, sandbox, snapshots } = await openAgency();
    const { token } = { token: sandbox.tokens.agency };
    const json = { companyId, name: 'New place', snapshotId: all[1].id };
    const { body: location } = await send('POST', '/locations/', { json, token });
    const path = { snapshotId: all[1].id, companyId, locationId: location.id };
    const latest = async () => (await snapshots('getLatestSnapshotPush', path)).data;
    expect(await latest()).toMatchObject({ status: 'processing', completed: [] });
    passMs(5000);
    expect(await latest()).toMatchObject({ status: 'processing', completed: ['custom_values'] });
    passMs(60_000);
    expect(await latest()).toMatchObject({ status: 'completed', pending: [] });
    const { data } = await list({ snapshotId: all[1].id });
    expect(data).toMatchObject([{ locationId: location.id, dateAdded: '9/15/2026, 3:00:00 PM' }]);

    const update = { companyId, snapshot: { id: all[1].id } };
    await send('PUT', `/locations/${location.id}`, { json: update, token });
    expect((await list({ snapshotId: all[1].id })).data).toHaveLength(2);
    expect((await latest()).status).toBe('processing');
    const unknown = await send('POST', '/locations/', { json: { ...json, snapshotId: 'none' }, token });
    expect(unknown.status).toBe(400);
    expect(sandbox.world.collection('locations').all()).toHaveLength(3);
  });

  it('are listed latest first, a page behind the last one seen', async () => {
    const { list, locationId, otherLocationId } = await openAgency();
    const { data } = await list();
    expect(data.map((push: Answer) => push.locationId)).toEqual([otherLocationId, locationId]);
    const first = await list({ limit: '1' });
    const second = await list({ limit: '1', lastDoc: first.data[0].id });
    expect([...first.data, ...second.data]).toEqual(data);
    expect((await list({ lastDoc: data[1].id })).data).toEqual([]);
    expect((await refusalOf(list({ lastDoc: 'none' }))).statusCode).toBe(400);
  });

  it('are found by ISO dates only', async () => {
    const { list } = await openAgency();
    expect((await list({ from: '2025-10-01T00:00:00Z' })).data).toHaveLength(1);
    expect((await list({ from: '2025-11-20', to: '2025-11-18' })).data).toEqual([]);
    expect((await list({ from: '2025-11-19', to: '2025-11-19' })).data).toHaveLength(1);
    expect((await list({ from: '10-10-2022 12:00 AM', to: '12-18-2026 11:59 PM' })).data).toEqual([]);
  });

  it('are unknown for a location that never had one', async () => {
    const { snapshots, all, companyId, locationId } = await openAgency();
    const latest = snapshots('getLatestSnapshotPush', { snapshotId: all[2].id, companyId, locationId });
    expect((await refusalOf(latest)).statusCode).toBe(400);
  });
});
