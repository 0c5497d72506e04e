/** Membership courses with their modules and lessons, as they were imported. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface Course extends SandboxRecord {
  readonly title: string;
  readonly description: string;
  readonly imageUrl?: string;
  readonly categories: readonly Readonly<Record<string, unknown>>[];
  readonly instructorDetails?: Readonly<Record<string, string>>;
  readonly userId?: string;
  readonly createdAt: string;
}

export const courses = (world: World): Collection<Course> => world.collection<Course>('courses');
