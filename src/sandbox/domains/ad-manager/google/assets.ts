/** Assets (telephone numbers, links, lead forms) and combined audiences: both are written by their resource name. */
import { badRequest, unprocessable } from '../../../errors.ts';
import type { Handlers, SandboxRequest } from '../../../handler.ts';
import type { World } from '../../../world.ts';
import { resolveInLocation } from '../../locations/access.ts';
import { pickFields } from '../../payments/lists.ts';
import { createDigits, idOfResource } from '../platform-ids.ts';
import { resolveCustomerId } from './integration.ts';
import { type Asset, type Audience, assets, audiences } from './records.ts';

/** What the payload of each type must have; the gate only knows that it fits one of them. */
const requiredFields: Readonly<Record<Asset['type'], readonly string[]>> = {
  CALL: ['phoneNumber', 'countryCode'],
  SITELINK: ['linkText', 'finalUrls'],
  LEAD_FORM: ['headline', 'description', 'businessName', 'privacyPolicyUrl', 'fields', 'callToActionType'],
};

const resolveAsset = (request: SandboxRequest, world: World, resourceName: string): Asset =>
  resolveInLocation(assets(world), idOfResource(resourceName), request.locationId, () => badRequest('Asset not found'));

const resolveAudience = (request: SandboxRequest, world: World, id: string): Audience =>
  resolveInLocation(audiences(world), idOfResource(id), request.locationId, () => badRequest('Audience not found'));

function formatAsset({ resourceName, type, payload }: Asset): object {
  const review = { source: 'ADVERTISER', reviewStatus: 'REVIEWED', approvalStatus: 'APPROVED', policyTopics: [] };
  return { resourceName, type, ...payload, ...review };
}

function formatAudience({ id, resourceName, name, dimensions, exclusionDimension }: Audience): object {
  return { resourceName, id, status: 'ENABLED', name, scope: 'CUSTOMER', dimensions, exclusionDimension };
}

export const assetHandlers: Handlers = {
  'GET /ad-publishing/google/assets': (request, world) => {
    const { type, id } = request.query;
    const found = assets(world)
      .indexed(request.locationId)
      .filter((asset) => asset.type === type && (id === undefined || asset.id === idOfResource(id)));
    return { body: found.map(formatAsset) };
  },

  'POST /ad-publishing/google/assets': (request, world) => {
    const { type, payload } = request.body;
    const { resourceName: known, ...content } = payload;
    const missing = requiredFields[type as Asset['type']].filter((field) => content[field] === undefined);
    if (missing.length > 0) throw unprocessable(missing.map((field) => `payload.${field} should not be empty`));
    if (known !== undefined) {
      const asset = resolveAsset(request, world, known);
      if (asset.type !== type) throw badRequest('Asset not found');
      return { body: { resourceName: assets(world).update(asset.id, { payload: content }).resourceName } };
    }
    const customer = resolveCustomerId(world, request.locationId);
    const id = createDigits(world, 9);
    const resourceName = `customers/${customer}/assets/${id}`;
    assets(world).insert({ id, locationId: request.locationId, resourceName, type, payload: content });
    return { body: { resourceName } };
  },

  'GET /ad-publishing/google/audiences': (request, world) => ({
    body: audiences(world).indexed(request.locationId).map(formatAudience),
  }),

  'GET /ad-publishing/google/audiences/{audienceId}': (request, world) => ({
    body: formatAudience(resolveAudience(request, world, request.path.audienceId ?? '')),
  }),

  // As documented: what Google says of the write, not the audience.
  'PUT /ad-publishing/google/audiences': (request, world) => {
    const { resourceName: known, name, dimensions = {}, exclusionDimension = {} } = request.body;
    if (known !== undefined) {
      const { id } = resolveAudience(request, world, known);
      const change = pickFields(request.body, ['name', 'dimensions', 'exclusionDimension']);
      return { body: [{ resourceName: audiences(world).update(id, change).resourceName }] };
    }
    const customer = resolveCustomerId(world, request.locationId);
    const id = createDigits(world, 9);
    const resourceName = `customers/${customer}/audiences/${id}`;
    audiences(world).insert({ id, locationId: request.locationId, resourceName, name, dimensions, exclusionDimension });
    return { body: [{ resourceName }] };
  },
};
