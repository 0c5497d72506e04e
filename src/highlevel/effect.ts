/** What it would mean to send a call a second time: the question behind retries and the journal. */
import type { FindOut } from '../catalogue/find-out.ts';
import type { Guide } from '../catalogue/guide.ts';
import type { Operation } from '../catalogue/operation.ts';

/**
 * - `read`: nothing
 * - `repeatable`: nothing more than the first time (an upsert, an update, a deletion)
 * - `single`: a second message, invoice, record
 */
export type Repetition = 'read' | 'repeatable' | 'single';

export interface Effect {
  readonly repetition: Repetition;
  /** Nothing that was done can be put right: it is never done again on a guess. */
  readonly isIrreversible: boolean;
  readonly findOut?: FindOut | undefined;
}

/** By the judgement of the operation's guide. */
export function resolveEffect(guide: Pick<Guide, 'risk' | 'idempotent' | 'findOut'>): Effect {
  const { risk, idempotent, findOut } = guide;
  return {
    repetition: risk === 'read' ? 'read' : idempotent ? 'repeatable' : 'single',
    isIrreversible: risk === 'high-impact',
    findOut,
  };
}

/** The careful guess, where nobody judged the operation. */
export function guessEffect({ method }: Pick<Operation, 'method'>): Effect {
  return { repetition: method === 'GET' ? 'read' : 'single', isIrreversible: method !== 'GET' };
}
