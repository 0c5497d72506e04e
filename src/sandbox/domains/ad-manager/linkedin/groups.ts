/** Campaign groups: written and read whole, published, and paused part by part. */
import { badRequest } from '../../../errors.ts';
import type { Handlers, SandboxRequest } from '../../../handler.ts';
import type { World } from '../../../world.ts';
import { resolveInLocation } from '../../locations/access.ts';
import { pickFields } from '../../payments/lists.ts';
import { createDigits } from '../platform-ids.ts';
import {
  isLaunched,
  type PublishingStatus,
  resolvePartStatus,
  resolveStatus,
  startPublication,
} from '../publishing.ts';
import { resolveAccountId } from './integration.ts';
import { type AdCampaign, type CampaignGroup, campaignGroups, type Part } from './records.ts';

type Body = Readonly<Record<string, unknown>>;

const groupFields = ['name', 'objectiveType', 'adBudgetOptimization', 'budget', 'meta'];

/** What each operation of the status writes. */
const statusOf: Readonly<Record<string, PublishingStatus>> = {
  PAUSED: 'PAUSED',
  ARCHIVED: 'ARCHIVED',
  RESUME: 'PUBLISHED',
};

const groupOfPath = (request: SandboxRequest, world: World): CampaignGroup =>
  resolveInLocation(campaignGroups(world), request.path.adId ?? '', request.locationId, () =>
    badRequest('Ad campaign group not found'),
  );

/** A part that is known already keeps what the body does not name. */
function buildPart(world: World, body: Body, known: Part | undefined): Part {
  const now = world.timestamp();
  const id = known?.id ?? (typeof body.id === 'string' && body.id !== '' ? body.id : world.newObjectId());
  return { publishingStatus: 'DRAFT', linkedInError: '', createdAt: now, ...known, ...body, id, updatedAt: now };
}

function buildCampaign(world: World, body: Body, before: readonly AdCampaign[], groupId: string): AdCampaign {
  const known = before.find((campaign) => campaign.id === body.id);
  const campaign = buildPart(world, { campaignType: 'SPONSORED_UPDATES', ...body, adCampaignGroupId: groupId }, known);
  const ads = (body.ads as readonly Body[] | undefined) ?? known?.ads ?? [];
  const owner = { adCampaignId: campaign.id, adCampaignGroupId: groupId };
  const findAd = (ad: Body) => known?.ads.find(({ id }) => id === ad.id);
  const buildAd = (ad: Body) => buildPart(world, { ...ad, ...owner }, findAd(ad));
  return { ...campaign, ads: ads.map(buildAd) };
}

function writeGroup(request: SandboxRequest, world: World): CampaignGroup {
  const { body, locationId, grant } = request;
  const named = pickFields(body, groupFields);
  const [now, author] = [world.timestamp(), grant.userId ?? ''];
  const absent = () => badRequest('Ad campaign group not found');
  const before =
    body.id === undefined ? undefined : resolveInLocation(campaignGroups(world), body.id, locationId, absent);
  const id = before?.id ?? world.newObjectId();
  const campaigns = (body.adCampaigns as readonly Body[] | undefined)?.map((campaign) =>
    buildCampaign(world, campaign, before?.adCampaigns ?? [], id),
  );
  if (before !== undefined) {
    return campaignGroups(world).update(id, {
      ...named,
      ...(campaigns && { adCampaigns: campaigns }),
      unpublishedChanges: before.unpublishedChanges || isLaunched(world, before),
      updatedBy: author,
      updatedAt: now,
    });
  }
  return campaignGroups(world).insert({
    name: 'New campaign group',
    objectiveType: 'WEBSITE_VISIT',
    adBudgetOptimization: 'MAXIMUM_DELIVERY',
    budget: {},
    ...named,
    id,
    locationId,
    linkedInAdAccountId: resolveAccountId(world, locationId),
    adCampaigns: campaigns ?? [],
    publishingStatus: 'DRAFT',
    unpublishedChanges: false,
    createdBy: author,
    updatedBy: author,
    createdAt: now,
    updatedAt: now,
  });
}

function formatGroup(world: World, group: CampaignGroup): object {
  const { publication: _publication, adCampaignGroupId, ...shown } = group;
  const publishingStatus = resolveStatus(world, group);
  const resolve = <T extends Part>(part: T) => ({
    ...part,
    publishingStatus: resolvePartStatus(world, group, part.publishingStatus),
  });
  return {
    ...shown,
    publishingStatus,
    linkedInError: '',
    ...(adCampaignGroupId && publishingStatus !== 'PUBLISHING' && { adCampaignGroupId }),
    adCampaigns: group.adCampaigns.map((campaign) => ({ ...resolve(campaign), ads: campaign.ads.map(resolve) })),
  };
}

/** Throws a 400 for a group without an ad. */
function launch(world: World, group: CampaignGroup): void {
  const { adCampaigns } = group;
  if (adCampaigns.length === 0) throw badRequest('Ad campaign group has no ad campaigns');
  if (adCampaigns.some(({ ads }) => ads.length === 0)) throw badRequest('Every ad campaign needs at least one ad');
  const steps = 1 + adCampaigns.length + adCampaigns.reduce((count, { ads }) => count + ads.length, 0);
  const live = { publishingStatus: 'PUBLISHING' };
  campaignGroups(world).update(group.id, {
    ...startPublication(world, steps),
    adCampaignGroupId: group.adCampaignGroupId ?? createDigits(world, 10),
    adCampaigns: adCampaigns.map((campaign) => ({
      adCampaignId: createDigits(world, 9),
      ...campaign,
      ...live,
      ads: campaign.ads.map((ad) => ({ adId: createDigits(world, 10), ...ad, ...live })),
    })),
    unpublishedChanges: false,
    updatedAt: world.timestamp(),
  });
}

/** Writes the status of one ad campaign or ad of the location. Throws a 400 when there is none of that id. */
function switchPart(request: SandboxRequest, world: World, status: PublishingStatus): void {
  const { adId = '' } = request.path;
  const isAd = request.body.type === 'ad';
  const switchOne = <T extends Part>(part: T): T => (part.id === adId ? { ...part, publishingStatus: status } : part);
  const owner = campaignGroups(world)
    .inLocation(request.locationId)
    .find(({ adCampaigns }) =>
      (isAd ? adCampaigns.flatMap(({ ads }) => ads) : adCampaigns).some(({ id }) => id === adId),
    );
  if (owner === undefined) throw badRequest(isAd ? 'Ad not found' : 'Ad campaign not found');
  assertLaunched(world, owner);
  const adCampaigns = owner.adCampaigns.map((campaign) =>
    isAd ? { ...campaign, ads: campaign.ads.map(switchOne) } : switchOne(campaign),
  );
  campaignGroups(world).update(owner.id, { adCampaigns, updatedAt: world.timestamp() });
}

function assertLaunched(world: World, group: CampaignGroup): void {
  if (!isLaunched(world, group)) throw badRequest('Only published ads can be paused, resumed or archived');
}

export const groupHandlers: Handlers = {
  'PUT /ad-publishing/linkedin/ads': (request, world) => ({ body: formatGroup(world, writeGroup(request, world)) }),

  'GET /ad-publishing/linkedin/ads/{adId}': (request, world) => ({
    body: formatGroup(world, groupOfPath(request, world)),
  }),

  'POST /ad-publishing/linkedin/ads/{adId}/publish': (request, world) => {
    const group = groupOfPath(request, world);
    resolveAccountId(world, request.locationId);
    if (resolveStatus(world, group) === 'PUBLISHING') throw badRequest('Ad campaign group is already being published');
    launch(world, group);
    return { body: { success: true } };
  },

  'PATCH /ad-publishing/linkedin/{adId}/status': (request, world) => {
    const status = statusOf[request.body.operationType] ?? 'PUBLISHED';
    if (request.body.type === 'adGroup') {
      const group = groupOfPath(request, world);
      assertLaunched(world, group);
      campaignGroups(world).update(group.id, { publishingStatus: status, updatedAt: world.timestamp() });
    } else {
      switchPart(request, world, status);
    }
    return { body: { success: true } };
  },
};
