/** CSV that reads back as what it was, and that no spreadsheet runs. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCsv } from '../../../../src/mcp/query/export/csv.ts';

const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const number = /^[+-]?\d+(\.\d+)?$/;

function readBack(csv: string): string[][] {
  return parse(csv);
}

describe('a cell', () => {
  it.each<[unknown, string]>([
    ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
    ['+1+1', "'+1+1"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\uFF1D1', "'\uFF1D1"],
    ['+14155550100', '+14155550100'],
    ['-12.50', '-12.50'],
    [-5, '-5'],
    [1e21, '1e+21'],
    ['a,b\n"c"', 'a,b\n"c"'],
    [true, 'true'],
    [null, ''],
    [undefined, ''],
    [['x', 1], '["x",1]'],
    [{ a: '=1' }, '{"a":"=1"}'],
  ])('of %j reads %j', (value, cell) => {
    expect(readBack(createCsv(['x', 'y']).format([{ x: value, y: 1 }]))).toEqual([[cell, '1']]);
  });

  it('of any text is that text, or it behind an apostrophe where a spreadsheet would run it', () => {
    const start = fc.constantFrom('', '=', '+', '-', '@', '\t', '"', "'", ',', '\n', '1');
    const text = fc.tuple(start, fc.string({ unit: 'binary' })).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(fc.record({ x: text, y: text }), { minLength: 1 }), (rows) => {
        const cells = readBack(createCsv(['x', 'y']).format(rows)).flat();
        const texts = rows.flatMap(({ x, y }) => [x, y]);
        expect(cells).toEqual(texts.map((one) => (formula.test(one) && !number.test(one) ? `'${one}` : one)));
      }),
    );
  });
});

describe('columns', () => {
  it('are those that were given; other fields are told', () => {
    const csv = createCsv(['a.b', '=c', 'x']);
    expect(csv.head).toBe("a.b,'=c,x\n");
    expect(csv.format([{ x: 1, 'a.b': 2 }, { d: 3, constructor: 4 }, { d: 5 }])).toBe('2,,1\n,,\n,,\n');
    expect(csv.listLeftOut()).toEqual(['d', 'constructor']);
  });

  it('may be none, where there are no rows', () => {
    expect(createCsv([]).head).toBe('');
  });

  it('of one empty cell are still a line', () => {
    expect(readBack(createCsv(['a']).format([{}, { a: 'x' }]))).toEqual([[''], ['x']]);
  });
});
