/** When the items of a queue go out. */

import { addDays, getLocalDate, getWeekday, resolveLocalTime } from '../../../timezone.ts';
import type { World } from '../../../world.ts';
import { locations } from '../../locations/records.ts';
import { toCycle } from './order.ts';
import { type CategoryQueue, itemsOf, type QueueItem, type TimeSlot } from './records.ts';

export const getTimeZone = (world: World, locationId: string): string =>
  locations(world).get(locationId)?.timezone ?? 'UTC';

const toMinutes = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** The instants of the slots after that instant, earliest first, without end; none without slots. */
export function* generateSlots(timeSlots: readonly TimeSlot[], afterMs: number, timeZone: string): Generator<number> {
  if (timeSlots.length === 0) return;
  const byTime = timeSlots.toSorted((a, b) => toMinutes(a.time) - toMinutes(b.time));
  for (let date = getLocalDate(afterMs, timeZone); ; date = addDays(date, 1)) {
    for (const { dayOfWeek, time } of byTime) {
      if (dayOfWeek !== getWeekday(date)) continue;
      const instant = resolveLocalTime(date, toMinutes(time), timeZone);
      if (instant > afterMs) yield instant;
    }
  }
}

export interface Turn {
  readonly item: QueueItem;
  readonly timeMs: number;
  readonly isSkipped: boolean;
}

/** The turns of the items from now on, without end: what is up has its post's time, the others follow. */
export function* generateTurns(world: World, queue: CategoryQueue, items: readonly QueueItem[]): Generator<Turn> {
  if (items.length === 0) return;
  const isUp = queue.currentPostId !== undefined && queue.lastScheduledTime !== undefined;
  const afterMs = isUp ? Date.parse(queue.lastScheduledTime ?? '') - 1 : world.now();
  const cycle = toCycle(items, queue);
  const skipped = new Set(queue.skipDateTime.map((time) => Date.parse(time)));
  let turn = 0;
  for (const timeMs of generateSlots(queue.timeSlots, afterMs, getTimeZone(world, queue.locationId))) {
    const item = cycle[turn % cycle.length];
    if (item !== undefined) yield { item, timeMs, isSkipped: skipped.has(timeMs) };
    turn += 1;
  }
}

export interface SlotInfo {
  readonly itemId: string;
  readonly scheduledDateTime: string | null;
  readonly isSkipped: boolean;
}

/**
 * The next turn of every item, in the order of turns. Live items of a queue that is not active have none;
 * staged ones show what they would have.
 */
export function listSlots(world: World, queue: CategoryQueue, sessionId?: string): SlotInfo[] {
  const items = itemsOf(world, queue, sessionId);
  if (queue.status !== 'active' && sessionId === undefined) {
    return items.map(({ id }) => ({ itemId: id, scheduledDateTime: null, isSkipped: false }));
  }
  const slots: SlotInfo[] = [];
  for (const { item, timeMs, isSkipped } of generateTurns(world, queue, items)) {
    slots.push({ itemId: item.id, scheduledDateTime: new Date(timeMs).toISOString(), isSkipped });
    if (slots.length === items.length) break;
  }
  return slots;
}

/** The slots that are not what they were, in the words of the answers. */
export function compareSlots(before: readonly SlotInfo[], after: readonly SlotInfo[]) {
  const known = new Map(before.map((slot) => [slot.itemId, slot]));
  const updatedSlots = after.filter(({ itemId, scheduledDateTime, isSkipped }) => {
    const old = known.get(itemId);
    return old?.scheduledDateTime !== scheduledDateTime || old.isSkipped !== isSkipped;
  });
  return { updatedSlots, totalPostsChanged: updatedSlots.length };
}
