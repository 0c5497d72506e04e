/** Conversion pixels of websites, and datasets of Instagram accounts, which the same operations write. */
import { badRequest } from '../../../errors.ts';
import type { Handlers } from '../../../handler.ts';
import { resolveInLocation } from '../../locations/access.ts';
import { createDigits } from '../platform-ids.ts';
import { resolveIntegration } from './integration.ts';
import { type Pixel, pixels } from './records.ts';

function formatPixel({ id, name, type, createdAt }: Pixel): object {
  const fbPixelCode = `<!-- Facebook Pixel Code -->\n<script>fbq('init', '${id}');</script>\n<!-- End Facebook Pixel Code -->`;
  return { name, fbPixelId: id, fbIsCrmPixel: false, type, fbPixelCode, createdAt: `${createdAt.slice(0, 19)}+0000` };
}

export const pixelHandlers: Handlers = {
  'GET /ad-publishing/facebook/pixels': (request, world) => {
    const { channel, igUserId } = request.query;
    const all = pixels(world).indexed(request.locationId);
    if (channel === 'IG') {
      const datasets = all.filter((pixel) => pixel.igUserId !== undefined);
      const wanted = datasets.filter((pixel) => igUserId === undefined || pixel.igUserId === igUserId);
      return { body: wanted.map(({ id }) => ({ id })) };
    }
    const items = all.filter((pixel) => pixel.igUserId === undefined).map(formatPixel);
    return { body: { items, total: items.length } };
  },

  // As documented: a new pixel answers its id, a renamed one only that it is done.
  'PUT /ad-publishing/facebook/pixels': (request, world) => {
    const { locationId } = request;
    const { type, conversionPixelId, name = 'Pixel', igUserId } = request.body;
    const isDataset = type === 'INSTAGRAM_DM';
    if (conversionPixelId !== undefined) {
      if (isDataset) throw badRequest('Renaming is not supported for type INSTAGRAM_DM');
      const pixel = resolveInLocation(pixels(world), conversionPixelId, locationId, () =>
        badRequest('Pixel not found'),
      );
      pixels(world).update(pixel.id, { name });
      return { body: { success: true } };
    }
    resolveIntegration(world, locationId);
    if (isDataset && igUserId === undefined) throw badRequest('igUserId is required when type is INSTAGRAM_DM');
    const known = pixels(world).inLocation(locationId);
    if (isDataset && known.some((pixel) => pixel.igUserId === igUserId))
      throw badRequest('A dataset already exists for this Instagram account');
    const id = createDigits(world, 16);
    const owner = isDataset ? { igUserId } : {};
    pixels(world).insert({ id, locationId, name, type, ...owner, createdAt: world.timestamp() });
    return { body: { id } };
  },
};
