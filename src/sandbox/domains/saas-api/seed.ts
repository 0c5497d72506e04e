/** Three plans; the first location is on one of them, the second is nobody's client yet. */
import type { SeedContext } from '../../domain.ts';
import { locationPermissions } from '../locations/new-location.ts';
import { snapshots } from '../snapshots/records.ts';
import { buildSubscription, enableAccount } from './life-cycle.ts';
import { type SaasPlan, saasPlans } from './records.ts';
import { getWallet, wallets } from './wallets.ts';

type PlanSketch = Pick<
  SaasPlan,
  'title' | 'description' | 'trialPeriod' | 'setupFee' | 'userLimit' | 'contactLimit'
> & {
  readonly monthly: number;
  readonly productCount: number;
};

/** Cheapest first; each has some more of HighLevel's products. */
const sketches: readonly PlanSketch[] = [
  {
    title: 'Starter',
    description: 'Calendar, contacts and messages for one person.',
    ...{ monthly: 97, productCount: 8, trialPeriod: 14, setupFee: 0, userLimit: 2, contactLimit: 1000 },
  },
  {
    title: 'Growth',
    description: 'Adds funnels, forms and campaigns for a small team.',
    ...{ monthly: 197, productCount: 16, trialPeriod: 0, setupFee: 150, userLimit: 10, contactLimit: 10_000 },
  },
  {
    title: 'Scale',
    description: 'Everything, and help with setting up.',
    ...{ monthly: 397, productCount: locationPermissions.length, trialPeriod: 0, setupFee: 500 },
    ...{ userLimit: 50, contactLimit: 100_000 },
  },
];

function seedPlan(context: SeedContext, sketch: PlanSketch, index: number): SaasPlan {
  const { world, daysAgo } = context;
  const { monthly, productCount, ...texts } = sketch;
  const shared = { active: true, currency: 'USD', symbol: '$' } as const;
  return saasPlans(world).insert({
    id: world.newObjectId(),
    locationId: '',
    ...texts,
    saasProducts: locationPermissions.slice(0, productCount),
    addOns: index === 0 ? [] : ['CONVERSATIONS_AI'],
    planLevel: index + 1,
    prices: [
      { id: world.newObjectId(), billingInterval: 'month', amount: monthly, ...shared },
      { id: world.newObjectId(), billingInterval: 'year', amount: monthly * 10, ...shared },
    ],
    categoryId: world.newObjectId(),
    snapshotId: snapshots(world).all()[0]?.id ?? '',
    productId: world.newObjectId(),
    providerLocationId: context.locations[0].id,
    isSaaSV2: true,
    createdAt: daysAgo(390),
    updatedAt: daysAgo(120 - index),
  });
}

export function seedSaas(context: SeedContext): void {
  const { world } = context;
  const [first] = context.locations;
  const plans = sketches.map((sketch, index) => seedPlan(context, sketch, index));
  wallets(world).insert({ id: world.newId(), locationId: '', balance: 250, complimentaryCredits: 0 });
  const growth = plans[1];
  if (growth === undefined) return;
  const subscription = buildSubscription(world, { saasPlanId: growth.id });
  const { id: locationId, name, email } = first;
  enableAccount(world, locationId, { isSaaSV2: true, providerLocationId: locationId, name, email, subscription });
  wallets(world).update(getWallet(world, locationId)?.id ?? '', { balance: 48.25, complimentaryCredits: 10 });
}
