/** Mistakes that repeat, found by their shape. The code behind each id is in the generator. */
import type { RuleRepair } from '../../src/catalogue/repair.ts';

export const rules = [
  {
    rule: 'object-shown-as-text',
    what: 'a free-form object whose example is an object written as text stays an object',
    reason: 'only the example is a text, `{ code: "FEST10" }` (coupon, contactSnapshot, paymentProvider, …)',
  },
  {
    rule: 'object-is-scalar',
    what: 'a free-form object whose example, default or enumeration is a text, number, boolean or list becomes that',
    reason: 'their generator writes `object` for every union and nullable type (92 places; dateOfBirth, status, …)',
  },
  {
    rule: 'free-object-typed-in-v3',
    what: 'a free-form object that the v3 document of the same name types as a scalar or enumeration takes that type',
    reason: 'the same code answers both versions; only the documents improved (feedback, post status and type)',
  },
  {
    rule: 'enum-is-nested',
    what: 'an enumeration given as a list inside a list is unpacked',
    reason: 'store countries: [[US, CA, …]]',
  },
  {
    rule: 'enum-repeats',
    what: 'repeated values of an enumeration are dropped',
    reason: 'JSON Schema wants them unique; US states are listed twice',
  },
  {
    rule: 'enum-of-another-type',
    what: 'the type follows the values of the enumeration',
    reason: 'store countries are typed number with values such as US',
  },
  {
    rule: 'array-without-items',
    what: 'a list of lists of nothing, or of nothing at all, becomes a list of anything',
    reason: 'their generator loses the item type of `[Class]` declarations (25 places)',
  },
  {
    rule: 'items-of-another-type',
    what: 'a list of scalars whose example shows a list of something else becomes a list of that',
    reason: 'their generator writes `string` for classes it cannot see (items of invoices; tips in percent; cursors)',
  },
  {
    rule: 'type-missing',
    what: 'in answers, a schema with an example and no type takes that of the example',
    reason: 'changes of media files and deleted posts are documented by an example alone',
  },
  {
    rule: 'union-of-like-objects',
    what: 'alternatives with the same property names become one object',
    reason: 'nine kinds of custom field differ only in the type of one value; an agent needs to see it once',
  },
  {
    rule: 'union-of-enums',
    what: 'alternatives that are enumerations of text become one enumeration',
    reason: 'an agent needs to see the kinds of account once (connected social accounts)',
  },
  {
    rule: 'enum-too-long',
    what: 'an enumeration of 100 values or more is a text to agents; other values are refused, with those that are near',
    reason: 'scopes of users, countries and states cost up to 2,900 tokens in every list of tools',
  },
  {
    rule: 'default-of-another-type',
    what: 'a default is brought to the declared type or dropped',
    reason: 'a default must satisfy its own schema',
  },
  {
    rule: 'example-of-another-type',
    what: 'in answers, a scalar or list whose example has another type may be either',
    reason: 'answers differ from the documents (111 places), and an answer must not be refused',
  },
  {
    rule: 'comma-list-of-enum',
    what: 'one value of an enumeration whose example joins several by commas becomes a list, sent with commas',
    reason: 'the documented schema refuses what the documented example shows',
  },
  {
    rule: 'path-parameter-undeclared',
    what: 'a name in the path that no parameter declares becomes a required text',
    reason: '11 operations could not be called otherwise; HighLevel’s own SDK declares them all',
  },
  {
    rule: 'path-parameter-optional',
    what: 'a path parameter is always required',
    reason: 'a path with a hole in it is another path',
  },
  {
    rule: 'paging-typed-string',
    what: 'limit, skip, offset, page, pageNumber, pageSize of a query are numbers even where they are typed as text',
    reason: 'a query value is text on the wire anyway, and agents count in numbers (51 parameters)',
  },
  {
    rule: 'paging-fraction',
    what: 'limit, skip, offset, page, pageNumber, pageSize of a query are whole numbers',
    reason: 'there is no half page',
  },
  {
    rule: 'paging-required',
    what: 'page and size of a page in a query may be left out; then the first page is asked for, 20 items by default',
    reason: 'an agent need not name the first page, and some lists refuse a call without (38 parameters are required)',
  },
  {
    rule: 'paging-default-zero',
    what: 'a page of 0 items is no default',
    reason: 'a page of nothing helps nobody; the lists of products and shipping answer a page without a limit',
  },
  {
    rule: 'flag-typed-string',
    what: 'a text in a query whose default and example are true or false is a boolean',
    reason: 'a query value is text on the wire anyway',
  },
  {
    rule: 'version-undeclared',
    what: 'an operation without a Version header is sent 2021-07-28',
    reason: 'the gateway refuses a call without one, whatever the document says (29 operations; issue #335)',
  },
  {
    rule: 'scopes-undeclared',
    what: 'an operation without scopes takes those of its v3 document',
    reason: 'the scope is the same, the V2 document forgot it',
  },
] as const satisfies readonly RuleRepair[];
