/** Snapshots of the agency: listed, shared by link, and followed into sub-accounts. */
import type { Domain } from '../../domain.ts';
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { companies } from '../companies/records.ts';
import { locations } from '../locations/records.ts';
import { parseWindow } from '../locations/slice.ts';
import { splitList } from '../payments/lists.ts';
import { assertOwnCompany } from '../shared/company.ts';
import { getProgress, resolveSnapshot } from './pushes.ts';
import { type SnapshotPush, type SnapshotShare, snapshotPushes, snapshotShares, snapshots } from './records.ts';
import { seedSnapshots } from './seed.ts';

const dayMs = 86_400_000;

/** Epoch milliseconds. Only ISO 8601 and `YYYY-MM-DD` count; with any other form HighLevel finds nothing (issue #181). */
function parseDate(text: string, isEnd: boolean): number {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Date.parse(text) + (isEnd ? dayMs - 1 : 0);
  return /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : Number.NaN;
}

/** `10/28/2022, 6:24:54 PM`, as the documents show it. */
const formatMoment = (epochMs: number): string => new Date(epochMs).toLocaleString('en-US', { timeZone: 'UTC' });

function formatPush(push: SnapshotPush, world: World): Record<string, unknown> {
  const { id, locationId, startedAt } = push;
  return { id, locationId, status: getProgress(world, push).status, dateAdded: formatMoment(startedAt) };
}

/** The pushes of a snapshot, latest first. */
function listPushes(world: World, snapshotId: string): SnapshotPush[] {
  return snapshotPushes(world)
    .all()
    .filter((push) => push.snapshotId === snapshotId)
    .toReversed()
    .toSorted((a, b) => b.startedAt - a.startedAt);
}

/** What stands behind the last item of the page before. Throws 400 for an id that is not of the list. */
function takeAfter(pushes: readonly SnapshotPush[], lastDoc: string): readonly SnapshotPush[] {
  if (lastDoc === '') return pushes;
  const index = pushes.findIndex(({ id }) => id === lastDoc);
  if (index === -1) throw badRequest('lastDoc not found');
  return pushes.slice(index + 1);
}

/** Whom the link is for. Throws 400 when a restricted link names nobody, or a sub-account that is not there. */
function parseShare({ body }: SandboxRequest, world: World): Omit<SnapshotShare, 'id'> {
  const relationshipNumbers = splitList(body.relationship_number) ?? [];
  const shareLocationIds = splitList(body.share_location_id) ?? [];
  if (body.share_type === 'agency_link' && relationshipNumbers.length === 0) {
    throw badRequest('relationship_number is required for agency_link');
  }
  if (body.share_type === 'location_link' && shareLocationIds.length === 0) {
    throw badRequest('share_location_id is required for location_link');
  }
  const stranger = shareLocationIds.find((id) => locations(world).get(id) === undefined);
  if (stranger !== undefined) throw badRequest(`Location ${stranger} not found`);
  const { id: snapshotId } = resolveSnapshot(world, body.snapshot_id);
  const shareType = body.share_type;
  return { locationId: '', snapshotId, shareType, relationshipNumbers, shareLocationIds, createdAt: world.timestamp() };
}

const handlers: Handlers = {
  'GET /snapshots/': (request, world) => {
    assertOwnCompany(request, request.query.companyId);
    const own = snapshots(world).indexed('');
    return { body: { snapshots: own.map(({ id, name, type }) => ({ id, name, type })) } };
  },

  'POST /snapshots/share/link': (request, world) => {
    assertOwnCompany(request, request.query.companyId);
    const { id } = snapshotShares(world).insert({ ...parseShare(request, world), id: world.newId() });
    const host = companies(world).get(world.companyId)?.domain ?? 'agency.example.com';
    return { body: { id, shareLink: `https://${host}/?share=${id}` } };
  },

  'GET /snapshots/snapshot-status/{snapshotId}': (request, world) => {
    const { companyId, from, to, lastDoc = '' } = request.query;
    assertOwnCompany(request, companyId);
    const { id } = resolveSnapshot(world, request.path.snapshotId ?? '');
    const { limit } = parseWindow(request.query, { limit: 10, maxLimit: 100 });
    const [start, end] = [parseDate(from, false), parseDate(to, true)];
    const found = listPushes(world, id).filter(({ startedAt }) => startedAt >= start && startedAt <= end);
    const page = takeAfter(found, lastDoc).slice(0, limit);
    return { body: { data: page.map((push) => formatPush(push, world)) } };
  },

  'GET /snapshots/snapshot-status/{snapshotId}/location/{locationId}': (request, world) => {
    assertOwnCompany(request, request.query.companyId);
    const snapshot = resolveSnapshot(world, request.path.snapshotId ?? '');
    const push = listPushes(world, snapshot.id).find(({ locationId }) => locationId === request.locationId);
    if (push === undefined) throw badRequest('Snapshot push not found');
    return { body: { data: { id: push.id, locationId: push.locationId, ...getProgress(world, push) } } };
  },
};

export const domain: Domain = { name: 'snapshots', handlers, seed: seedSnapshots };
