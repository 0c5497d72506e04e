/** What people sent in through forms and surveys: both resources keep and list it in the same way. */
import type { SandboxRequest } from '../../handler.ts';
import type { SandboxRecord, World } from '../../world.ts';
import { hasWords, isWithinDays, newestFirst } from '../payments/lists.ts';
import { takeNumberedPage } from './pages.ts';

export interface Submission extends SandboxRecord {
  readonly contactId: string;
  /** The form or survey. */
  readonly questionnaireId: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** Answers by field, and where they came from (`eventData`). */
  readonly others: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
}

export interface SubmissionPage {
  readonly page: readonly Submission[];
  readonly meta: Readonly<Record<string, number | null>>;
}

const defaultLimit = 20;
const largestLimit = 100;

/** The same day a month earlier, or that month's last day. */
function getMonthBefore(time: number): string {
  const date = new Date(time);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 0));
  const day = Math.min(date.getUTCDate(), lastDay.getUTCDate());
  return new Date(Date.UTC(lastDay.getUTCFullYear(), lastDay.getUTCMonth(), day)).toISOString();
}

/** The page that the query names, newest first; without dates, of the last month, as documented. */
export function listSubmissions(
  submissions: readonly Submission[],
  { query }: SandboxRequest,
  questionnaireId: string | undefined,
  world: World,
): SubmissionPage {
  const { q, startAt = getMonthBefore(world.now()), endAt = world.timestamp() } = query;
  const found = newestFirst(submissions).filter(
    (submission) =>
      (questionnaireId === undefined || submission.questionnaireId === questionnaireId) &&
      isWithinDays(submission.createdAt, { startAt, endAt }) &&
      hasWords(q, [submission.contactId, submission.name, submission.email, submission.phone]),
  );
  const limit = Math.min(Math.max(query.limit ?? defaultLimit, 1), largestLimit);
  const currentPage = Math.max(query.page ?? 1, 1);
  return {
    page: takeNumberedPage(found, currentPage, limit),
    meta: {
      total: found.length,
      currentPage,
      nextPage: currentPage * limit < found.length ? currentPage + 1 : null,
      prevPage: currentPage > 1 ? currentPage - 1 : null,
    },
  };
}
