/** What a user may see and do: HighLevel's 38 switches and their defaults by role. */

const everybody = [
  'contactsEnabled',
  'workflowsEnabled',
  'triggersEnabled',
  'funnelsEnabled',
  'opportunitiesEnabled',
  'dashboardStatsEnabled',
  'appointmentsEnabled',
  'reviewsEnabled',
  'phoneCallEnabled',
  'conversationsEnabled',
  'tagsEnabled',
  'leadValueEnabled',
  'marketingEnabled',
  'socialPlanner',
  'bloggingEnabled',
  'invoiceEnabled',
  'paymentsEnabled',
] as const;

const adminsOnly = [
  'campaignsEnabled',
  'websitesEnabled',
  'bulkRequestsEnabled',
  'onlineListingsEnabled',
  'adwordsReportingEnabled',
  'membershipEnabled',
  'facebookAdsReportingEnabled',
  'attributionsReportingEnabled',
  'settingsEnabled',
  'agentReportingEnabled',
  'botService',
  'affiliateManagerEnabled',
  'contentAiEnabled',
  'refundsEnabled',
  'recordPaymentEnabled',
  'cancelSubscriptionEnabled',
  'communitiesEnabled',
  'exportPaymentsEnabled',
] as const;

/** Switches that narrow what a user sees; off unless somebody turns them on. */
const limits = ['campaignsReadOnly', 'workflowsReadOnly', 'assignedDataOnly'] as const;

/** The switches of a new user. */
export function buildPermissions(role: 'admin' | 'user'): Record<string, boolean> {
  const isAdmin = role === 'admin';
  return Object.fromEntries([
    ...everybody.map((name) => [name, true]),
    ...adminsOnly.map((name) => [name, isAdmin]),
    ...limits.map((name) => [name, false]),
  ]);
}
