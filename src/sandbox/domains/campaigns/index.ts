/** Campaigns: the API only lists them; contacts are put in and taken out by the contacts domain. */
import type { Domain, SeedContext } from '../../domain.ts';
import type { Handlers } from '../../handler.ts';
import { type Campaign, campaigns } from './records.ts';

const handlers: Handlers = {
  'GET /campaigns/': (request, world) => {
    const { status } = request.query;
    const found = campaigns(world)
      .indexed(request.locationId)
      .filter((campaign) => !status || campaign.status === status);
    return { body: { campaigns: found } };
  },
};

type SeedCampaign = Pick<Campaign, 'name' | 'status'>;

const seedsByLocation: readonly [readonly SeedCampaign[], readonly SeedCampaign[]] = [
  [
    { name: 'Six-month recall', status: 'published' },
    { name: 'Whitening spring offer', status: 'published' },
    { name: 'Aligner follow-up', status: 'draft' },
  ],
  [
    { name: 'Seven-day trial nurture', status: 'published' },
    { name: 'Win back lapsed members', status: 'draft' },
  ],
];

function seed({ world, locations }: SeedContext): void {
  for (const [index, { id: locationId }] of locations.entries()) {
    for (const campaign of seedsByLocation[index] ?? []) {
      campaigns(world).insert({ id: world.newId(), locationId, ...campaign });
    }
  }
}

export const domain: Domain = { name: 'campaigns', handlers, seed };
