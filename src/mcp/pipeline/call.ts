/** One call, top to bottom: find, permit, locate, context, parse, policy, confirm, record, count, send, shape. Each is a module of its own. */
import type { AuditLog } from '../../audit/log.ts';
import type { Catalogue, LoadedOperation, OperationRow } from '../../catalogue/catalogue.ts';
import type { CallContext, HighLevelClient } from '../../highlevel/client.ts';
import { resolveEffect } from '../../highlevel/effect.ts';
import type { Priority } from '../../highlevel/rate-limit/lane.ts';
import { type Confirmation, confirmCall } from '../confirmation/confirm.ts';
import { prefetchTimeZone, type TimeZoneSetting } from '../lookup/time-zone.ts';
import { type Weight, weighCall } from '../policy/weigh.ts';
import { describeOrigin, noteUnrecorded } from '../results/origin.ts';
import type { Outcome } from '../results/success.ts';
import type { Session } from '../session.ts';
import type { Surface } from '../surface/surface.ts';
import { markObstacle, readForesight } from '../token/foresight.ts';
import { withTokenMemory } from '../token/memory.ts';
import { type Arguments, assertOneLocation, assertWithinPin, type Pins, resolveContext } from './context.ts';
import { sendCounted } from './count.ts';
import { locateCall } from './locate.ts';
import { extractOwn, idempotencyKeyName, planName } from './own-arguments.ts';
import { parseArguments } from './parse.ts';
import { type Permissions, refuseOperation } from './permit.ts';
import { notePlace } from './place.ts';
import { recordSending } from './record.ts';
import { CallRefusal } from './refusal.ts';

export interface CallDependencies extends Permissions {
  readonly catalogue: Catalogue;
  readonly surface: Surface;
  readonly pins: Pins;
  /** No location is pinned, and each has a token of its own, as a company's account does: a call says in which it works. */
  readonly choosesLocation?: boolean | undefined;
  /** Whether high-impact calls wait for a yes. */
  readonly confirmation: Confirmation;
  /** In which zone results show times. Default: as HighLevel writes them. */
  readonly timeZone?: TimeZoneSetting | undefined;
  /** Gives the client, made on first use. Absent while no token is configured: listing tools still works. */
  readonly connect: (() => Promise<HighLevelClient>) | undefined;
  /** Where writes and refusals are recorded. Absent: nowhere. */
  readonly audit?: AuditLog | undefined;
}

export interface Call {
  readonly row: OperationRow;
  readonly args: Arguments;
  readonly session: Session;
  /** Default `interactive`: somebody waits for it. Work in bulk is `background`. */
  readonly priority?: Priority;
  /** Only shows the request. */
  readonly dryRun?: boolean;
}

/** A call that is checked, permitted and ready to be sent. */
export interface ReadyCall {
  readonly row: OperationRow;
  readonly entry: LoadedOperation;
  /** As the operation's schema gave them. */
  readonly args: Arguments;
  readonly context: CallContext;
  /** What it has at stake, for the ceilings of the policy. */
  readonly weight: Weight;
  readonly session: Session;
  readonly client: HighLevelClient;
  /** The id of a plan, where the agent named one. */
  readonly plan: string | undefined;
  readonly repairs: readonly string[];
}

/**
 * Runs one operation.
 *
 * @throws QuestionAsked when a person is to be asked first.
 * @throws CallRefusal when nothing was sent because of what this server knows.
 * @throws HighLevelError when HighLevel or the way to it refused.
 */
export async function runCall(call: Call, dependencies: CallDependencies): Promise<Outcome> {
  const ready = await prepareCall(call, dependencies);
  try {
    const shown = call.dryRun ? await showRequest(ready) : await confirmCall(ready, dependencies);
    return shown === undefined ? await sendCall(ready, dependencies) : await warnOfRefusal(shown, ready, dependencies);
  } catch (error) {
    notePlace(error, ready.context.locationId, dependencies);
    throw error;
  }
}

/**
 * Everything before the question whether it shall be: nothing is sent, nobody is asked.
 *
 * @throws CallRefusal
 */
export async function prepareCall(call: Call, dependencies: CallDependencies): Promise<ReadyCall> {
  const { row, session, priority } = call;
  const barred = refuseOperation(row, dependencies);
  if (barred !== undefined) throw barred;
  const entry = await dependencies.catalogue.loadOperation(row);
  const { operation, guide, input } = entry;
  const { value: idempotencyKey, args: rest } = extractOwn(idempotencyKeyName, call.args, row.name);
  const { value: plan, args } =
    row.risk === 'high-impact' ? extractOwn(planName, rest, row.name) : { value: undefined, args: rest };
  const located = await locateCall({ row, entry }, args, dependencies);
  const context = resolveContext(operation, located.args, dependencies.pins, guide.explicit);
  const parsed = parseArguments(input, context.args, row.name);
  assertWithinPin(parsed.args, dependencies.pins.locationId);
  if (row.risk !== 'read') assertOneLocation(parsed.args, context.locationId);
  const { locationId = located.locationId, companyId } = context;
  const weight = weighCall(operation, guide, parsed.args);
  const refusal = dependencies.policy.refuseCall({ row, args: parsed.args, locationId, weight, now: new Date() });
  if (refusal !== undefined) throw refusal;
  const client = await requireClient(dependencies.connect);
  const callContext: CallContext = {
    signal: session.signal,
    idempotencyKey,
    priority,
    effect: resolveEffect(guide),
    ...(locationId !== undefined && { locationId }),
    ...(companyId !== undefined && { companyId }),
  };
  const repairs = [...located.repairs, ...parsed.repairs];
  return { row, entry, args: parsed.args, context: callContext, weight, session, client, plan, repairs };
}

/**
 * Sends what is ready and was agreed to, and gives the outcome as every tool gives it.
 *
 * @throws CallRefusal where a ceiling leaves no room; `audit_unavailable` for a write that could not be recorded
 * @throws HighLevelError
 */
export async function sendCall(ready: ReadyCall, dependencies: CallDependencies): Promise<Outcome> {
  const { entry, args, context, client, repairs } = ready;
  const { answer, isRecorded } = await recordSending(ready, dependencies, () =>
    sendCounted(ready, dependencies, (count) => {
      const beforeSend = async (): Promise<void> => {
        await count?.();
        prefetchTimeZone(context.locationId, dependencies);
      };
      return withTokenMemory(ready, () => client.execute(entry.operation, args, { ...context, beforeSend }));
    }),
  );
  return {
    kind: answer.kind,
    data: answer.data,
    contentType: answer.contentType,
    locationId: context.locationId,
    repairs,
    origin: isRecorded ? describeOrigin(answer) : noteUnrecorded(describeOrigin(answer)),
    rateLimit: answer.rateLimit,
  };
}

async function showRequest({ entry, args, context, client, repairs }: ReadyCall): Promise<Outcome> {
  const wouldSend = await client.plan(entry.operation, args, context);
  return { kind: 'json', data: { wouldSend }, locationId: context.locationId, repairs, isExact: true };
}

/** What is only shown says so where HighLevel will probably refuse it: before anybody agrees to it. */
export async function warnOfRefusal(
  shown: Outcome,
  { row, context }: ReadyCall,
  dependencies: CallDependencies,
): Promise<Outcome> {
  const { locationId, companyId } = context;
  const findObstacle = await readForesight({ ...dependencies, pins: { locationId, companyId } });
  return { ...shown, data: { ...(shown.data as object), ...markObstacle(findObstacle(row)) } };
}

async function requireClient(connect: CallDependencies['connect']): Promise<HighLevelClient> {
  if (connect !== undefined) return await connect();
  throw new CallRefusal('not_configured', 'No HighLevel token is configured, so nothing can be called.', {
    advice:
      'The operator sets HIGHLEVEL_TOKEN to a private integration token (HighLevel: Settings, Private Integrations) ' +
      'and HIGHLEVEL_LOCATION_ID, or starts the server with --sandbox to try it without an account.',
  });
}
