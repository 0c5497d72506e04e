import { expect, it } from 'vitest';
import { operations } from '../../../tools/courses/operations.gen.ts';
import { openChecked } from '../checked.ts';
import { refusalOf } from '../sdk.ts';

it('keeps imported courses, each import anew', async () => {
  const { service, sandbox, locationId } = await openChecked(operations);
  const importCourses = (products: object[]) => service('courses')('importCourses', { locationId, products });
  const lesson = { title: 'Posture', visibility: 'draft', contentType: 'video', description: 'Sit up' };
  const categories = [{ title: 'Basics', visibility: 'draft', posts: [lesson] }];
  const course = { title: 'Back care', description: 'Six lessons', categories };
  expect(await importCourses([course])).toMatchObject({ success: true });
  await importCourses([course]);
  const kept = sandbox.world.collection('courses').inLocation(locationId);
  expect(kept).toMatchObject([course, course]);
  expect((await refusalOf(importCourses([]))).statusCode).toBe(422);
  expect((await refusalOf(importCourses([{ ...course, categories: [{ title: 'x' }] }]))).statusCode).toBe(422);
  expect(sandbox.world.collection('courses').all()).toHaveLength(2);
});
