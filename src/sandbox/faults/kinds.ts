/** The kinds of fault, and how a fault is written: the one list that parser, types and command line rest on. */

/**
 * Kinds that carry a time.
 * - `delay`: processed late, answered at once after that. `delay-after`: processed at once, answered late.
 */
const timedKinds = ['delay', 'delay-after'] as const;

/**
 * Kinds that say all by themselves.
 * - `429`, `500`: refused before anything is processed.
 * - `500-after`, `422-after`: processed, and answered as if it had failed. What is refused anyway keeps its refusal.
 * - `drop-before`: the connection breaks before processing. `drop-after`: it breaks after, without an answer.
 * - `truncate`: processed, but half of the answer arrives.
 * - `hang-before`: never processed, never answered. `hang`: processed, never answered. Either way the connection
 *   stays open until the client gives up or the sandbox closes.
 */
const plainKinds = [
  '429',
  '500',
  '500-after',
  '422-after',
  'drop-before',
  'drop-after',
  'truncate',
  'hang-before',
  'hang',
] as const;

type TimedKind = (typeof timedKinds)[number];
type PlainKind = (typeof plainKinds)[number];

export type Fault = { readonly kind: TimedKind; readonly delayMs: number } | { readonly kind: PlainKind };

/** A fault as it is written, in the header `x-sandbox-fault` too: `delay=200`, or the bare kind. */
export type FaultText = `${TimedKind}=${number}` | PlainKind;

/** Every kind as it is written, for messages and help. */
export const faultForms: readonly string[] = [...timedKinds.map((kind) => `${kind}=<ms>`), ...plainKinds];

/** Throws on anything but a `FaultText`: a misspelt fault must not pass for none. */
export function parseFault(text: string): Fault {
  // Nine digits are all that a timer holds.
  const [, name, digits] = /^([^=]+)=(\d{1,9})$/.exec(text) ?? [];
  const timed = timedKinds.find((kind) => kind === name);
  if (timed !== undefined) return { kind: timed, delayMs: Number(digits) };
  const plain = plainKinds.find((kind) => kind === text);
  if (plain !== undefined) return { kind: plain };
  throw new Error(`unknown fault ${text}: use ${faultForms.join(', ')}`);
}

/** A fault and the share of requests that it hits: `500=0.1`, `delay=200=0.1`. Throws on anything else. */
export function parseFaultRate(text: string): { fault: FaultText; rate: number } {
  const [, fault, rate] = /^(.+)=(0?\.\d+|[01])$/.exec(text) ?? [];
  if (fault === undefined) throw new Error(`${text} is not a kind and a rate from 0 to 1, e.g. 500=0.1`);
  parseFault(fault);
  return { fault: fault as FaultText, rate: Number(rate) };
}
