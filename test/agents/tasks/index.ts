/** The tasks that people give agents most, in the order of the table in docs/agents.md. */
import type { Task } from '../task.ts';
import { tasks as ai } from './ai.ts';
import { tasks as calendar } from './calendar.ts';
import { tasks as contacts } from './contacts.ts';
import { tasks as deals } from './deals.ts';
import { tasks as followUp } from './follow-up.ts';
import { tasks as inbox } from './inbox.ts';
import { tasks as marketing } from './marketing.ts';
import { tasks as money } from './money.ts';
import { tasks as setUp } from './set-up.ts';

export const tasks: readonly Task[] = [
  ...contacts,
  ...inbox,
  ...calendar,
  ...deals,
  ...followUp,
  ...money,
  ...marketing,
  ...setUp,
  ...ai,
];
