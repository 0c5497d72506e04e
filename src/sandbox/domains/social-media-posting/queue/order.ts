/** The circle in which the items of a queue take turns. */
import { unprocessable } from '../../../errors.ts';
import type { CategoryQueue, QueueItem } from './records.ts';

/** The room between two items that come one after the other. */
export const orderStep = 1000;

/** From the one that is up (or comes next) to the one that was up before it. Takes the items by their order. */
export function toCycle(items: readonly QueueItem[], { currentOrder }: CategoryQueue): QueueItem[] {
  return [...items.filter(({ order }) => order >= currentOrder), ...items.filter(({ order }) => order < currentOrder)];
}

/** Behind everything: the last of the circle comes right before what is up, or at the end of the numbers. */
function placeLast(cycle: readonly QueueItem[], currentOrder: number): number {
  const last = cycle.at(-1)?.order ?? currentOrder;
  return last < currentOrder ? (last + currentOrder) / 2 : last + orderStep;
}

/** Right behind that order; the next item of the circle may have a smaller one. */
function placeAfter(order: number, next: number | undefined): number {
  return next !== undefined && next > order ? (order + next) / 2 : order + orderStep;
}

/**
 * The order that puts an item where it is wanted: at the top (to go out next), at the bottom (to go out last),
 * or as numbered. Throws 422 for anything else.
 */
export function resolveOrder(wanted: unknown, items: readonly QueueItem[], queue: CategoryQueue): number {
  if (typeof wanted === 'number') return wanted;
  const cycle = toCycle(items, queue);
  if (wanted === 'bottom' || wanted === undefined) return placeLast(cycle, queue.currentOrder);
  if (wanted !== 'top') throw unprocessable(['order must be top, bottom or a number']);
  // Whatever is up keeps its turn.
  const [head, next] = cycle;
  const isUp = queue.currentPostId !== undefined && head?.id === queue.currentItemId;
  return placeAfter(queue.currentOrder, isUp ? next?.order : head?.order);
}
