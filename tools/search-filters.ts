/**
 * The filter language of HighLevel's advanced searches (contacts, opportunities, records of custom objects).
 * The OpenAPI documents leave it out; it is described only in the ClickUp pages they link to.
 */
import { z } from 'zod';

const operators = ['eq', 'not_eq', 'contains', 'not_contains', 'exists', 'not_exists', 'range'] as const;
const operatorsWithNested = [...operators, 'nested'] as const;
type SearchOperator = (typeof operatorsWithNested)[number];

/** Groups inside groups. A schema without `$ref` cannot recurse, and nobody has been seen to need more. */
const GROUP_DEPTH = 3;
const MAX_TEXT_LENGTH = 75;

export interface FilterOptions {
  /** The resource has fields that hold objects (`opportunities` of a contact, `relations` of a record). */
  readonly nested: boolean;
}

/** Conditions, all of which must hold: `{field, operator, value}` or `{group: 'AND'|'OR', filters: […]}`. */
export function searchFilters(options: FilterOptions): z.ZodType {
  return z.array(buildFilter(options, GROUP_DEPTH));
}

/** At least one field to sort by, the most important first. */
export function searchSort(): z.ZodType {
  return z.array(z.strictObject({ field: z.string().min(1), direction: z.enum(['asc', 'desc']) }));
}

/**
 * Pages are numbered up to 10,000 records; past them a search goes on from `searchAfter`, without a page.
 * @param sizeName The argument with the size of a page.
 */
export function pageOrSearchAfter(sizeName: 'limit' | 'pageLimit'): z.core.CheckFn<Record<string, unknown>> {
  return ({ value, issues }) => {
    const { page, searchAfter, [sizeName]: size } = value;
    if (page !== undefined && searchAfter !== undefined) {
      const message = 'leave page out when searchAfter is given';
      issues.push({ code: 'custom', path: ['page'], message, input: page });
    }
    if (typeof page === 'number' && typeof size === 'number' && page * size > 10_000) {
      const message = 'pages end at 10,000 records; go on with searchAfter of the last item instead of page';
      issues.push({ code: 'custom', path: ['page'], message, input: page });
    }
  };
}

function buildFilter(options: FilterOptions, depth: number): z.ZodType {
  const inGroup =
    depth > 1
      ? {
          filters: z
            .array(buildFilter(options, depth - 1))
            .min(1)
            .optional(),
        }
      : {};
  const group = depth > 1 ? { group: z.enum(['AND', 'OR']).optional() } : {};
  return z
    .strictObject({
      field: z.string().min(1).optional(),
      operator: z.enum(options.nested ? operatorsWithNested : operators).optional(),
      value: z.unknown().optional(),
      ...group,
      ...inGroup,
    })
    .check(({ value: filter, issues }) => {
      for (const fault of listFaults(filter as Filter)) issues.push({ code: 'custom', input: filter, ...fault });
    });
}

interface Fault {
  readonly path: string[];
  readonly message: string;
}

interface Filter {
  readonly field?: string | undefined;
  readonly operator?: SearchOperator | undefined;
  readonly value?: unknown;
  readonly group?: string | undefined;
  readonly filters?: readonly unknown[] | undefined;
}

function listFaults(filter: Filter): Fault[] {
  const { field, operator, group, filters, value } = filter;
  if (group !== undefined || filters !== undefined) {
    const faults: Fault[] = [];
    if (group === undefined) faults.push({ path: ['group'], message: 'a group needs AND or OR' });
    if (filters === undefined) faults.push({ path: ['filters'], message: 'a group needs filters' });
    if (field !== undefined || operator !== undefined || value !== undefined) {
      faults.push({ path: [], message: 'a filter is either a group or a condition, not both' });
    }
    return faults;
  }
  if (field === undefined || operator === undefined) {
    return [{ path: [], message: 'a condition needs field and operator, a group needs group and filters' }];
  }
  const message = findValueFault(operator, value);
  return message === undefined ? [] : [{ path: ['value'], message }];
}

function findValueFault(operator: SearchOperator, value: unknown): string | undefined {
  switch (operator) {
    case 'exists':
    case 'not_exists':
      return value === undefined ? undefined : `${operator} takes no value`;
    case 'contains':
    case 'not_contains':
      return typeof value === 'string' && value !== '' && value.length <= MAX_TEXT_LENGTH
        ? undefined
        : `${operator} takes a text of 1 to ${MAX_TEXT_LENGTH} characters`;
    case 'eq':
    case 'not_eq':
      return isScalar(value) || (Array.isArray(value) && value.length > 0 && value.every(isScalar))
        ? undefined
        : `${operator} takes a text, number, boolean or an array of them`;
    case 'range':
      return isRange(value) ? undefined : 'range takes an object with at least one of gte, lte, gt, lt';
    case 'nested':
      return Array.isArray(value) && value.length > 0 && value.every(isObject)
        ? undefined
        : 'nested takes an array of filters on the inner fields';
    default:
      return operator satisfies never;
  }
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const bounds = new Set(['gte', 'lte', 'gt', 'lt']);

function isRange(value: unknown): boolean {
  if (!isObject(value)) return false;
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([name, bound]) => bounds.has(name) && isScalar(bound));
}
