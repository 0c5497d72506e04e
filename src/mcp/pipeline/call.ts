/** One call, top to bottom: find, permit, context, parse, policy, confirm, send, shape. Each stage lives in its own module. */
import type { Catalogue, LoadedOperation, OperationRow } from '../../catalogue/catalogue.ts';
import { type CallContext, type HighLevelClient, resolveEffect } from '../../highlevel/client.ts';
import type { Priority } from '../../highlevel/rate-limit/lane.ts';
import { type Confirmation, confirmCall } from '../confirmation/confirm.ts';
import { describeOrigin } from '../results/origin.ts';
import type { Outcome } from '../results/success.ts';
import type { Session } from '../session.ts';
import type { Surface } from '../surface/surface.ts';
import { type Arguments, assertWithinPin, type Pins, resolveContext } from './context.ts';
import { extractOwn, idempotencyKeyName, planName } from './own-arguments.ts';
import { parseArguments } from './parse.ts';
import { type Permissions, refuseOperation } from './permit.ts';
import { CallRefusal } from './refusal.ts';

export interface CallDependencies extends Permissions {
  readonly catalogue: Catalogue;
  readonly surface: Surface;
  readonly pins: Pins;
  /** Whether high-impact calls wait for a yes. */
  readonly confirmation: Confirmation;
  /** Gives the client, made on first use. Absent while no token is configured: listing tools still works. */
  readonly connect: (() => Promise<HighLevelClient>) | undefined;
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
  if (call.dryRun) return await showRequest(ready);
  return (await confirmCall(ready, dependencies)) ?? (await sendCall(ready));
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
  const context = resolveContext(operation, args, dependencies.pins, guide.explicit);
  const parsed = parseArguments(input, context.args, row.name);
  assertWithinPin(parsed.args, dependencies.pins.locationId);
  const { locationId, companyId } = context;
  const refusal = dependencies.policy.refuseCall({ row, args: parsed.args, locationId, now: new Date() });
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
  return { row, entry, args: parsed.args, context: callContext, session, client, plan, repairs: parsed.repairs };
}

/** Sends what is ready, and gives the outcome as every tool gives it. */
export async function sendCall({ entry, args, context, client, repairs }: ReadyCall): Promise<Outcome> {
  const answer = await client.execute(entry.operation, args, context);
  return {
    kind: answer.kind,
    data: answer.data,
    contentType: answer.contentType,
    locationId: context.locationId,
    repairs,
    origin: describeOrigin(answer),
    rateLimit: answer.rateLimit,
  };
}

async function showRequest({ entry, args, context, client, repairs }: ReadyCall): Promise<Outcome> {
  const wouldSend = await client.plan(entry.operation, args, context);
  return { kind: 'json', data: { wouldSend }, locationId: context.locationId, repairs };
}

async function requireClient(connect: CallDependencies['connect']): Promise<HighLevelClient> {
  if (connect !== undefined) return await connect();
  throw new CallRefusal('not_configured', 'No HighLevel token is configured, so nothing can be called.', {
    advice:
      'The operator sets HIGHLEVEL_TOKEN to a private integration token (HighLevel: Settings, Private Integrations) ' +
      'and HIGHLEVEL_LOCATION_ID, or starts the server with --sandbox to try it without an account.',
  });
}
