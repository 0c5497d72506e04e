/** Campaigns, ad sets and ads by their ids. */
import { badRequest } from '../../../errors.ts';
import type { SandboxRequest } from '../../../handler.ts';
import type { World } from '../../../world.ts';
import { resolveInLocation } from '../../locations/access.ts';
import { type Ad, type AdSet, adSets, ads, type Campaign, campaigns } from './records.ts';

/** Throws a 400. */
export const resolveCampaign = (request: SandboxRequest, world: World, id: string): Campaign =>
  resolveInLocation(campaigns(world), id, request.locationId, () => badRequest('Campaign not found'));

/** Throws a 400. */
export const resolveAdSet = (request: SandboxRequest, world: World, id: string): AdSet =>
  resolveInLocation(adSets(world), id, request.locationId, () => badRequest('Ad set not found'));

/** Throws a 400. */
export const resolveAd = (request: SandboxRequest, world: World, id: string): Ad =>
  resolveInLocation(ads(world), id, request.locationId, () => badRequest('Ad not found'));

export const campaignOfPath = (request: SandboxRequest, world: World): Campaign =>
  resolveCampaign(request, world, request.path.campaignId ?? '');

export const adSetOfPath = (request: SandboxRequest, world: World): AdSet =>
  resolveAdSet(request, world, request.path.adsetId ?? request.path.adSetId ?? '');

export const adOfPath = (request: SandboxRequest, world: World): Ad =>
  resolveAd(request, world, request.path.adId ?? '');
