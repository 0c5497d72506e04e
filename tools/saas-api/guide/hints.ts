/** What several of these operations share. */
export const explicitLocation = { locationId: 'name it: a pin is not filled in' } as const;

export const stripeHints = {
  customerId: 'Stripe customer, cus_…',
  subscriptionId: 'Stripe subscription, sub_…',
} as const;

/** V1 bills through the agency's Stripe account, V2 through a sub-account of the agency. */
export const planChoiceHints = {
  isSaaSV2: 'as isSaaSV2 of the plan says',
  saasPlanId: 'from saas_api_plan_list',
  priceId: 'a price of that plan',
  stripeAccountId: 'V1 only: acct_…',
  providerLocationId: "V2 only: agency's sub-account that takes payments",
} as const;

/** One that is sold to already is refused, so a sub-account on the wanted plan is there by this call or was before. */
export const lookAtPlan = <Key extends string>(ask: Key) =>
  ({
    steps: [{ ask, with: { locationId: '$locationId' } }],
    records: '',
    match: {
      isSaaSV2: 'isSaaSV2',
      saasPlanId: 'saasPlanId',
      priceId: 'priceId',
      customerId: 'stripeCustomerId',
    },
    needs: ['saasPlanId'],
    unique: true,
    id: 'locationId',
  }) as const;

export const bulkFindOut = {
  looks: [],
  check: 'HighLevel works through them by and by; saas_api_location_list shows which are on by now.',
} as const;
