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
