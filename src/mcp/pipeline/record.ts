/**
 * The audit stage. A call that is sent and may change something leaves one line, around its sending; one that ended
 * before, refused or only shown, leaves one where all calls end. What could not be recorded is not sent.
 */
import type { Call as AuditCall } from '../../audit/entry.ts';
import { AuditError } from '../../audit/error.ts';
import type { AuditLog, UnderWay } from '../../audit/log.ts';
import { keepClient, keepId, keepIds, keepOperationName, keepResultIds, keepWord } from '../../audit/redact.ts';
import type { Catalogue, OperationRow } from '../../catalogue/catalogue.ts';
import type { CallResult } from '../../highlevel/client.ts';
import { HighLevelError } from '../../highlevel/errors/index.ts';
import { QuestionAsked } from '../confirmation/ask.ts';
import { type Confirmation, getConfirmer } from '../confirmation/confirm.ts';
import type { Outcome } from '../results/success.ts';
import type { Session } from '../session.ts';
import type { ReadyCall } from './call.ts';
import type { Arguments, Pins } from './context.ts';
import { idempotencyKeyName, planName } from './own-arguments.ts';
import { getPlace } from './place.ts';
import { CallRefusal } from './refusal.ts';

export interface RecordDependencies {
  /** Absent: nothing is recorded. */
  readonly audit?: AuditLog | undefined;
  readonly catalogue: Catalogue;
  readonly pins: Pins;
  readonly confirmation: Confirmation;
}

export interface Recorded {
  readonly answer: CallResult;
  /** False where the line could not be written: it waits until it can. */
  readonly isRecorded: boolean;
}

/** Errors that have their line: they pass here again on their way out. */
const recorded = new WeakSet<object>();

/**
 * Sends a call, and leaves its line before anybody is told how it ended. A read leaves none.
 *
 * @throws CallRefusal `audit_unavailable` where it could not be recorded, and so was not sent
 */
export async function recordSending(
  ready: ReadyCall,
  { audit, confirmation }: RecordDependencies,
  send: () => Promise<CallResult>,
): Promise<Recorded> {
  const { row, entry, args, context, session, client } = ready;
  if (audit === undefined || row.risk === 'read') return { answer: await send(), isRecorded: true };
  const started = performance.now();
  let token: string | undefined;
  const announced: UnderWay = { operation: row.name, time: new Date().toISOString() };
  const append = (ending: Ending): Promise<boolean> =>
    tryToAppend(audit, announced, {
      started,
      session,
      args,
      ids: omitContext(args, row),
      key: context.idempotencyKey,
      entry: {
        ...ending,
        operation: row.name,
        class: row.risk,
        location: keepId(context.locationId),
        company: keepId(context.companyId),
        token: keepWord(token),
        confirmedBy: getConfirmer(row.risk, session, confirmation),
      },
    });
  try {
    ({ token } = await client.identify(entry.operation, args, context));
    await withRefusal(() => audit.announce(announced));
    const answer = await send();
    return { answer, isRecorded: await append(describeAnswer(answer)) };
  } catch (error) {
    if (error instanceof Error) recorded.add(error);
    await append(describeError(error));
    throw error;
  }
}

/** A call of a tool, as it arrived. */
export interface ArrivedCall {
  readonly tool: string;
  readonly args: Arguments;
  readonly session: Session;
  readonly started: number;
}

/**
 * Leaves the line of what ended before anything was sent: a refusal, of reads as well; a plan that was shown, a person
 * who was asked. What has its line already gets no other.
 *
 * @param ended What the tool gave or threw.
 */
export async function recordUnsent(
  ended: unknown,
  { tool, args, session, started }: ArrivedCall,
  { audit, pins, catalogue }: RecordDependencies,
): Promise<void> {
  if (audit === undefined) return;
  const named = typeof args.operation === 'string' ? args.operation : tool;
  const row = catalogue.findByName(named) ?? catalogue.findByKey(named);
  const ending = describeUnsent(ended, row, args);
  if (ending === undefined) return;
  const { [idempotencyKeyName]: key, [planName]: _plan, ...rest } = args;
  await tryToAppend(audit, undefined, {
    started,
    session,
    args: rest,
    ids: rest,
    key,
    entry: {
      ...ending,
      tool: keepWord(tool),
      operation: row?.name ?? keepOperationName(args.operation),
      class: row?.risk,
      location: keepId(findLocation(ended) ?? pins.locationId),
    },
  });
}

/** Where it would have been, as far as it came: arguments may name it in other words. */
function findLocation(ended: unknown): string | undefined {
  return ended instanceof Error ? getPlace(ended)?.locationId : (ended as Outcome).locationId;
}

/** Undefined for what has its line, and for what needs none. */
function describeUnsent(ended: unknown, row: OperationRow | undefined, args: Arguments): Ending | undefined {
  if (ended instanceof Error) {
    if (recorded.has(ended)) return undefined;
    const isOurs = ended instanceof CallRefusal || ended instanceof QuestionAsked;
    const isUnsentWrite =
      ended instanceof HighLevelError && ended.sent === 'no' && row !== undefined && row.risk !== 'read';
    return isOurs || isUnsentWrite ? describeError(ended) : undefined;
  }
  if (row === undefined || row.risk === 'read') return undefined;
  if ((ended as Outcome).plan !== undefined) return { outcome: 'plan_shown', sent: 'no' };
  return args.operation !== undefined && args.dryRun === true ? { outcome: 'dry_run', sent: 'no' } : undefined;
}

/** Without the location and company that a line names anyway. */
function omitContext(args: Arguments, { context = {} }: OperationRow): Arguments {
  return Object.fromEntries(
    Object.entries(args).filter(([name]) => context[name] !== 'location' && context[name] !== 'company'),
  );
}

type Ending = Pick<AuditCall, 'outcome' | 'sent' | 'reason' | 'rule' | 'status' | 'traceId' | 'result'>;

function describeAnswer({ status, traceId, replay, existingId, data }: CallResult): Ending {
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
  if (error instanceof CallRefusal)
    return { outcome: 'refused', sent: 'no', reason: error.kind, rule: keepWord(error.rule) };
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
  /** Where ids are looked for. */
  readonly ids: Arguments;
  readonly key: unknown;
  readonly entry: Omit<AuditCall, 'kind' | 'time' | 'durationMs' | 'client' | 'key' | 'args' | 'ids'>;
}

/** @returns whether it stands in the log; if not, it will when the log can be written again */
async function tryToAppend(audit: AuditLog, announced: UnderWay | undefined, draft: Draft): Promise<boolean> {
  const { started, session, entry, key, args, ids } = draft;
  const time = new Date().toISOString();
  const durationMs = Math.round(performance.now() - started);
  const fingerprint = (value: unknown) => audit.fingerprint(value).catch(() => undefined);
  const fields: Record<string, unknown> = {
    kind: 'call',
    time,
    durationMs,
    ...entry,
    client: describeClient(session),
    key: await fingerprint(key),
    args: await fingerprint(args),
    ids: keepIds(ids),
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

/** The operator's name first, so that what a client calls itself cannot stand in its place. */
function describeClient({ client, caller }: Session): string | undefined {
  const own = client && keepClient(client.name, client.version);
  if (caller === undefined) return own;
  return keepClient(caller, own && `(${own})`);
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
