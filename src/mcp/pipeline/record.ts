/**
 * The audit stage, around all others: a call that changes something leaves one line, and so does one that this server
 * refused. Nothing that changes something is sent unless its line can be written.
 */
import type { Call as AuditCall } from '../../audit/entry.ts';
import { AuditError } from '../../audit/error.ts';
import type { AuditLog, UnderWay } from '../../audit/log.ts';
import { keepClient, keepId, keepIds, keepOperationName, keepResultIds, keepWord } from '../../audit/redact.ts';
import type { Catalogue, OperationRow } from '../../catalogue/catalogue.ts';
import type { CallResult } from '../../highlevel/client.ts';
import { HighLevelError } from '../../highlevel/errors/index.ts';
import { QuestionAsked } from '../confirmation/ask.ts';
import type { Outcome } from '../results/success.ts';
import type { Session } from '../session.ts';
import type { Arguments, Pins } from './context.ts';
import { idempotencyKeyName, planName } from './own-arguments.ts';
import { CallRefusal } from './refusal.ts';

/** What becomes known on a call's way, in addition to how it began. */
export interface Learned {
  readonly locationId?: string | undefined;
  readonly companyId?: string | undefined;
  /** The token's id. */
  readonly token?: string | undefined;
  readonly confirmedBy?: 'person' | 'plan' | undefined;
  readonly answer?: CallResult;
}

export interface Recording {
  learn(facts: Learned): void;
  /**
   * To be called before a write is confirmed and sent.
   *
   * @throws CallRefusal `audit_unavailable` where it could not be recorded
   */
  announce(): Promise<void>;
}

export interface RecordedCall {
  readonly row: OperationRow;
  readonly args: Arguments;
  readonly session: Session;
  readonly dryRun?: boolean | undefined;
}

export interface RecordDependencies {
  /** Absent: nothing is recorded. */
  readonly audit?: AuditLog | undefined;
  readonly pins: Pins;
}

/** Errors that have their line: they pass here again on their way out. */
const recorded = new WeakSet<object>();

/** Carries a call out, and leaves its line before anybody is told of the outcome. Without a log, only the former. */
export async function recordCall(
  call: RecordedCall,
  { audit, pins }: RecordDependencies,
  carryOut: (recording: Recording) => Promise<Outcome>,
): Promise<Outcome> {
  if (audit === undefined) return await carryOut({ learn() {}, async announce() {} });
  const { row, session } = call;
  const started = performance.now();
  let learned: Learned = {};
  let announced: UnderWay | undefined;
  const append = async (ending: Ending): Promise<boolean> => {
    // A call that was refused at the door was for where this server is pinned to.
    const { locationId = ending.outcome === 'refused' ? pins.locationId : undefined } = learned;
    const { companyId, token, confirmedBy } = learned;
    return await tryToAppend(audit, announced, {
      started,
      session,
      args: call.args,
      entry: {
        ...ending,
        operation: row.name,
        class: row.risk,
        location: keepId(locationId),
        company: keepId(companyId),
        token: keepWord(token),
        confirmedBy,
      },
    });
  };
  try {
    const outcome = await carryOut({
      learn(facts) {
        learned = { ...learned, ...facts };
      },
      async announce() {
        const about = { operation: row.name, time: new Date().toISOString() };
        await withRefusal(() => audit.announce(about));
        announced = about;
      },
    });
    if (row.risk === 'read' || (await append(describeOutcome(outcome, call, learned.answer)))) return outcome;
    return { ...outcome, origin: { ...outcome.origin, note: `${outcome.origin?.note ?? ''} ${unrecorded}`.trim() } };
  } catch (error) {
    if (row.risk !== 'read' || error instanceof CallRefusal) {
      if (error instanceof Error) recorded.add(error);
      await append(describeError(error));
    }
    throw error;
  }
}

/** A call as it arrived, which came to no operation. */
export interface ArrivedCall {
  readonly tool: string;
  readonly args: Arguments;
  readonly session: Session;
  readonly started: number;
}

/** Leaves the line of a refusal that came before an operation was reached; of one that has its line already, none. */
export async function recordRefusal(
  error: unknown,
  { tool, args, session, started }: ArrivedCall,
  { audit, pins, catalogue }: RecordDependencies & { readonly catalogue: Catalogue },
): Promise<void> {
  if (audit === undefined || !(error instanceof CallRefusal) || recorded.has(error)) return;
  recorded.add(error);
  const named = typeof args.operation === 'string' ? args.operation : tool;
  const row = catalogue.findByName(named) ?? catalogue.findByKey(named);
  await tryToAppend(audit, undefined, {
    started,
    session,
    args,
    entry: {
      ...describeError(error),
      tool: keepWord(tool),
      operation: row?.name ?? keepOperationName(args.operation),
      class: row?.risk,
      location: keepId(pins.locationId),
    },
  });
}

/** In the outcome of a call that was carried out. */
const unrecorded =
  'It is not in the audit log yet, which cannot be written; further writes are refused until it can. Tell the operator.';

type Ending = Pick<AuditCall, 'outcome' | 'sent' | 'reason' | 'rule' | 'status' | 'traceId' | 'result'>;

function describeOutcome(
  { plan }: Outcome,
  { dryRun }: RecordedCall,
  { status, traceId, replay, existingId, data }: Partial<CallResult> = {},
): Ending {
  if (dryRun) return { outcome: 'dry_run', sent: 'no' };
  if (plan !== undefined) return { outcome: 'plan_shown', sent: 'no' };
  const isReplay = replay !== undefined && !replay.isOwn;
  const existing = keepId(existingId);
  return {
    outcome: isReplay ? 'replayed' : existingId !== undefined ? 'exists' : 'done',
    sent: isReplay ? 'no' : 'yes',
    status,
    traceId: keepWord(traceId),
    result: existing === undefined ? keepResultIds(data) : [existing],
  };
}

function describeError(error: unknown): Ending {
  if (error instanceof QuestionAsked) return { outcome: 'person_asked', sent: 'no' };
  if (error instanceof CallRefusal) return { outcome: 'refused', sent: 'no', reason: error.kind, rule: error.rule };
  if (!(error instanceof HighLevelError)) return { outcome: 'unknown', sent: 'unknown', reason: 'internal' };
  const { kind, sent, status, traceId } = error;
  const isAnswered = sent === 'yes' && status !== undefined && status >= 400;
  const ended = { unknown: 'unknown', done: 'done', 'not-done': isAnswered ? 'rejected' : 'failed' } as const;
  return { outcome: ended[error.outcome], sent, reason: kind, status, traceId: keepWord(traceId) };
}

interface Draft {
  readonly started: number;
  readonly session: Session;
  readonly args: Arguments;
  readonly entry: Omit<AuditCall, 'kind' | 'time' | 'durationMs' | 'client' | 'key' | 'args' | 'ids'>;
}

/** @returns whether it stands in the log; if not, it will when the log can be written again */
async function tryToAppend(audit: AuditLog, announced: UnderWay | undefined, draft: Draft): Promise<boolean> {
  const { started, session, entry } = draft;
  const { client } = session;
  const { [idempotencyKeyName]: key, [planName]: _plan, ...args } = draft.args;
  const time = new Date().toISOString();
  const durationMs = Math.round(performance.now() - started);
  const fingerprint = (value: unknown) => audit.fingerprint(value).catch(() => undefined);
  const fields: Record<string, unknown> = {
    kind: 'call',
    time,
    durationMs,
    ...entry,
    client: client && keepClient(client.name, client.version),
    key: await fingerprint(key),
    args: await fingerprint(args),
    ids: keepIds(args),
  };
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  try {
    await audit.append(known as AuditCall, announced);
    return true;
  } catch {
    // Whatever it was, how the call ended is not lost over it.
    return false;
  }
}

async function withRefusal<T>(use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    if (!(error instanceof AuditError)) throw error;
    throw new CallRefusal('audit_unavailable', `${error.message} What cannot be recorded is not sent.`, {
      advice: `${error.advice} Reads work all the same.`,
    });
  }
}
