/** The companies that contacts work for. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

/** Who or what wrote a business. */
export interface BusinessAuthor {
  readonly source: 'INTEGRATION' | 'WEB_USER';
  readonly sourceId: string;
  readonly channel: 'OAUTH' | 'APP';
  readonly createdAt: string;
}

export interface Business extends SandboxRecord {
  readonly name: string;
  readonly phone?: string;
  readonly email?: string;
  readonly website?: string;
  readonly address?: string;
  readonly city?: string;
  readonly state?: string;
  readonly postalCode?: string;
  readonly country?: string;
  readonly description?: string;
  readonly createdBy: BusinessAuthor;
  readonly updatedBy: BusinessAuthor;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const businesses = (world: World): Collection<Business> => world.collection<Business>('businesses');
