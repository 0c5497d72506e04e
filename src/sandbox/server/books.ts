/** What the sandbox received and answered: the last requests one by one, and all of them as numbers. */
import type { LoggedRequest } from './log.ts';
import type { Answer } from './respond.ts';

/** Since the sandbox was made. What the log has let go is still counted. */
export interface RequestCounts {
  readonly requests: number;
  /** Requests whose handler has done what was asked, whether or not the answer got through. */
  readonly processed: number;
  /** Answers sent whole, by status; a status that was never answered is missing. */
  readonly answers: Readonly<Record<number, number>>;
}

export interface Books {
  /** Oldest first. */
  readonly requests: readonly LoggedRequest[];
  readonly counts: RequestCounts;
  receive(entry: LoggedRequest): void;
  /** What became of it, before anything is sent. */
  noteOutcome(entry: LoggedRequest, outcome: Answer): void;
  noteAnswer(entry: LoggedRequest, status: number): void;
}

/** Keeps the last `logSize` requests. */
export function createBooks(logSize: number): Books {
  const requests: LoggedRequest[] = [];
  const answers: Record<number, number> = {};
  const counts = { requests: 0, processed: 0, answers };
  return {
    requests,
    counts,
    receive(entry) {
      counts.requests += 1;
      requests.push(entry);
      if (requests.length > logSize) requests.splice(0, requests.length - logSize);
    },
    noteOutcome(entry, { isProcessed, limitedAt, key, error }) {
      entry.isProcessed = isProcessed;
      if (isProcessed) counts.processed += 1;
      if (limitedAt !== undefined) entry.at = limitedAt;
      if (key !== undefined) entry.key = key;
      if (error !== undefined) entry.error = error;
    },
    noteAnswer(entry, status) {
      entry.status = status;
      answers[status] = (answers[status] ?? 0) + 1;
    },
  };
}
