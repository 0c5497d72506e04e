/** Counts a call against the operator's ceilings: when it is about to be sent, and not if it never was. */
import type { CallResult } from '../../highlevel/client.ts';
import { HighLevelError } from '../../highlevel/errors/index.ts';
import { StateError } from '../../state/error.ts';
import { countedCeilings } from '../policy/ceilings.ts';
import { type Counters, createCounters, type Place } from '../policy/counters.ts';
import type { Policy } from '../policy/policy.ts';
import { type CountedKind, countedKinds, type Weight } from '../policy/weigh.ts';
import type { CallDependencies, ReadyCall } from './call.ts';
import { CallRefusal } from './refusal.ts';

/**
 * Sends what the ceilings leave room for. A repeated call that the journal answers needs none. Whoever is unsure counts:
 * a call with an unknown outcome may have been carried out, and one that HighLevel refused was made.
 *
 * @throws CallRefusal `not_permitted` with the rule and when there is room again, `state_unavailable` when nobody can
 * count; nothing was sent
 */
export async function sendCounted(
  { entry, args, context, weight, client }: ReadyCall,
  { policy, pins }: Pick<CallDependencies, 'policy' | 'pins'>,
  send: (beforeSend?: () => Promise<void>) => Promise<CallResult>,
): Promise<CallResult> {
  const kinds = countedKinds.filter((kind) => policy.counted[kind] !== undefined && weight[kind] !== 0);
  if (kinds.length === 0) return await send();
  const { token } = await client.identify(entry.operation, args, context);
  const counters = createCounters(client.state.windows, { token, locationId: pins.locationId });
  let places: readonly Place[] = [];
  try {
    const result = await send(async () => {
      places = await takeAll(kinds, weight, policy, counters);
    });
    if (result.replay !== undefined && !result.replay.isOwn) await giveBack(places, counters);
    return result;
  } catch (error) {
    if (error instanceof HighLevelError && error.sent === 'no') await giveBack(places, counters);
    throw error;
  }
}

async function takeAll(
  kinds: readonly CountedKind[],
  weight: Weight,
  { counted }: Policy,
  counters: Counters,
): Promise<Place[]> {
  const places: Place[] = [];
  try {
    for (const kind of kinds) {
      const { [kind]: amount } = weight;
      const { [kind]: ceiling = 0 } = counted;
      // What cannot be told was refused by the policy already.
      const count = amount === 'untold' ? Number.POSITIVE_INFINITY : amount;
      const taken = await withRefusal(() => counters.take(kind, count, ceiling));
      if (taken.kind === 'full') throw explainFull(kind, count, ceiling, taken);
      places.push(...taken.places);
    }
    return places;
  } catch (error) {
    await giveBack(places, counters);
    throw error;
  }
}

/** Places that cannot be given back stay counted: that errs on the safe side, and the outcome is what matters. */
async function giveBack(places: readonly Place[], counters: Counters): Promise<void> {
  try {
    await counters.giveBack(places);
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
  }
}

async function withRefusal<T>(use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    throw new CallRefusal(
      'state_unavailable',
      `The operator's ceilings cannot be kept, so nothing was sent: ${error.message}`,
      { advice: `${error.advice} What no ceiling counts works all the same.` },
    );
  }
}

function explainFull(
  kind: CountedKind,
  count: number,
  ceiling: number,
  { left, waitMs }: { readonly left: number; readonly waitMs: number },
): CallRefusal {
  const { rule, of, per } = countedCeilings[kind];
  const minutes = Math.max(1, Math.ceil(waitMs / 60_000));
  const room = left === 0 ? 'none is left' : `${left} of them are left and this call makes ${count}`;
  return new CallRefusal(
    'not_permitted',
    `The operator's policy refuses this: ${ceiling} ${of} ${per} are permitted, and ${room} ` +
      `(rule ceilings.${rule}: ${ceiling}). Nothing was sent.`,
    {
      rule: 'ceilings',
      advice:
        `There is more room in about ${minutes} min. Only the operator raises the ceiling, in the policy file. ` +
        'Do not try another way around it.',
    },
  );
}
