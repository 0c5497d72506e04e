/** A task that people give an agent. */
import type { Agent, Answer, Cost, Way } from './agent.ts';

/** One request to the sandbox itself: GET, or POST with a body. */
export type Inspect = (path: string, body?: object) => Promise<Answer>;

export interface Task<Told = Answer> {
  /** As in the list of common agent tasks. */
  readonly title: string;
  /** What an operator would list for it by name. */
  readonly resources: readonly string[];
  readonly isForAgency?: true;
  /** @returns what the agent tells the person in the end */
  run(agent: Agent, now: Date): Promise<Told>;
  /** Finds out without the agent whether it is done, and whether what it told is true. */
  check(inspect: Inspect, told: Told, locationId: string): Promise<void>;
}

export type { Answer } from './agent.ts';

export interface Played extends Cost {
  readonly title: string;
  readonly way: Way;
  /** Tokens of the tool list that it was played with, paid once by each session. */
  readonly listed: number;
}

/** Infers what a task tells. */
export function defineTask<Told>(task: Task<Told>): Task {
  return task as Task;
}
