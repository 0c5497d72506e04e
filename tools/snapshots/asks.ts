import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with snapshots. */
export const asks = {
  'GET /snapshots/': [
    'list our snapshots',
    'which account templates does the agency have',
    'find the dental niche snapshot',
    'imported snapshots from other agencies',
    'snapshot id for a new client account',
    'prebuilt setups we can load',
  ],
  'POST /snapshots/share/link': [
    'share a snapshot with another agency',
    'create a snapshot share link',
    'let somebody import our account template',
    'sell our snapshot, get a link',
    'one-time link for a snapshot',
    'give a partner our funnels and workflows setup',
  ],
  'GET /snapshots/snapshot-status/{snapshotId}': [
    'which sub-accounts got this snapshot',
    'snapshot push history',
    'list pushes between two dates',
    'did the snapshot update reach all clients',
    'failed snapshot loads',
    'rollout status across accounts',
  ],
  'GET /snapshots/snapshot-status/{snapshotId}/location/{locationId}': [
    'is the snapshot done loading in this account',
    'latest push to one sub-account',
    'which assets are still pending',
    'new client account looks empty, did the template load',
    'snapshot progress for a single location',
    'wait until the setup is finished',
  ],
} as const satisfies Asks<typeof operations>;
