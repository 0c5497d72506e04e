/** The operator's policy in plain words, and what is left of its ceilings. */
import type { HighLevelClient } from '../../highlevel/client.ts';
import { StateError } from '../../state/error.ts';
import type { ConfirmationMode } from '../confirmation/modes.ts';
import type { CallDependencies } from '../pipeline/call.ts';
import { countedCeilings } from '../policy/ceilings.ts';
import { createCounters } from '../policy/counters.ts';
import type { PolicyRules } from '../policy/rules.ts';
import { countedKinds } from '../policy/weigh.ts';

const MAX_NAMED = 20;

const confirmations: Readonly<Record<ConfirmationMode, string>> = {
  ask: 'high-impact calls wait for the yes of a person, or of a second call that names the plan',
  plan: 'high-impact calls are shown first and done by a second call that names the plan',
  off: 'high-impact calls are not confirmed by this server',
};

/** @param client Absent while nothing is configured: nothing is counted then. */
export async function describePolicy(
  { policy, readOnly, confirmation, pins }: CallDependencies,
  client: HighLevelClient | undefined,
): Promise<object> {
  const rules = [
    ...(readOnly ? ['nothing is written: read-only'] : []),
    ...policy.sets.flatMap(listRules),
    confirmations[confirmation.mode],
  ];
  const counted = countedKinds.filter((kind) => policy.counted[kind] !== undefined);
  if (client === undefined || counted.length === 0) return { rules };
  const { id: token } = await client.describeToken(pins);
  const counters = createCounters(client.state.windows, { token, locationId: pins.locationId });
  const ceilings = counted.map(async (kind) => {
    const { [kind]: of = 0 } = policy.counted;
    return [countedCeilings[kind].rule, { left: await orUnknown(counters.countLeft(kind, of)), of }] as const;
  });
  return { rules, ceilings: Object.fromEntries(await Promise.all(ceilings)) };
}

function listRules({ allow, deny, classes, locations, quietHours, ceilings = {} }: PolicyRules): string[] {
  const { messagesPerHour, deletesPerDay, amountPerInvoice, amountPerCharge } = ceilings;
  return [
    allow && `only these operations: ${list(allow)}`,
    deny && deny.length > 0 && `never these operations: ${list(deny)}`,
    classes && `only operations of class ${list(classes)}`,
    locations && `only these locations: ${list(locations)}`,
    quietHours &&
      `nothing is sent to people from ${quietHours.from} to ${quietHours.to}, ${quietHours.timeZone}, now or planned for then`,
    messagesPerHour !== undefined && `at most ${messagesPerHour} messages to people in an hour`,
    deletesPerDay !== undefined && `at most ${deletesPerDay} deletions in a day`,
    amountPerInvoice && `no invoice above ${listAmounts(amountPerInvoice)}`,
    amountPerCharge && `no charge above ${listAmounts(amountPerCharge)}`,
  ].filter((rule) => typeof rule === 'string');
}

function list(names: readonly string[]): string {
  if (names.length === 0) return 'none';
  const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : '';
  return names.slice(0, MAX_NAMED).join(', ') + more;
}

function listAmounts(table: Readonly<Record<string, number>>): string {
  const amounts = Object.entries(table).map(([currency, most]) => `${most} ${currency}`);
  return amounts.length === 0 ? '0 of any currency' : `${amounts.join(', ')}, and none in another currency`;
}

async function orUnknown(count: Promise<number>): Promise<number | string> {
  try {
    return await count;
  } catch (error) {
    if (error instanceof StateError) return 'unknown: the state cannot be used, so what it counts is refused';
    throw error;
  }
}
