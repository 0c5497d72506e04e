/** Times of the day, by the clock of a place. */
export interface Hours {
  /** HH:MM, the first minute of it. */
  readonly from: string;
  /** HH:MM, the first minute after it; before `from`: on the next day. */
  readonly to: string;
  readonly timeZone: string;
}

/** Whether it is that time of the day there. Hours from a time to the same time last all day. */
export function isWithinHours({ from, to, timeZone }: Hours, now: Date): boolean {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const time = clock.format(now);
  return from < to ? time >= from && time < to : time >= from || time < to;
}

/**
 * Why a call that reaches people is refused, the rule included; undefined where it is not.
 *
 * @param moments Times for which it is planned. One that has passed means now.
 */
export function refuseByHours(hours: Hours, now: Date, moments: readonly Date[]): string | undefined {
  const when = `from ${hours.from} to ${hours.to}, ${hours.timeZone} (rule quietHours)`;
  if (isWithinHours(hours, now)) return `nothing is sent to people ${when}`;
  if (moments.some((moment) => Number.isNaN(moment.getTime()))) {
    return `its time of sending cannot be read, and nothing is sent to people ${when}`;
  }
  const isPlannedThen = moments.some((moment) => moment > now && isWithinHours(hours, moment));
  return isPlannedThen ? `nothing is planned to be sent to people ${when}` : undefined;
}
