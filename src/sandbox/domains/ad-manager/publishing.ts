/** How a campaign goes live: in steps, one for each of its parts, by the world's clock. */
import type { World } from '../../world.ts';

export type PublishingStatus =
  | 'DRAFT'
  | 'SCHEDULED'
  | 'PUBLISHED'
  | 'PUBLISHING'
  | 'FAILED'
  | 'IN_REVIEW'
  | 'PAUSED'
  | 'ARCHIVED'
  | 'WITH_ISSUES'
  | 'REJECTED';

const stepDurationMs = 500;

/** A publication under way, or over. */
export interface Publication {
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly steps: number;
}

export interface Publishable {
  /** As last written: read it through `resolveStatus`. */
  readonly publishingStatus: PublishingStatus;
  readonly publication?: Publication;
}

export function startPublication(world: World, steps: number): Required<Publishable> {
  return { publishingStatus: 'PUBLISHING', publication: { startedAt: world.now(), steps } };
}

/** How many steps are done by now. */
export function countProcessed(world: World, { startedAt, steps }: Publication): number {
  return Math.min(steps, Math.floor((world.now() - startedAt) / stepDurationMs));
}

/** What is being published is published once all steps are done. */
export function resolveStatus(world: World, { publishingStatus, publication }: Publishable): PublishingStatus {
  if (publishingStatus !== 'PUBLISHING' || publication === undefined) return publishingStatus;
  return countProcessed(world, publication) < publication.steps ? 'PUBLISHING' : 'PUBLISHED';
}

/** The state of a part that is stored inside what is published: it goes live with it and is switched by itself. */
export function resolvePartStatus(world: World, whole: Publishable, own: unknown): unknown {
  if (own !== 'PUBLISHING' || whole.publication === undefined) return own;
  return resolveStatus(world, { publishingStatus: own, publication: whole.publication });
}

/** Has it been live, whatever it is now? */
export function isLaunched(world: World, part: Publishable): boolean {
  const status = resolveStatus(world, part);
  return status === 'PUBLISHED' || status === 'PAUSED';
}
