/** Connected accounts. Signing in and looking around on a network happens elsewhere and is not kept. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handler, Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { definedOnly } from '../locations/access.ts';
import { pickFields } from '../payments/lists.ts';
import { findRecord } from '../shared/find-record.ts';
import { answer } from './answer.ts';
import { type SocialAccount, socialAccounts, socialGroups } from './records.ts';

/** How long a network lets an account stay connected, about. */
const connectionMs = 60 * 86_400_000;

const typeOfPlatform: Readonly<Record<string, string>> = {
  facebook: 'page',
  google: 'location',
  linkedin: 'page',
  'tiktok-business': 'business',
};

export const isExpired = (account: SocialAccount, now: number): boolean => Date.parse(account.expire) <= now;

/** The accounts of those ids. Throws 422 in the documented words when one is not connected. */
export function resolveAccounts(ids: readonly string[], request: SandboxRequest, world: World): SocialAccount[] {
  return ids.map((id) => {
    const account = socialAccounts(world).get(id);
    if (account?.locationId !== request.locationId) throw unprocessable(['Invalid account id in accountIds list']);
    return account;
  });
}

type NewAccount = Pick<SocialAccount, 'locationId' | 'oauthId' | 'originId' | 'platform' | 'name'> &
  Partial<SocialAccount>;

/** Connects an account, or renews the connection that there is. */
export function connectAccount(world: World, account: NewAccount): SocialAccount {
  const { oauthId, locationId, originId, platform } = account;
  const id = `${oauthId}_${locationId}_${originId}`;
  const renewal = { expire: new Date(world.now() + connectionMs).toISOString(), updatedAt: world.timestamp() };
  if (socialAccounts(world).get(id) !== undefined) return socialAccounts(world).update(id, { ...account, ...renewal });
  const type = typeOfPlatform[platform] ?? 'profile';
  const fresh = { profileId: world.newObjectId(), type, meta: {}, createdAt: world.timestamp(), ...renewal };
  return socialAccounts(world).insert({ id, ...fresh, ...account });
}

function formatAttached({ id: oldId, oauthId: oAuthId, profileId, ...account }: SocialAccount): object {
  const { locationId, originId, platform, type, name, avatar, meta, createdAt, updatedAt } = account;
  const shown = { _id: profileId, oAuthId, oldId, locationId, originId, platform, type, name, avatar, meta };
  return { ...shown, active: true, deleted: false, createdAt, updatedAt };
}

/** Google's locations come as an object of their own; other networks' accounts as fields. */
function parseAccount({ body, path, locationId }: SandboxRequest, platform: string): NewAccount {
  const oauthId = path.accountId ?? '';
  const googleName: string | undefined = body.location?.name;
  const originId = googleName?.split('/').at(-1) ?? body.originId ?? oauthId;
  const name = body.location?.title ?? body.name ?? `${platform} account`;
  const meta = pickFields(body, ['username', 'urn', 'pageId', 'verified', 'websiteUrl', 'location', 'account']);
  return {
    ...{ locationId, oauthId, originId, platform, name, meta },
    ...definedOnly({ type: body.type as string | undefined, avatar: body.avatar as string | undefined }),
  };
}

const attachTo =
  (platform?: string): Handler =>
  (request, world) => {
    const account = connectAccount(world, parseAccount(request, platform ?? request.path.platform ?? ''));
    return answer(201, 'Attached Account', formatAttached(account));
  };

function formatListed(account: SocialAccount, now: number): object {
  const { id, oauthId, profileId, name, platform, type, expire, meta, avatar, originId } = account;
  return {
    id,
    oauthId,
    profileId,
    name,
    platform,
    type,
    expire,
    isExpired: isExpired(account, now),
    meta,
    avatar,
    originId,
  };
}

export const accountHandlers: Handlers = {
  'GET /social-media-posting/{locationId}/accounts': ({ locationId }, world) => {
    const accounts = socialAccounts(world)
      .indexed(locationId)
      .map((account) => formatListed(account, world.now()));
    const groups = socialGroups(world)
      .indexed(locationId)
      .map(({ id, name, accountIds }) => ({ id, name, accountIds }));
    return answer(200, 'Fetched Accounts', { accounts, groups });
  },

  'DELETE /social-media-posting/{locationId}/accounts/{id}': (request, world) => {
    if (request.query.companyId !== undefined && request.query.companyId !== world.companyId) {
      throw badRequest(`Company with id ${request.query.companyId} not found`);
    }
    const { id, locationId } = findRecord(socialAccounts(world), request, { id: request.path.id, name: 'Account' });
    for (const group of socialGroups(world).inLocation(locationId)) {
      const accountIds = group.accountIds.filter((other) => other !== id);
      if (accountIds.length < group.accountIds.length) socialGroups(world).update(group.id, { accountIds });
    }
    socialAccounts(world).delete(id);
    return answer(200, 'Deleted Account', { locationId, id });
  },

  'POST /social-media-posting/oauth/{locationId}/google/locations/{accountId}': attachTo('google'),
  'POST /social-media-posting/oauth/{locationId}/facebook/accounts/{accountId}': attachTo('facebook'),
  'POST /social-media-posting/oauth/{locationId}/instagram/accounts/{accountId}': attachTo('instagram'),
  'POST /social-media-posting/oauth/{locationId}/linkedin/accounts/{accountId}': attachTo('linkedin'),
  'POST /social-media-posting/oauth/{locationId}/twitter/accounts/{accountId}': attachTo('twitter'),
  'POST /social-media-posting/oauth/{locationId}/tiktok/accounts/{accountId}': attachTo('tiktok'),
  'POST /social-media-posting/oauth/{locationId}/{platform}/accounts/{accountId}': attachTo(),
};
