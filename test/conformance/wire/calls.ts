/** The calls that an operation is tried with. */
import { type Fault, listFaults } from '../documents/faults.ts';
import { countVariants, type Extent, sampleNamed } from '../documents/samples.ts';
import { acceptsArguments, getFields, type MatchedArgument, type MatchedOperation } from './match.ts';

export interface ValidCall {
  readonly extent: Extent;
  readonly args: Readonly<Record<string, unknown>>;
}

/**
 * Minimal arguments, and maximal ones often enough that every choice and alternative is sent once.
 * @throws Error when a sample is not valid by the documents: then this test is wrong.
 */
export function buildValidCalls(operation: MatchedOperation): readonly ValidCall[] {
  const { arguments: all, alternatives } = operation;
  const ways = operation.checks.map(({ variants }) => variants);
  const minimal = Math.max(1, alternatives.length, ...ways);
  const maximal = Math.max(1, ...ways, ...all.map(({ shape }) => countVariants(shape)));
  return [
    ...Array.from({ length: minimal }, (_, variant) => build(operation, 'minimal', variant)),
    ...Array.from({ length: maximal }, (_, variant) => build(operation, 'maximal', variant)),
  ];
}

function build(operation: MatchedOperation, extent: Extent, variant: number): ValidCall {
  const needed = operation.alternatives[variant % operation.alternatives.length] ?? [];
  const chosen = operation.arguments.filter(
    ({ name, required }) => required || extent === 'maximal' || needed.includes(name),
  );
  const sampleOf = (argument: MatchedArgument): unknown =>
    sampleNamed(argument.name, argument.shape, {
      extent,
      variant,
      isId: argument.place === 'path' || argument.list === 'comma',
    });
  let args: Readonly<Record<string, unknown>> = Object.fromEntries(chosen.map((each) => [each.name, sampleOf(each)]));
  const byName = new Map(operation.arguments.map((argument) => [argument.name, argument]));
  for (const check of operation.checks) {
    args = check.mend(args, {
      variant,
      sampleOf: (name) => {
        const argument = byName.get(name);
        return argument && sampleOf(argument);
      },
    });
  }
  if (!acceptsArguments(operation, args)) throw new Error(`the ${extent} sample of ${operation.key} is not valid`);
  return { extent, args };
}

/** Every single fault of the maximal calls that the documents themselves would refuse. */
export function buildFaultyCalls(operation: MatchedOperation, valid: readonly ValidCall[]): readonly Fault[] {
  const bases = valid.filter(({ extent }) => extent === 'maximal').slice(0, MAX_BASES);
  const faults = new Map<string, Fault>();
  for (const fault of bases.flatMap(({ args }) => listFaults(getFields(operation), args))) {
    const id = `${fault.kind} ${fault.path} ${Array.isArray(fault.value) ? 'list' : JSON.stringify(fault.value)}`;
    if (!faults.has(id) && !acceptsArguments(operation, fault.args)) faults.set(id, fault);
  }
  return [...faults.values()];
}

/** Enough to enter every alternative; long enumerations have more variants and no more fields. */
const MAX_BASES = 12;
