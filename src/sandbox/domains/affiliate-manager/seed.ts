/** Four affiliates in each location. Each of them sold something, and last month's share has been paid. */
import type { Person, SeedContext } from '../../domain.ts';
import { products } from '../products/records.ts';
import { type Affiliate, affiliateCampaigns, affiliates, commissions, payouts } from './records.ts';

const affiliateCount = 4;
/** Percent. */
const share = 20;

interface Place {
  readonly locationId: string;
  readonly campaignId: string;
  readonly productId: string;
  readonly productName: string;
}

function seedAffiliate(context: SeedContext, place: Place, person: Person, index: number): Affiliate {
  const { world, daysAgo } = context;
  const { contactId, firstName, lastName, email, phone, address } = person;
  return affiliates(world).insert({
    id: world.newObjectId(),
    locationId: place.locationId,
    ...{ contactId, firstName, lastName, email, phone, address },
    websiteUrl: `https://${lastName.toLowerCase()}.example.com`,
    vatId: '',
    active: index !== affiliateCount - 1,
    campaignIds: [place.campaignId],
    clickCount: context.between(20, 160),
    lead: context.between(2, 12),
    currency: 'USD',
    createdAt: daysAgo(130 - index * 10),
    updatedAt: daysAgo(20 - index),
  });
}

/** One sale that has been paid for, and one that waits. */
function seedSales(context: SeedContext, place: Place, affiliate: Affiliate, buyers: readonly Person[]): void {
  const { world, daysAgo } = context;
  const { locationId, campaignId, productId, productName } = place;
  const owned = { locationId, campaignId, affiliateId: affiliate.id };
  for (const [index, buyer] of buyers.entries()) {
    const isPaid = index === 0;
    const amount = context.between(90, 400);
    const commissionAmount = Math.round(amount * share) / 100;
    const times = { createdAt: daysAgo(isPaid ? 50 : 15), dueAt: daysAgo(isPaid ? 20 : -15) };
    const payout = payouts(world).insert({
      id: world.newObjectId(),
      ...owned,
      ...times,
      status: isPaid ? 'paid' : 'pending',
      amount: commissionAmount,
      payoutMonth: `${times.createdAt.slice(0, 7)}-01T00:00:00.000Z`,
      ...(isPaid && { paidAt: times.dueAt, paidMethod: 'manual' }),
      updatedAt: isPaid ? times.dueAt : times.createdAt,
    });
    const { contactId: _id, firstName, lastName, email } = buyer;
    commissions(world).insert({
      id: world.newObjectId(),
      ...owned,
      ...times,
      payoutId: payout.id,
      status: isPaid ? 'paid' : 'pending',
      ...{ productId, productName, amount, commissionAmount },
      customer: { _id, firstName, lastName, email, type: 'customer' },
    });
  }
}

export function seedAffiliates(context: SeedContext): void {
  const { world } = context;
  for (const { id: locationId } of context.locations) {
    const product = products(world).inLocation(locationId)[0];
    const name = 'Refer a friend';
    const campaign = affiliateCampaigns(world).insert({ id: world.newObjectId(), locationId, name, commission: share });
    const place = {
      locationId,
      campaignId: campaign.id,
      productId: product?.id ?? '',
      productName: product?.name ?? 'Consultation',
    };
    const people = context.peopleIn(locationId);
    for (const [index, person] of people.slice(0, affiliateCount).entries()) {
      const affiliate = seedAffiliate(context, place, person, index);
      seedSales(context, place, affiliate, people.slice(20 + index * 2, 22 + index * 2));
    }
  }
}
