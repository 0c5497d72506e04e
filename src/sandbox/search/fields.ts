/** The vocabulary of advanced search: which fields a resource offers, of which type, with which operators. */

export const operators = [
  'eq',
  'not_eq',
  'contains',
  'not_contains',
  'exists',
  'not_exists',
  'range',
  'nested',
] as const;

export type Operator = (typeof operators)[number];

/**
 * How values compare. `keyword`: exactly (ids). `text`: without regard to case. `phone`: by digits, with or
 * without the country code. `date`: ISO time or epoch milliseconds.
 */
export type FieldType = 'keyword' | 'text' | 'phone' | 'number' | 'boolean' | 'date';

/** A field that holds a value, or several: a list matches when one of its values does. */
export interface ValueField<T> {
  readonly type: FieldType;
  read(record: T): unknown;
  /** Where they differ from those of the type. */
  readonly operators?: readonly Operator[];
  /** Lists and computed fields cannot be sorted by. */
  readonly sortable?: false;
}

/** A field that holds objects, asked with `nested`: one object has to pass all of the inner filters. */
export interface NestedField<T> {
  readonly type: 'nested';
  read(record: T): readonly NestedObject[];
  readonly fields: Readonly<Record<string, ValueField<NestedObject>>>;
}

export type NestedObject = Readonly<Record<string, unknown>>;

export type Field<T> = ValueField<T> | NestedField<T>;

/** Looks a field up by the name a filter uses; undefined: the resource has no such field. */
export type FieldFinder<T> = (name: string) => Field<T> | undefined;

export type FieldTable<T> = Readonly<Record<string, Field<T>>>;

const equality: readonly Operator[] = ['eq', 'not_eq', 'exists', 'not_exists'];
const inText: readonly Operator[] = [...equality, 'contains', 'not_contains'];

const operatorsByType: Readonly<Record<FieldType | 'nested', readonly Operator[]>> = {
  keyword: equality,
  text: inText,
  phone: inText,
  number: [...equality, 'range'],
  boolean: equality,
  date: ['range', 'exists', 'not_exists'],
  nested: ['nested'],
};

/** `operators` of fields that are matched whole, such as e-mail, country or timezone. */
export const wholeValue = equality;

/** What a filter may ask of the field. */
export function getOperators<T>(field: Field<T>): readonly Operator[] {
  return (field.type === 'nested' ? undefined : field.operators) ?? operatorsByType[field.type];
}

/** A finder over a table of fixed names. */
export function createFieldFinder<T>(table: FieldTable<T>): FieldFinder<T> {
  return (name) => (Object.hasOwn(table, name) ? table[name] : undefined);
}
