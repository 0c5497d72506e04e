/** What an agent is told of an outcome that did not come about by sending what it asked for. */
import type { CallResult, Replay } from '../../highlevel/client.ts';

/** Fields of the result beside the outcome itself. */
export interface Origin {
  /** Nothing was sent: the outcome is that of an earlier call. */
  readonly replayed?: true;
  /** Nothing was created: the record with this id was there already. */
  readonly exists?: string;
  readonly note: string;
}

/** Undefined where the call was simply carried out. */
export function describeOrigin({ replay, existingId, isUnrecorded }: CallResult): Origin | undefined {
  if (replay?.isOwn) {
    return { note: 'It was sent and its answer was lost; the result is the record that it made, found by looking.' };
  }
  if (replay !== undefined) return { replayed: true, note: explainReplay(replay) };
  if (existingId !== undefined) {
    return {
      exists: existingId,
      note: 'HighLevel refused a duplicate: nothing was created or changed. The result is the record that is in the way.',
    };
  }
  if (isUnrecorded) {
    return {
      note: 'It was done, but this could not be recorded: do not repeat the call, a repetition would not be recognised.',
    };
  }
  return undefined;
}

/** Of a call whose line could not be written. */
export function noteUnrecorded(origin: Origin | undefined): Origin {
  const note =
    'It is not in the audit log yet, which cannot be written; further writes are refused until it can. Tell the operator.';
  return { ...origin, note: origin === undefined ? note : `${origin.note} ${note}` };
}

function explainReplay({ by, isFound, ageMs }: Replay): string {
  const when = formatAge(ageMs);
  const outcome = isFound
    ? 'Its answer had been lost; the result is the record that it made, found by looking.'
    : 'The result is its outcome.';
  return by === 'key'
    ? `Nothing was sent: this idempotencyKey stands for the same call, which ended ${when}. ${outcome}`
    : `Nothing was sent: the same call ended ${when}. ${outcome} To do it again on purpose, pass a new idempotencyKey.`;
}

function formatAge(ageMs: number): string {
  const seconds = Math.round(ageMs / 1000);
  if (seconds < 120) return `${seconds} s ago`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min ago` : `${Math.round(minutes / 60)} h ago`;
}
