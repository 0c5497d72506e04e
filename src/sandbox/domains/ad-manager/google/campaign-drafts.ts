/** Google campaigns from request bodies: one body carries the campaign, its ad groups and their ads. */
import type { SandboxRequest } from '../../../handler.ts';
import type { World } from '../../../world.ts';
import { definedOnly } from '../../locations/access.ts';
import { pickFields } from '../../payments/lists.ts';
import { isLaunched, type Publication, type PublishingStatus } from '../publishing.ts';
import { resolveCustomerId } from './integration.ts';
import type { AdGroup, GoogleAd, GoogleCampaign } from './records.ts';

type Body = Readonly<Record<string, unknown>>;

/** What a campaign has from the start, so that reads always show it. */
const emptySettings = {
  budget: {},
  networkSettings: { targetSearchNetwork: true, targetContentNetwork: false },
  biddingStrategy: {},
  campaignGoal: {},
  assets: { calls: [], sitelinks: [], images: [] },
  audience: {},
  adSchedule: [],
  isEuPoliticalAds: false,
};

const settingFields = [
  ...Object.keys(emptySettings),
  'advertisingChannelSubType',
  'goalType',
  'maximumCpc',
  'advancedOptions',
];

const idOf = (world: World, { id }: Body): string => (typeof id === 'string' && id !== '' ? id : world.newObjectId());

interface Parents {
  readonly campaignId: string;
  readonly groupId: string;
}

function buildAd(world: World, body: Body, { campaignId, groupId }: Parents): GoogleAd {
  const id = idOf(world, body);
  return { publishingStatus: 'DRAFT', ...body, id, adCampaignId: campaignId, adGroupId: groupId };
}

/** An ad group that is known already keeps what the body does not name. */
function buildGroup(world: World, body: Body, before: readonly AdGroup[], campaignId: string): AdGroup {
  const known = before.find((group) => group.id === body.id);
  const id = known?.id ?? idOf(world, body);
  const ads = (body.adContent as readonly Body[] | undefined) ?? known?.adContent ?? [];
  const now = world.timestamp();
  return {
    name: 'Ad group',
    publishingStatus: 'DRAFT',
    googleAdGroupId: '',
    adGroupError: '',
    keywords: { positives: [], negatives: [] },
    createdAt: now,
    ...known,
    ...body,
    id,
    adCampaignId: campaignId,
    adContent: ads.map((ad) => buildAd(world, ad, { campaignId, groupId: id })),
    updatedAt: now,
  };
}

interface Written {
  readonly publishingStatus: PublishingStatus;
  readonly publication?: Publication;
  readonly unpublishedChanges: boolean;
}

/** A body may name a status, which is how a campaign is paused; else a change of what is live waits. */
function resolveWritten(world: World, body: Body, before: GoogleCampaign | undefined): Written {
  const named = body.publishingStatus as PublishingStatus | undefined;
  const isChanged = before !== undefined && named === undefined && isLaunched(world, before);
  return {
    publishingStatus: named ?? before?.publishingStatus ?? 'DRAFT',
    ...(before?.publication && { publication: before.publication }),
    unpublishedChanges: (body.unpublishedChanges as boolean | undefined) ?? isChanged,
  };
}

/** The campaign that a body describes; with `before`, what the body does not name stays. Throws 400 without a link. */
export function buildCampaign(request: SandboxRequest, world: World, before?: GoogleCampaign): GoogleCampaign {
  const { body, locationId, grant } = request;
  const id = before?.id ?? world.newObjectId();
  const now = world.timestamp();
  const author = grant.userId ?? before?.updatedBy ?? '';
  const groups = body.adGroups as readonly Body[] | undefined;
  return {
    id,
    locationId,
    name: body.name,
    googleAdAccountId: before?.googleAdAccountId ?? resolveCustomerId(world, locationId),
    advertisingChannelType: body.advertisingChannelType,
    source: body.source ?? before?.source ?? 'AD_MANAGER',
    settings: { ...emptySettings, ...before?.settings, ...pickFields(body, settingFields) },
    adGroups: groups?.map((group) => buildGroup(world, group, before?.adGroups ?? [], id)) ?? before?.adGroups ?? [],
    ...definedOnly({ googleCampaignId: before?.googleCampaignId }),
    ...resolveWritten(world, body, before),
    createdBy: before?.createdBy ?? author,
    updatedBy: author,
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
}
