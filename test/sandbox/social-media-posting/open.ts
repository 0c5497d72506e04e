/** A sandbox with the social planner of its first location at hand, every answer checked. */
import { operations } from '../../../tools/social-media-posting/operations.gen.ts';
import { type Answer, type Call, type Checked, openChecked } from '../checked.ts';

export const dayMs = 86_400_000;

export interface Planner extends Checked {
  /** A method of the SDK's service. */
  readonly social: Call;
  readonly userId: string;
  /** By platform: the seeded accounts. */
  readonly accounts: Readonly<
    Record<string, { readonly id: string; readonly profileId: string; readonly originId: string }>
  >;
  /** Calls an operation of the v3 document; gives status and body. */
  call(method: string, path: string, json?: object): Promise<{ status: number; body: Answer }>;
  listPosts(query?: object): Promise<{ posts: Answer[]; count: number }>;
  fetchPost(id: string): Promise<Answer>;
}

export async function openPlanner(): Promise<Planner> {
  const checked = await openChecked(operations);
  const { locationId, sandbox, send, service } = checked;
  const social = service('socialMediaPosting');
  const { results } = await social('getAccount', { locationId });
  const accounts = Object.fromEntries(results.accounts.map((account: Answer) => [account.platform, account]));
  const window = { skip: '0', limit: '50', fromDate: '2026-01-01T00:00:00Z', toDate: '2027-12-31T00:00:00Z' };
  return {
    ...checked,
    social,
    accounts,
    userId: sandbox.world.collection('users').all()[0]?.id ?? '',
    call: (method, path, json) =>
      send(method, `/social-media-posting${path}`, { ...(json && { json }), version: 'v3' }),
    listPosts: async (query = {}) =>
      (await social('getPosts', { locationId }, { ...window, includeUsers: 'false', ...query })).results,
    fetchPost: async (id) => (await social('getPost', { locationId, id })).results.post,
  };
}
