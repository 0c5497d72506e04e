/** One call, top to bottom: find, permit, context, parse, send, shape. Each stage lives in its own module. */
import type { Catalogue, OperationRow } from '../../catalogue/catalogue.ts';
import { type CallContext, type HighLevelClient, resolveEffect } from '../../highlevel/client.ts';
import type { Priority } from '../../highlevel/rate-limit/lane.ts';
import { describeOrigin } from '../results/origin.ts';
import type { Outcome } from '../results/success.ts';
import type { Session } from '../session.ts';
import type { Surface } from '../surface/surface.ts';
import { type Arguments, assertWithinPin, type Pins, resolveContext } from './context.ts';
import { extractIdempotencyKey } from './idempotency-key.ts';
import { parseArguments } from './parse.ts';
import { type Permissions, refuseOperation } from './permit.ts';
import { CallRefusal } from './refusal.ts';

export interface CallDependencies extends Permissions {
  readonly catalogue: Catalogue;
  readonly surface: Surface;
  readonly pins: Pins;
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

/**
 * Runs one operation.
 *
 * @throws CallRefusal when nothing was sent because of what this server knows.
 * @throws HighLevelError when HighLevel or the way to it refused.
 */
export async function runCall(call: Call, dependencies: CallDependencies): Promise<Outcome> {
  const { row, session, priority } = call;
  const barred = refuseOperation(row, dependencies);
  if (barred !== undefined) throw barred;
  const { operation, guide, input } = await dependencies.catalogue.loadOperation(row);
  const { idempotencyKey, args } = extractIdempotencyKey(call.args, row.name);
  const context = resolveContext(operation, args, dependencies.pins, guide.explicit);
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
    const plan = await client.plan(operation, parsed.args, callContext);
    return { kind: 'json', data: { wouldSend: plan }, locationId, repairs };
  }
  const answer = await client.execute(operation, parsed.args, callContext);
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
