/** The agency that owns the locations. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface Company extends SandboxRecord {
  readonly locationId: '';
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly website: string;
  readonly domain: string;
  readonly address: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly country: string;
  readonly timezone: string;
  readonly relationshipNumber: string;
  readonly subdomain: string;
  readonly plan: number;
  readonly currency: string;
  readonly status: string;
}

export const companies = (world: World): Collection<Company> => world.collection<Company>('companies');
