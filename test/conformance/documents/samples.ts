/** Valid values for a shape: the least, and everything at once. Deterministic, so that a failure can be looked at twice. */
import fc from 'fast-check';
import { namesLocation, placeInLocation } from '../../support/sample-location.ts';
import type { Field, Shape } from './shape.ts';

export type Extent = 'minimal' | 'maximal';

/** What an encoder gets wrong first. */
const AWKWARD_TEXT = 'a/b ?&=#%25+ü,🌄';
/** The same without what cannot be an id in a path or an item of a comma list. */
const AWKWARD_ID = 'a ?&=#%25+ü🌄';

/** Stands in every record, whose keys nobody knows. */
export const ANY_KEY = 'any key';

export const FILE_CONTENT = 'content';
const file = { base64: btoa(FILE_CONTENT), filename: 'a.png', contentType: 'image/png' };

/** The filter language as HighLevel's pages describe it. */
const filters = [
  {
    group: 'OR',
    filters: [
      { field: 'source', operator: 'contains', value: 'web' },
      { field: 'dateAdded', operator: 'range', value: { gte: '2026-01-01', lt: '2026-02-01' } },
    ],
  },
  { field: 'assignedTo', operator: 'exists' },
];

export interface SampleOptions {
  readonly extent: Extent;
  /** Which choice of an enumeration and which alternative is taken, counted round. */
  readonly variant: number;
  /** Text that stays one path segment or one item of a comma list. */
  readonly isId?: boolean;
}

/** How many variants it takes until every choice and every alternative was used once. */
export function countVariants(shape: Shape): number {
  const most = (shapes: readonly Shape[]): number => Math.max(1, ...shapes.map(countVariants));
  switch (shape.kind) {
    case 'choice':
      return Math.max(1, shape.values.length);
    case 'digits':
      return 2;
    case 'either':
      return shape.branches.length * most(shape.branches);
    case 'list':
      return countVariants(shape.items);
    case 'record':
      return countVariants(shape.values);
    case 'object':
      return most(Object.values(shape.fields).map((field) => field.shape));
    default:
      return 1;
  }
}

/** Of a field by its name: names of locations are looked up, so those that name one have an id. */
export function sampleNamed(name: string, shape: Shape, options: SampleOptions): unknown {
  const value = sample(shape, options);
  return namesLocation(name) ? placeInLocation(value) : value;
}

export function sample(shape: Shape, options: SampleOptions): unknown {
  const { extent, variant } = options;
  switch (shape.kind) {
    case 'open':
      return AWKWARD_TEXT;
    case 'text':
      return sampleText(shape, options.isId === true);
    case 'number':
      return sampleNumber(shape, extent);
    case 'boolean':
      return extent === 'maximal';
    case 'choice':
      return shape.values[variant % shape.values.length];
    case 'list':
      return sampleList(shape, options);
    case 'record':
      return extent === 'maximal' ? { [ANY_KEY]: sample(shape.values, options) } : {};
    case 'object':
      return sampleFields(shape.fields, options);
    case 'either': {
      const { branches } = shape;
      const branch = branches[variant % branches.length] ?? { kind: 'open' };
      return sample(branch, { ...options, variant: Math.floor(variant / branches.length) });
    }
    case 'file':
      return file;
    case 'digits':
      return variant % 2 === 0 ? '10' : 10;
    case 'filters':
      return filters;
  }
}

/** A fraction where the documents allow one, so that a bound to whole numbers shows. */
function sampleNumber({ whole, minimum = 3, maximum = 4 }: Extract<Shape, { kind: 'number' }>, extent: Extent): number {
  const number = Math.min(Math.max(minimum, 3), maximum);
  const fraction = number + 0.5;
  return !whole && extent === 'maximal' && fraction < maximum ? fraction : number;
}

function sampleFields(fields: Readonly<Record<string, Field>>, options: SampleOptions): Record<string, unknown> {
  const wanted = Object.entries(fields).filter(([, { required }]) => required || options.extent === 'maximal');
  return Object.fromEntries(wanted.map(([name, { shape }]) => [name, sampleNamed(name, shape, options)]));
}

function sampleList(shape: Extract<Shape, { kind: 'list' }>, options: SampleOptions): unknown[] {
  const wanted = options.extent === 'maximal' ? 2 : 1;
  const length = Math.min(Math.max(shape.minItems ?? 0, wanted), shape.maxItems ?? wanted);
  return Array.from({ length }, (_, index) => {
    const item = sample(shape.items, { ...options, variant: options.variant + index });
    const isFree = shape.items.kind === 'text' && shape.items.pattern === undefined;
    return typeof item === 'string' && isFree ? `${item}${index}` : item;
  });
}

const byFormat: Readonly<Record<string, string>> = {
  date: '2026-11-24',
  'date-time': '2026-11-24T09:00:00Z',
  email: 'person@example.com',
  time: '09:00:00',
  uri: 'https://example.com/a?b=c',
  uuid: '11111111-2222-4333-8444-555555555555',
};

const forPatterns = [
  '10',
  '2026-11-24',
  '09:00',
  '#aabbcc',
  'abc',
  'USD',
  'custom_objects.pet',
  'Europe/Berlin',
  '+12025550147',
  'a',
];

/** The same one each time. */
function sampleOne(texts: fc.Arbitrary<string>): string {
  const [text = ''] = fc.sample(texts, { seed: 1, numRuns: 1 });
  return text;
}

function sampleText(shape: Extract<Shape, { kind: 'text' }>, isId: boolean): string {
  const { format = '', pattern, minLength = 0, maxLength = 1000 } = shape;
  const known = byFormat[format];
  if (known !== undefined) return known;
  if (pattern === undefined) {
    return (isId ? AWKWARD_ID : AWKWARD_TEXT).padEnd(minLength, 'x').slice(0, Math.max(1, maxLength));
  }
  const fits = new RegExp(pattern, 'u');
  return forPatterns.find((text) => fits.test(text)) ?? sampleOne(fc.stringMatching(fits));
}
