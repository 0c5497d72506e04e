import { join } from 'node:path';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { createFolder } from '../support/run.ts';

export interface TestWorld {
  readonly sandbox: Sandbox;
  readonly locationId: string;
  /** A contact for notes to be written about. */
  readonly contactId: string;
  /** Settings of a server that works in it, with a state folder of its own. */
  readonly environment: Readonly<Record<string, string>>;
  /** How often each name was created, by the sandbox's books. */
  countNotes(): Map<string, number>;
  countContacts(): Map<string, number>;
  close(): Promise<void>;
}

/** The location allows duplicates, so that nothing but the server stands between a repetition and a second record. */
export async function createTestWorld(options: SandboxOptions = {}): Promise<TestWorld> {
  const sandbox = createSandbox({ logSize: 50_000, indexLagMs: 200, ...options });
  const { url } = await sandbox.listen();
  const { world, tokens } = sandbox;
  const [locationId] = world.locationIds;
  const location = world.collection<LocationRecord>('locations').get(locationId);
  const [contact] = world.collection<ContactRecord>('contacts').inLocation(locationId);
  if (location === undefined || contact === undefined) throw new Error('the sandbox has no location or no contact');
  world.collection<LocationRecord>('locations').update(locationId, {
    settings: { ...location.settings, allowDuplicateContact: true },
  });
  const folder = createFolder('reliability');
  return {
    sandbox,
    locationId,
    contactId: contact.id,
    environment: {
      HIGHLEVEL_BASE_URL: url,
      HIGHLEVEL_TOKEN: tokens.location,
      HIGHLEVEL_LOCATION_ID: locationId,
      HIGHLEVEL_STATE: folder,
      HIGHLEVEL_AUDIT: join(folder, 'audit'),
      HIGHLEVEL_CONFIRM: 'off',
      // Each server reads the zone once; experiments count their own calls only.
      HIGHLEVEL_TIME_ZONE: 'UTC',
      HIGHLEVEL_SETTLE_SECONDS: '1',
    },
    countNotes: () =>
      count(
        world
          .collection<NoteRecord>('notes')
          .all()
          .map(({ body }) => body),
      ),
    countContacts: () =>
      count(
        world
          .collection<ContactRecord>('contacts')
          .all()
          .map(({ email }) => email ?? ''),
      ),
    async close() {
      await sandbox.close();
    },
  };
}

interface BookRecord {
  readonly id: string;
  readonly locationId: string;
}

interface LocationRecord extends BookRecord {
  readonly settings: Readonly<Record<string, unknown>>;
}

interface ContactRecord extends BookRecord {
  readonly email?: string;
}

interface NoteRecord extends BookRecord {
  readonly body: string;
}

function count(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
