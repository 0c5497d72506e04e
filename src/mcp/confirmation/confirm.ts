/** High-impact calls are confirmed before they are sent: by the person, or by a second call that names the plan. */
import type { LoadedOperation } from '../../catalogue/catalogue.ts';
import type { Risk } from '../../catalogue/guide.ts';
import type { Arguments, CallContext, HighLevelClient } from '../../highlevel/client.ts';
import type { CallDependencies } from '../pipeline/call.ts';
import type { Outcome } from '../results/success.ts';
import type { Session } from '../session.ts';
import { askPerson } from './ask.ts';
import type { ConfirmationMode } from './modes.ts';
import { createPlans, PLAN_SECONDS, type PlannedCall } from './plan.ts';
import { describeCall } from './words.ts';

export interface Confirmation {
  readonly mode: ConfirmationMode;
  /** Epoch milliseconds. Default: the machine's clock. */
  readonly now?: (() => number) | undefined;
}

/** A call that is ready to be sent. */
export interface ReadyCall {
  readonly entry: LoadedOperation;
  readonly args: Arguments;
  readonly context: CallContext;
  readonly session: Session;
  readonly client: HighLevelClient;
  /** The id of a plan, where the agent named one. */
  readonly plan: string | undefined;
  readonly repairs: readonly string[];
}

/** By whom, or by what, a call is confirmed; undefined where it needs no confirmation. */
export function getConfirmer(risk: Risk, session: Session, { mode }: Confirmation): 'person' | 'plan' | undefined {
  if (mode === 'off' || risk !== 'high-impact') return undefined;
  return mode === 'ask' && session.person !== undefined ? 'person' : 'plan';
}

/**
 * @returns what to show instead of sending; undefined when the call is confirmed, or needs no confirmation
 * @throws QuestionAsked when a person is to be asked first
 * @throws CallRefusal `declined` or `plan_refused`
 */
export async function confirmCall(ready: ReadyCall, dependencies: CallDependencies): Promise<Outcome | undefined> {
  const { now = Date.now } = dependencies.confirmation;
  const { entry, args, context, session, client } = ready;
  const { operation, guide } = entry;
  const confirmer = getConfirmer(guide.risk, session, dependencies.confirmation);
  if (confirmer === undefined) return undefined;
  const person = confirmer === 'person' ? session.person : undefined;
  const call: PlannedCall = {
    by: person === undefined ? 'agent' : 'person',
    operation: `${operation.method} ${operation.path}`,
    args,
    subject: await client.identify(operation, args, context),
  };
  const plans = createPlans(client.state.records, now);
  if (person !== undefined) {
    await askPerson(person, call, plans, () => describeCall(ready, dependencies));
    return undefined;
  }
  if (ready.plan !== undefined) {
    await plans.redeem(ready.plan, call);
    return undefined;
  }
  // What cannot be built is refused before anybody is bothered with it.
  const request = await client.plan(operation, args, context);
  const does = await describeCall(ready, dependencies);
  const id = await plans.mint(call);
  return {
    kind: 'json',
    data: { does, request },
    locationId: context.locationId,
    repairs: ready.repairs,
    plan: { id, expiresInSeconds: PLAN_SECONDS },
  };
}
