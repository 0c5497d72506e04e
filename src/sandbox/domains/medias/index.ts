/** The media library of a location. */
import type { Domain, SeedContext } from '../../domain.ts';
import { treatNullAsAbsent } from '../payments/lists.ts';
import { mediaHandlers } from './handlers.ts';
import { insertFile, insertFolder } from './records.ts';

function seedMedias({ world, locations, daysAgo, usersIn }: SeedContext): void {
  for (const { id: locationId } of locations) {
    const lastUpdatedBy = usersIn(locationId)[0]?.userId ?? '';
    const image = { locationId, lastUpdatedBy, contentType: 'image/jpeg' };
    insertFile(world, { ...image, name: 'logo.png', contentType: 'image/png', size: 18_362, createdAt: daysAgo(160) });
    insertFile(world, { ...image, name: 'team-photo.jpg', size: 412_880, createdAt: daysAgo(90) });
    const folder = insertFolder(world, { locationId, name: 'Social posts', lastUpdatedBy, createdAt: daysAgo(80) });
    for (const [index, name] of ['spring-offer.jpg', 'opening-hours.jpg', 'before-after.jpg'].entries()) {
      const createdAt = daysAgo(70 - index * 15);
      insertFile(world, { ...image, name, parentId: folder.id, size: 200_000 + index * 31_000, createdAt });
    }
  }
}

export const domain: Domain = { name: 'medias', handlers: treatNullAsAbsent(mediaHandlers), seed: seedMedias };
