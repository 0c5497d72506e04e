/** Groups of records, of which only the sums are kept. */
import { CallRefusal } from '../pipeline/refusal.ts';
import { isMoney } from '../results/money.ts';
import { type Namer, stripName } from './names.ts';
import { type Table, type TableRow, throwUnsortable } from './table.ts';
import { compareValues, DAY_MS, formatUtcDay, getValue, isNothing, orderValues, toDay, toNumber } from './values.ts';

const MONDAY_OFFSET_DAYS = 3; // 1 January 1970 was a Thursday

/** From a day to itself, to the Monday of its ISO week, or to its month. */
const buckets = {
  day: (day: string) => day,
  week: (day: string) => {
    const number = Math.floor(Date.parse(day) / DAY_MS);
    return formatUtcDay((number - ((((number + MONDAY_OFFSET_DAYS) % 7) + 7) % 7)) * DAY_MS);
  },
  month: (day: string) => day.slice(0, -3),
} as const;

interface Dimension {
  readonly name: string;
  readonly path: string;
  readonly bucket?: ((day: string) => string) | undefined;
  readonly namer?: Namer | undefined;
}

interface GroupOptions {
  readonly sort: string | undefined;
  readonly limit: number;
  /** Whose days are meant. Default: UTC. */
  readonly timeZone?: string | undefined;
  /** By column; those that end in `:name` must be there. */
  readonly namers?: ReadonlyMap<string, Namer> | undefined;
}

interface Aggregate {
  readonly name: string;
  readonly kind: 'count' | 'sum' | 'avg' | 'min' | 'max';
  readonly path: string;
}

/** What is kept of a group for one aggregate. */
interface Sum {
  count: number;
  sum: number;
  extreme: unknown;
}

interface Group {
  readonly values: readonly unknown[];
  readonly sums: readonly Sum[];
}

/** @throws CallRefusal for an aggregate or an order that is not one. */
export function createGroups(
  groupBy: readonly string[],
  aggregate: readonly string[],
  { sort, limit, timeZone, namers }: GroupOptions,
): Table {
  const dimensions = groupBy.map((name) => parseDimension(name, namers?.get(name)));
  const aggregates = (aggregate.length > 0 ? aggregate : ['count']).map(parseAggregate);
  const names = [...dimensions, ...aggregates].map(({ name }) => name);
  const order = parseOrder(sort, dimensions, names);
  const groups = new Map<string, Group>();
  const currencies = new Set<string>();
  const getDay = (value: unknown) => toDay(value, timeZone);

  return {
    paths: [...dimensions, ...aggregates].map(({ path }) => path).filter((path) => path !== ''),
    size: () => groups.size,
    add(record) {
      for (const { path } of aggregates) addCurrency(currencies, record, path);
      for (const values of combine(dimensions.map((dimension) => listGroupValues(record, dimension, getDay)))) {
        const key = JSON.stringify(values);
        let group = groups.get(key);
        if (group === undefined) {
          group = { values, sums: aggregates.map(() => ({ count: 0, sum: 0, extreme: undefined })) };
          groups.set(key, group);
        }
        for (const [index, sum] of group.sums.entries()) addTo(sum, aggregates[index] as Aggregate, record);
      }
    },
    finish() {
      // A question about all records has an answer even where there are none.
      if (groups.size === 0 && dimensions.length === 0)
        groups.set('', { values: [], sums: aggregates.map(() => ({ count: 0, sum: 0, extreme: undefined })) });
      const rows = [...groups.values()].map(({ values, sums }): TableRow => {
        const results = sums.map((sum, index) => getResult(sum, aggregates[index] as Aggregate));
        return Object.fromEntries([...values, ...results].map((value, index) => [names[index] as string, value]));
      });
      rows.sort((a, b) => {
        for (const { name, isDescending } of order) {
          const difference = orderValues(a[name], b[name], isDescending);
          if (difference !== 0) return difference;
        }
        return 0;
      });
      return { rows: rows.slice(0, limit), of: rows.length, currencies: [...currencies].toSorted() };
    },
  };
}

const byDate = /^(.+):(day|week|month)$/;

/** Whether a name in groupBy means days, weeks or months. */
export function isByDate(name: string): boolean {
  return byDate.test(name);
}

function parseDimension(name: string, namer: Namer | undefined): Dimension {
  if (namer !== undefined) return { name, path: stripName(name), namer };
  const match = byDate.exec(name);
  if (match === null) return { name, path: name };
  return { name, path: match[1] as string, bucket: buckets[match[2] as keyof typeof buckets] };
}

function parseAggregate(name: string): Aggregate {
  if (name === 'count') return { name, kind: 'count', path: '' };
  const match = /^(sum|avg|min|max):(.+)$/.exec(name);
  if (match !== null) return { name, kind: match[1] as Aggregate['kind'], path: match[2] as string };
  throw new CallRefusal('invalid_arguments', 'query was called with arguments it cannot take.', {
    advice: 'Give count, or sum, avg, min or max with a field: sum:monetaryValue.',
    problems: [`aggregate: ${name} is none`],
  });
}

/** By default dates run forward, and of everything else the largest comes first. */
function parseOrder(sort: string | undefined, dimensions: readonly Dimension[], names: readonly string[]) {
  const ties = dimensions.map(({ name }) => ({ name, isDescending: false }));
  if (sort === undefined) {
    if (dimensions[0]?.bucket !== undefined) return ties;
    return [{ name: names[dimensions.length] as string, isDescending: true }, ...ties];
  }
  const isDescending = sort.startsWith('-');
  const name = isDescending ? sort.slice(1) : sort;
  if (!names.includes(name)) throwUnsortable(name, names);
  return [{ name, isDescending }, ...ties];
}

/** A record with a list in the field belongs to each of its values. */
function listGroupValues(record: unknown, dimension: Dimension, getDay: GetDay): unknown[] {
  const found = getValue(record, dimension.path);
  if (!Array.isArray(found)) return [nameGroup(found, dimension, getDay)];
  const named = found.map((value) => nameGroup(value, dimension, getDay));
  const distinct = [...new Map(named.map((value) => [JSON.stringify(value), value])).values()];
  return distinct.length > 0 ? distinct : [null];
}

function nameGroup(value: unknown, { bucket, namer }: Dimension, getDay: GetDay): unknown {
  if (isNothing(value)) return null;
  if (namer !== undefined) return namer(value);
  if (bucket === undefined) return value;
  const day = getDay(value);
  return day === undefined ? null : bucket(day);
}

type GetDay = (value: unknown) => string | undefined;

/** The currency that stands beside an amount, or at the top of its record. */
function addCurrency(currencies: Set<string>, record: unknown, path: string): void {
  if (!isMoney(path)) return;
  const beside = path.replace(/[^.]+$/, 'currency');
  const currency = getValue(record, beside) ?? getValue(record, 'currency');
  if (typeof currency === 'string' && currency !== '') currencies.add(currency.toUpperCase());
}

function combine(lists: readonly (readonly unknown[])[]): unknown[][] {
  return lists.reduce<unknown[][]>((all, list) => all.flatMap((one) => list.map((value) => [...one, value])), [[]]);
}

function addTo(sum: Sum, { kind, path }: Aggregate, record: unknown): void {
  if (kind === 'count') {
    sum.count += 1;
    return;
  }
  const found = getValue(record, path);
  for (const value of Array.isArray(found) ? found : [found]) {
    if (isNothing(value)) continue;
    if (kind === 'min' || kind === 'max') {
      const order = sum.extreme === undefined ? undefined : compareValues(value, sum.extreme);
      const isBetter = order !== undefined && (kind === 'min' ? order < 0 : order > 0);
      if (sum.extreme === undefined || isBetter) sum.extreme = value;
      continue;
    }
    const number = toNumber(value);
    if (number === undefined) continue;
    sum.count += 1;
    sum.sum += number;
  }
}

function getResult({ count, sum, extreme }: Sum, { kind }: Aggregate): unknown {
  if (kind === 'count') return count;
  if (kind === 'min' || kind === 'max') return toNumber(extreme) ?? extreme ?? null;
  if (count === 0) return null;
  return tidy(kind === 'sum' ? sum : sum / count);
}

/** 0.1 + 0.2 is 0.3 to everybody who reads it. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}
