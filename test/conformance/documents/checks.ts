/** Rules between arguments that `tools/repairs` adds and no schema can say, read a second time from their names. */
import type { OperationRepair } from '../../../src/catalogue/repair.ts';
import { isObject } from './shape.ts';

type Arguments = Readonly<Record<string, unknown>>;

export interface ArgumentCheck {
  accepts(args: Arguments): boolean;
  /** How many samples it takes until every argument was left once. */
  readonly variants: number;
  /** Makes a sample keep the rule, by as little change as possible. */
  mend(args: Arguments, options: MendOptions): Arguments;
}

interface MendOptions {
  readonly variant: number;
  readonly sampleOf: (name: string) => unknown;
}

type CheckFactory = (...names: readonly string[]) => ArgumentCheck;

const has =
  (args: Arguments) =>
  (name: string): boolean =>
    args[name] !== undefined;

const atLeastOneOf: CheckFactory = (...names) => ({
  accepts: (args) => names.some(has(args)),
  variants: 1,
  mend: (args, { variant, sampleOf }) => {
    const name = pick(names, variant);
    return names.some(has(args)) ? args : { ...args, [name]: sampleOf(name) };
  },
});

const atMostOneOf: CheckFactory = (...names) => ({
  accepts: (args) => names.filter(has(args)).length <= 1,
  variants: names.length,
  mend: (args, { variant }) => {
    const given = names.filter(has(args));
    return omit(
      args,
      given.filter((name) => name !== pick(given, variant)),
    );
  },
});

const exactlyOneOf: CheckFactory = (...names) => ({
  accepts: (args) => names.filter(has(args)).length === 1,
  variants: names.length,
  mend: (args, options) => atMostOneOf(...names).mend(atLeastOneOf(...names).mend(args, options), options),
});

const eachWithOneOf: CheckFactory = (list = '', ...names) => ({
  accepts: ({ [list]: entries }) =>
    !Array.isArray(entries) || entries.every((entry) => isObject(entry) && names.some(has(entry))),
  variants: 1,
  mend: (args) => args,
});

const pageOrSearchAfter: CheckFactory = (size = '') => ({
  accepts: (args) =>
    !(has(args)('page') && has(args)('searchAfter')) && !(Number(args.page) * Number(args[size]) > 10_000),
  variants: 2,
  mend: atMostOneOf('page', 'searchAfter').mend,
});

const factories = { atLeastOneOf, atMostOneOf, exactlyOneOf, eachWithOneOf, pageOrSearchAfter };

/** @throws Error for a check that this test does not know: it then needs a second reading here. */
export function readCheck({ check }: OperationRepair): ArgumentCheck | undefined {
  if (check === undefined) return undefined;
  const factory = (factories as Readonly<Record<string, CheckFactory>>)[check.name];
  if (factory === undefined) throw new Error(`the conformance test does not know the check ${check.name}`);
  return factory(...[...check.text.matchAll(/'(.*?)'/g)].map(([, name = '']) => name));
}

function pick(names: readonly string[], variant: number): string {
  return names[variant % names.length] ?? '';
}

function omit(args: Arguments, names: readonly string[]): Arguments {
  return Object.fromEntries(Object.entries(args).filter(([name]) => !names.includes(name)));
}
