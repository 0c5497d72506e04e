/** Courses come in through an import and can be neither read nor deleted: the sandbox keeps them to be looked at. */
import type { Domain } from '../../domain.ts';
import { unprocessable } from '../../errors.ts';
import type { Handlers } from '../../handler.ts';
import { pickFields } from '../payments/lists.ts';
import { type Course, courses } from './records.ts';

const courseFields = ['title', 'description', 'imageUrl', 'categories', 'instructorDetails'];

const handlers: Handlers = {
  // The documents show no answer.
  'POST /courses/courses-exporter/public/import': (request, world) => {
    const { products, userId } = request.body;
    if (products.length === 0) throw unprocessable(['products should not be empty']);
    for (const product of products) {
      courses(world).insert({
        id: world.newObjectId(),
        locationId: request.locationId,
        ...(pickFields(product, courseFields) as Pick<Course, 'title' | 'description' | 'categories'>),
        ...(userId !== undefined && { userId }),
        createdAt: world.timestamp(),
      });
    }
    return { body: { success: true } };
  },
};

export const domain: Domain = { name: 'courses', handlers };
