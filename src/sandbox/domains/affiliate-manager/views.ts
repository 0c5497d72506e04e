/** Affiliates, commissions and payouts as the API shows them; what an affiliate made is summed from their sales. */
import type { World } from '../../world.ts';
import {
  type Affiliate,
  affiliateCampaigns,
  affiliates,
  type Commission,
  commissions,
  type Payout,
} from './records.ts';

/** Cents, so that no float drift reaches a total. */
const sum = (amounts: readonly number[]): number =>
  amounts.reduce((total, amount) => total + Math.round(amount * 100), 0) / 100;

export const getFullName = ({ firstName, lastName }: Affiliate): string => `${firstName} ${lastName}`;

export function formatAffiliate({ id, ...affiliate }: Affiliate, world: World): Record<string, unknown> {
  const sales = commissions(world)
    .inLocation(affiliate.locationId)
    .filter(({ affiliateId }) => affiliateId === id);
  const earned = (isPaid: boolean): number =>
    sum(sales.filter(({ status }) => (status === 'paid') === isPaid).map(({ commissionAmount }) => commissionAmount));
  return {
    _id: id,
    ...affiliate,
    deleted: false,
    revenue: sum(sales.map(({ amount }) => amount)),
    customer: new Set(sales.map(({ customer }) => customer._id)).size,
    droppedCustomer: 0,
    paid: earned(true),
    owned: earned(false),
  };
}

export function formatCommission(sale: Commission, world: World): Record<string, unknown> {
  const { id, locationId: _location, campaignId, ...shown } = sale;
  const campaign = affiliateCampaigns(world).get(campaignId);
  const affiliate = affiliates(world).get(sale.affiliateId);
  return {
    _id: id,
    ...shown,
    qty: 1,
    unitDiscount: 0,
    productCommission: sale.commissionAmount,
    commission: campaign?.commission ?? 0,
    commissionType: 'percentage',
    currency: affiliate?.currency ?? 'USD',
    transactionAt: sale.createdAt,
    isTrial: false,
    liveMode: true,
    tier: 1,
    campaignName: campaign?.name,
    campaign: { id: campaignId, name: campaign?.name, liveMode: true },
    ...(affiliate && {
      affiliate: { _id: affiliate.id, name: getFullName(affiliate), email: affiliate.email },
    }),
  };
}

export function formatPayout({ id, ...payout }: Payout, world: World): Record<string, unknown> {
  const affiliate = affiliates(world).get(payout.affiliateId);
  return {
    _id: id,
    ...payout,
    currency: affiliate?.currency ?? 'USD',
    altId: payout.locationId,
    deleted: false,
    isMigrated: false,
    campaign: affiliateCampaigns(world).get(payout.campaignId)?.name,
    payoutMethod: 'paypal',
    ...(affiliate && {
      affiliateName: getFullName(affiliate),
      affiliateEmail: affiliate.email,
      affiliate: formatAffiliate(affiliate, world),
    }),
  };
}
