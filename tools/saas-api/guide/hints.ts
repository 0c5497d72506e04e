/** Hints that several of these operations share. */
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
