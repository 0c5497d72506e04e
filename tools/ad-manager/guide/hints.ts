/** What several platforms need said in the same words. */

export const periodHints = {
  startDate: 'YYYY-MM-DD',
  endDate: 'YYYY-MM-DD',
} as const;

/** Live answers of 2026 show that `type` decides whether anything comes back at all. */
export const originHints = {
  type: 'INTEGRATION: whole ad account; AD_MANAGER: made in HighLevel',
} as const;

/**
 * The documents disagree (micros, minor units, nothing), while the example answers of HighLevel's site read as whole
 * currency. Guessing whole currency errs towards spending too little.
 */
export const budgetHints = {
  'budget.amount': 'likely whole currency; compare an existing campaign',
} as const;

export const budgetNote =
  'The unit of budget amounts is not reliably documented: read the draft back and have a person confirm the figure before publishing.';

/** Drafts have no Facebook id yet, and what is published is still found by HighLevel's own. */
export const ownIdHint = 'HighLevel id (24 hex), not the Facebook id';

/** What was live before and is changed since has unpublished changes, and what was not touched since is older. */
export const lookAtPublished = <Steps>(steps: Steps, argument: string) => {
  const look = { steps, records: '', match: { id: argument }, created: 'updatedAt' } as const;
  return [
    { ...look, where: { publishingStatus: 'PUBLISHING', unpublishedChanges: false } },
    { ...look, where: { publishingStatus: 'PUBLISHED', unpublishedChanges: false } },
  ] as const;
};
