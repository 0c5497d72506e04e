/** The filter language of advanced search: untrusted JSON in, a predicate out. */
import { badRequest, unprocessable } from '../errors.ts';
import {
  createFieldFinder,
  type FieldFinder,
  getOperators,
  type NestedField,
  type Operator,
  operators,
  type ValueField,
} from './fields.ts';
import { type Comparable, extractComparables, parseComparable } from './values.ts';

export type Predicate<T> = (record: T) => boolean;

/** Longest text that `contains` and the full-text query take. */
export const maxTextLength = 75;
const maxDepth = 10;
/** What Elasticsearch's query syntax reserves, less the signs that occur in everyday tags and names. */
const specialCharacters = /[*?\\"~^/{}[\]()<>|&!:=]/;
const bounds = ['gt', 'gte', 'lt', 'lte'] as const;

/**
 * Builds the predicate of a `filters` array; the top level is AND, absent means everything.
 * Throws 400 for fields and operators that the resource does not have, 422 for values of the wrong form.
 */
export function parseFilters<T>(filters: unknown, findField: FieldFinder<T>): Predicate<T> {
  if (filters === undefined) return () => true;
  return parseAll(filters, findField, 'filters', 0);
}

function parseAll<T>(filters: unknown, findField: FieldFinder<T>, path: string, depth: number): Predicate<T> {
  const predicates = parseList(filters, findField, path, depth);
  return (record) => predicates.every((matches) => matches(record));
}

function parseList<T>(filters: unknown, findField: FieldFinder<T>, path: string, depth: number): Predicate<T>[] {
  if (!Array.isArray(filters)) throw unprocessable([`${path} must be an array`]);
  if (depth > maxDepth) throw badRequest('Filters are nested too deeply');
  return filters.map((filter, index) => parseFilter(filter, findField, `${path}.${index}`, depth));
}

function parseFilter<T>(filter: unknown, findField: FieldFinder<T>, path: string, depth: number): Predicate<T> {
  if (typeof filter !== 'object' || filter === null) throw unprocessable([`${path} must be an object`]);
  const { group, filters, field: name, operator, value } = filter as Readonly<Record<string, unknown>>;
  if (group !== undefined || filters !== undefined) {
    if (group !== 'AND' && group !== 'OR') {
      throw unprocessable([`${path}.group must be one of the following values: AND, OR`]);
    }
    const predicates = parseList(filters, findField, `${path}.filters`, depth + 1);
    if (group === 'AND') return (record) => predicates.every((matches) => matches(record));
    // An empty group says nothing; as an OR it would otherwise hide every record.
    return (record) => predicates.length === 0 || predicates.some((matches) => matches(record));
  }
  if (typeof name !== 'string' || name === '') throw unprocessable([`${path}.field must be a string`]);
  if (!isOperator(operator)) {
    throw unprocessable([`${path}.operator must be one of the following values: ${operators.join(', ')}`]);
  }
  const field = findField(name);
  if (field === undefined) throw badRequest(`Invalid field ${name}`);
  if (!getOperators(field).includes(operator)) throw badRequest(`Invalid operator ${operator} for field ${name}`);
  if (field.type === 'nested') return parseNested(field, value, `${path}.value`, depth);
  return parseOperator(field, operator, value, `${path}.value`);
}

function parseNested<T>(field: NestedField<T>, value: unknown, path: string, depth: number): Predicate<T> {
  const matches = parseAll(value, createFieldFinder(field.fields), path, depth + 1);
  return (record) => field.read(record).some(matches);
}

function parseOperator<T>(field: ValueField<T>, operator: Operator, value: unknown, path: string): Predicate<T> {
  switch (operator) {
    case 'exists':
    case 'not_exists': {
      if (value !== undefined) throw unprocessable([`${path} should not exist`]);
      return (record) => extractComparables(field, record).length > 0 === (operator === 'exists');
    }
    case 'eq':
    case 'not_eq': {
      const wanted = new Set(parseWanted(field, value, path));
      return (record) => extractComparables(field, record).some((one) => wanted.has(one)) === (operator === 'eq');
    }
    case 'contains':
    case 'not_contains': {
      const wanted = parseWanted(field, value, path).map((part) => validatePart(part, path));
      return (record) =>
        extractComparables(field, record).some((one) => wanted.some((part) => String(one).includes(part))) ===
        (operator === 'contains');
    }
    case 'range': {
      const isWithin = parseRange(field, value, path);
      return (record) => extractComparables(field, record).some(isWithin);
    }
    case 'nested':
      throw badRequest(`Invalid operator nested`);
    default:
      return operator satisfies never;
  }
}

/** One value, or an array of which any may match. */
function parseWanted<T>(field: ValueField<T>, value: unknown, path: string): Comparable[] {
  if (!Array.isArray(value)) return [parseComparable(field.type, value, path)];
  if (value.length === 0) throw unprocessable([`${path} should not be empty`]);
  return value.map((one, index) => parseComparable(field.type, one, `${path}.${index}`));
}

function validatePart(part: Comparable, path: string): string {
  const text = String(part);
  if (text.length > maxTextLength) {
    throw unprocessable([`${path} must be shorter than or equal to ${maxTextLength} characters`]);
  }
  if (specialCharacters.test(text)) throw unprocessable([`${path} must not contain special characters`]);
  return text;
}

function parseRange<T>(field: ValueField<T>, value: unknown, path: string): (one: Comparable) => boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw unprocessable([`${path} must be an object`]);
  }
  const given = Object.entries(value).map(([name, bound]) => {
    if (!isBound(name)) throw unprocessable([`${path}.property ${name} should not exist`]);
    return { name, bound: parseComparable(field.type, bound, `${path}.${name}`) };
  });
  if (given.length === 0) throw unprocessable([`${path} should not be empty`]);
  return (one) => given.every(({ name, bound }) => isInside(name, one, bound));
}

function isInside(name: (typeof bounds)[number], one: Comparable, bound: Comparable): boolean {
  switch (name) {
    case 'gt':
      return one > bound;
    case 'gte':
      return one >= bound;
    case 'lt':
      return one < bound;
    case 'lte':
      return one <= bound;
    default:
      return name satisfies never;
  }
}

function isOperator(value: unknown): value is Operator {
  return (operators as readonly unknown[]).includes(value);
}

function isBound(value: string): value is (typeof bounds)[number] {
  return (bounds as readonly string[]).includes(value);
}
