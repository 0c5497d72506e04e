/** What cannot be undone is confirmed before it is sent: by the person, or by a second call that names the plan. */
import type { Risk } from '../../catalogue/guide.ts';
import type { HighLevelClient } from '../../highlevel/client.ts';
import type { CallDependencies, ReadyCall } from '../pipeline/call.ts';
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

/** What somebody has to agree to: one call, or many as one. */
export interface Intention {
  /** What the yes is bound to. */
  readonly call: Omit<PlannedCall, 'by'>;
  /** The id of a plan, where the agent named one. */
  readonly plan: string | undefined;
  readonly session: Session;
  readonly client: HighLevelClient;
  readonly locationId: string | undefined;
  readonly repairs: readonly string[];
  /** In words that a person can decide by. */
  describe(): Promise<string>;
  /** Builds what would be sent. Throws for what cannot be: that is refused before anybody is bothered with it. */
  build(): Promise<unknown>;
}

/** By whom, or by what, a call is confirmed; undefined where it needs no confirmation. */
export function getConfirmer(risk: Risk, session: Session, { mode }: Confirmation): 'person' | 'plan' | undefined {
  if (mode === 'off' || risk !== 'high-impact') return undefined;
  return mode === 'ask' && session.person !== undefined ? 'person' : 'plan';
}

/**
 * @returns what to show instead of sending; undefined when it is confirmed
 * @throws QuestionAsked when a person is to be asked first
 * @throws CallRefusal `declined` or `plan_refused`
 */
export async function confirm(intention: Intention, confirmation: Confirmation): Promise<Outcome | undefined> {
  const { mode, now = Date.now } = confirmation;
  if (mode === 'off') return undefined;
  const { session, client, plan, locationId, repairs } = intention;
  const person = mode === 'ask' ? session.person : undefined;
  const call: PlannedCall = { by: person === undefined ? 'agent' : 'person', ...intention.call };
  const plans = createPlans(client.state.records, now);
  if (person !== undefined) {
    await askPerson(person, call, plans, () => intention.describe());
    return undefined;
  }
  if (plan !== undefined) {
    await plans.redeem(plan, call);
    return undefined;
  }
  await intention.build();
  const does = await intention.describe();
  const id = await plans.mint(call);
  const shown = { id, expiresInSeconds: PLAN_SECONDS };
  return { kind: 'json', data: { does }, locationId, repairs, plan: shown, isExact: true };
}

/** One call, where it is of the class that is confirmed. Gives and throws as `confirm` does. */
export async function confirmCall(ready: ReadyCall, dependencies: CallDependencies): Promise<Outcome | undefined> {
  const { entry, args, context, session, client, plan, repairs } = ready;
  const { operation, guide } = entry;
  const { confirmation } = dependencies;
  if (guide.risk !== 'high-impact' || confirmation.mode === 'off') return undefined;
  const subject = await client.identify(operation, args, context);
  const intention: Intention = {
    call: { operation: `${operation.method} ${operation.path}`, args, subject },
    plan,
    session,
    client,
    locationId: context.locationId,
    repairs,
    describe: () => describeCall(ready, dependencies),
    build: () => client.plan(operation, args, context),
  };
  return await confirm(intention, confirmation);
}
