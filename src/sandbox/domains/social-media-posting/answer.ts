/** The envelope of the social planner, and the windows of its lists. */
import type { Reply } from '../../handler.ts';
import { parseWindow, takeWindow } from '../locations/slice.ts';

/** Success with its words; `statusCode` repeats the status of the answer. */
export function answer(statusCode: 200 | 201, message: string, results?: unknown): Reply {
  return { body: { success: true, statusCode, message, ...(results !== undefined && { results }) } };
}

interface WindowQuery {
  readonly skip?: unknown;
  readonly limit?: unknown;
}

/** The part that skip and limit name; ten without a limit. */
export function takePart<T>(items: readonly T[], query: WindowQuery): T[] {
  return takeWindow(items, parseWindow(query, { limit: 10, maxLimit: 100 }));
}
