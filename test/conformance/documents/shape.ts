/** What a value may be, in the few words that samples, faults and judgement need. */

export interface Field {
  readonly required: boolean;
  readonly shape: Shape;
}

export type Fields = Readonly<Record<string, Field>>;

type Bare =
  /** Nothing is known, so nothing can be wrong. */
  | { readonly kind: 'open' }
  | {
      readonly kind: 'text';
      readonly format?: string | undefined;
      readonly pattern?: string | undefined;
      readonly minLength?: number | undefined;
      readonly maxLength?: number | undefined;
    }
  | {
      readonly kind: 'number';
      readonly whole: boolean;
      readonly minimum?: number | undefined;
      readonly maximum?: number | undefined;
    }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly values: readonly unknown[] }
  | {
      readonly kind: 'list';
      readonly items: Shape;
      readonly minItems?: number | undefined;
      readonly maxItems?: number | undefined;
    }
  /** An object with any keys. */
  | { readonly kind: 'record'; readonly values: Shape }
  | { readonly kind: 'object'; readonly fields: Fields; readonly rest: boolean }
  | { readonly kind: 'either'; readonly branches: readonly Shape[] }
  | { readonly kind: 'file' }
  /** A whole number that travels as text, and may be given as either. */
  | { readonly kind: 'digits' }
  /** The filter language of the advanced searches, which no schema describes. */
  | { readonly kind: 'filters' };

export type Shape = Bare & { readonly nullable?: boolean };

/** Whether a value is valid, judged from the documents alone. Formats are not judged: HighLevel bends them. */
export function accepts(shape: Shape, value: unknown): boolean {
  if (value === null) return shape.nullable === true || shape.kind === 'open' || isChoice(shape, null);
  switch (shape.kind) {
    case 'open':
      return true;
    case 'text':
      return typeof value === 'string' && fitsText(shape, value);
    case 'number':
      return typeof value === 'number' && (!shape.whole || Number.isInteger(value)) && fitsBounds(shape, value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'choice':
      return isChoice(shape, value);
    case 'list':
      return Array.isArray(value) && value.every((item) => accepts(shape.items, item));
    case 'record':
      return isObject(value) && Object.values(value).every((item) => accepts(shape.values, item));
    case 'object':
      return isObject(value) && acceptsFields(shape.fields, value);
    case 'either':
      return shape.branches.some((branch) => accepts(branch, value));
    case 'file':
      return isObject(value) && typeof value.base64 === 'string';
    case 'digits':
      return typeof value === 'string' ? /^\d+$/.test(value) : Number.isInteger(value) && Number(value) >= 0;
    case 'filters':
      return Array.isArray(value) && value.every(isFilter);
  }
}

export function acceptsFields(fields: Fields, values: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(fields).every(([name, { required, shape }]) =>
    values[name] === undefined ? !required : accepts(shape, values[name]),
  );
}

const operators = ['eq', 'not_eq', 'contains', 'not_contains', 'exists', 'not_exists', 'range', 'nested'];

function isFilter(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { group, filters, field, operator } = value;
  if (group !== undefined)
    return (group === 'AND' || group === 'OR') && Array.isArray(filters) && filters.every(isFilter);
  return typeof field === 'string' && operators.includes(String(operator));
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isChoice(shape: Shape, value: unknown): boolean {
  return shape.kind === 'choice' && shape.values.includes(value);
}

function fitsText(shape: Extract<Shape, { kind: 'text' }>, value: string): boolean {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = shape;
  return (
    value.length >= minLength &&
    value.length <= maxLength &&
    (pattern === undefined || new RegExp(pattern, 'u').test(value))
  );
}

function fitsBounds(shape: Extract<Shape, { kind: 'number' }>, value: number): boolean {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = shape;
  return value >= minimum && value <= maximum;
}
