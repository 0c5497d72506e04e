import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask about importing courses. */
export const asks = {
  'POST /courses/courses-exporter/public/import': [
    'bring over a whole course, its modules and the lessons in them',
    'move our course over from Kajabi or Teachable',
    'create a membership course',
    'build a training program in the client portal',
    'upload lessons and videos as a course',
    'set up an e-learning class for members',
    'migrate course content into memberships',
    'turn this outline into a course',
  ],
} as const satisfies Asks<typeof operations>;
