/** Snapshots: copies of a sub-account's set-up that an agency loads into others. Agency tokens only. */
import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

const snapshotId = 'from snapshots_snapshot_list';

export const guides = {
  'GET /snapshots/': {
    name: 'snapshots_snapshot_list',
    title: 'List snapshots',
    summary:
      'Own and imported snapshots of an agency; agency token only. To load one: locations_location_create or locations_location_update.',
    notes: ['They take it as snapshotId and as snapshot.'],
    risk: 'read',
    paging: { style: 'none', items: 'snapshots' },
    words: ['template account', 'blueprint', 'clone', 'agency setup'],
  },
  'POST /snapshots/share/link': {
    name: 'snapshots_share_link_create',
    title: 'Create a snapshot share link',
    summary:
      'Makes a link by which others import a snapshot; no call takes it back. permanent_link works for anybody, without end.',
    notes: [
      'link works once. Needs an agency token.',
      'agency_link is limited to the agencies in relationship_number, location_link to the sub-accounts in share_location_id.',
      'Every call makes another link.',
    ],
    risk: 'high-impact',
    findOut: {
      looks: [],
      check: 'Links cannot be listed; one whose address nobody has does no harm, so a new one can be made.',
    },
    hints: {
      snapshot_id: snapshotId,
      share_type: 'link: once; permanent_link: anybody, always',
      relationship_number: 'with agency_link; comma separated',
      share_location_id: 'with location_link; comma separated',
    },
    words: ['sell snapshot', 'give away', 'share template', 'export'],
    examples: [
      {
        ask: 'Make a link so that only this client account can import the snapshot',
        args: {
          companyId: '5DP4iH6HLkQsiKESj6rh',
          snapshot_id: '1eM2UgkfaECOYyUdCo9Pa',
          share_type: 'location_link',
          share_location_id: 've9EPM428h8vShlRW1KT',
        },
      },
    ],
  },
  'GET /snapshots/snapshot-status/{snapshotId}': {
    name: 'snapshots_push_list',
    title: 'List pushes of a snapshot',
    summary:
      'Sub-accounts a snapshot was pushed to in a period, with the status of each. Which assets are done in one of them: snapshots_push_get.',
    notes: [
      'An empty answer may mean dates in a wrong form: only ISO 8601 or YYYY-MM-DD works, not the form of the older page (issue #181).',
    ],
    risk: 'read',
    paging: { style: 'last-id', items: 'data', size: 'limit', defaultSize: 20, next: { lastDoc: '$last.id' } },
    hints: {
      snapshotId,
      from: 'YYYY-MM-DD or ISO 8601',
      to: 'YYYY-MM-DD or ISO 8601',
      lastDoc: 'id of the last item before',
    },
    words: ['rollout', 'loaded where', 'deployment', 'status'],
    examples: [
      {
        ask: 'Where was this snapshot pushed in June 2026?',
        args: {
          snapshotId: '1eM2UgkfaECOYyUdCo9Pa',
          companyId: '5DP4iH6HLkQsiKESj6rh',
          from: '2026-06-01',
          to: '2026-06-30',
          limit: 20,
        },
      },
    ],
  },
  'GET /snapshots/snapshot-status/{snapshotId}/location/{locationId}': {
    name: 'snapshots_push_get',
    title: 'Get the latest push to a sub-account',
    summary:
      'How far the latest push of a snapshot into one sub-account is: finished and pending assets. Use it to wait after locations_location_create.',
    notes: ['There is no list of the snapshots a sub-account has: both ids are needed (issue #220).'],
    risk: 'read',
    hints: { snapshotId },
    words: ['load status', 'progress', 'provisioning', 'finished'],
  },
} as const satisfies Guides<typeof operations>;
