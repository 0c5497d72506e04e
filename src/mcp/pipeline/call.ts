/**
 * One call, top to bottom: find, permit, context, parse, confirm, send, shape, and the audit around them. Each stage
 * lives in its own module.
 */
import type { AuditLog } from '../../audit/log.ts';
import type { Catalogue, OperationRow } from '../../catalogue/catalogue.ts';
import { type CallContext, type HighLevelClient, resolveEffect } from '../../highlevel/client.ts';
import type { Priority } from '../../highlevel/rate-limit/lane.ts';
import { type Confirmation, confirmCall, getConfirmer } from '../confirmation/confirm.ts';
import { describeOrigin } from '../results/origin.ts';
import type { Outcome } from '../results/success.ts';
import type { Session } from '../session.ts';
import type { Surface } from '../surface/surface.ts';
import { type Arguments, assertWithinPin, type Pins, resolveContext } from './context.ts';
import { extractOwn, idempotencyKeyName, planName } from './own-arguments.ts';
import { parseArguments } from './parse.ts';
import { type Permissions, refuseOperation } from './permit.ts';
import { type Recording, recordCall } from './record.ts';
import { CallRefusal } from './refusal.ts';

export interface CallDependencies extends Permissions {
  readonly catalogue: Catalogue;
  readonly surface: Surface;
  readonly pins: Pins;
  /** Whether high-impact calls wait for a yes. */
  readonly confirmation: Confirmation;
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

/**
 * Runs one operation.
 *
 * @throws QuestionAsked when a person is to be asked first.
 * @throws CallRefusal when nothing was sent because of what this server knows.
 * @throws HighLevelError when HighLevel or the way to it refused.
 */
export function runCall(call: Call, dependencies: CallDependencies): Promise<Outcome> {
  return recordCall(call, dependencies, (recording) => carryOut(call, dependencies, recording));
}

async function carryOut(call: Call, dependencies: CallDependencies, recording: Recording): Promise<Outcome> {
  const { row, session, priority } = call;
  const barred = refuseOperation(row, dependencies);
  if (barred !== undefined) throw barred;
  const entry = await dependencies.catalogue.loadOperation(row);
  const { operation, guide, input } = entry;
  const { value: idempotencyKey, args: rest } = extractOwn(idempotencyKeyName, call.args, row.name);
  const { value: plan, args } =
    row.risk === 'high-impact' ? extractOwn(planName, rest, row.name) : { value: undefined, args: rest };
  const context = resolveContext(operation, args, dependencies.pins, guide.explicit);
  recording.learn(context);
  const parsed = parseArguments(input, context.args, row.name);
  assertWithinPin(parsed.args, dependencies.pins.locationId);
  const { locationId } = context;
  const refusal = dependencies.policy.refuseCall({ row, args: parsed.args, locationId, now: new Date() });
  if (refusal !== undefined) throw refusal;
  const client = await requireClient(dependencies.connect);
  const callContext: CallContext = {
    signal: session.signal,
    idempotencyKey,
    priority,
    effect: resolveEffect(guide),
    ...(context.locationId !== undefined && { locationId: context.locationId }),
    ...(context.companyId !== undefined && { companyId: context.companyId }),
  };
  const { repairs } = parsed;
  if (call.dryRun) {
    const request = await client.plan(operation, parsed.args, callContext);
    return { kind: 'json', data: { wouldSend: request }, locationId, repairs };
  }
  if (row.risk !== 'read') {
    recording.learn(await client.identify(operation, parsed.args, callContext));
    await recording.announce();
  }
  const ready = { entry, args: parsed.args, context: callContext, session, client, plan, repairs };
  const shown = await confirmCall(ready, dependencies);
  if (shown !== undefined) return shown;
  recording.learn({ confirmedBy: getConfirmer(row.risk, session, dependencies.confirmation) });
  const answer = await client.execute(operation, parsed.args, callContext);
  recording.learn({ answer });
  return {
    kind: answer.kind,
    data: answer.data,
    contentType: answer.contentType,
    locationId,
    repairs,
    origin: describeOrigin(answer),
    rateLimit: answer.rateLimit,
  };
}

async function requireClient(connect: CallDependencies['connect']): Promise<HighLevelClient> {
  if (connect !== undefined) return await connect();
  throw new CallRefusal('not_configured', 'No HighLevel token is configured, so nothing can be called.', {
    advice:
      'The operator sets HIGHLEVEL_TOKEN to a private integration token (HighLevel: Settings, Private Integrations) ' +
      'and HIGHLEVEL_LOCATION_ID, or starts the server with --sandbox to try it without an account.',
  });
}
