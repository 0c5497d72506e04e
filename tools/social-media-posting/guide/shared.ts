/** What several topics tell an agent about the same argument. */

/** What every list of the planner answers beside its items. */
export const countedList = { style: 'skip-limit', total: 'results.count', size: 'limit', offset: 'skip' } as const;

export const accountIds = 'from social_media_posting_account_list';

export const userId = 'HighLevel user id, from users_user_search';

export const signInHints = { userId, reconnect: 'text true renews an expired login' } as const;

export const signInFindOut = {
  looks: [],
  check: 'Nothing is changed by it: start again. social_media_posting_account_list shows what is connected.',
} as const;

/** The login whose pages are listed or connected. A page is connected by the fields its list answers. */
export const loginId = 'login id from the sign-in window';

export const pageHints = {
  accountId: loginId,
  originId: 'id of the chosen one in the list',
} as const;
