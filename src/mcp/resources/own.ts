/** What the server says of itself: the account it acts for, and how much it may still send. */
import { type AccountDependencies, describeAccount, describeLimits } from '../fixed/account.ts';
import type { Outcome } from '../results/success.ts';
import { mimeType, type ServedResource } from './resource.ts';

export function createOwnResources(dependencies: AccountDependencies): readonly ServedResource[] {
  const answer = (data: object): Outcome => ({
    kind: 'json',
    data,
    locationId: dependencies.pins.locationId,
    repairs: [],
    isOwn: true,
  });
  return [
    {
      definition: {
        uri: 'highlevel://account',
        name: 'account',
        title: 'Account and limits',
        description: 'Location in use, calls left now and today, and where writes are remembered.',
        mimeType,
      },
      read: async () => answer(await describeAccount(dependencies)),
    },
    {
      definition: {
        uri: 'highlevel://rate-limits',
        name: 'rate-limits',
        title: 'Rate limits',
        description: 'Calls left now and today, as counted here and as HighLevel last said.',
        mimeType,
      },
      read: async () => answer(await describeLimits(dependencies)),
    },
  ];
}
