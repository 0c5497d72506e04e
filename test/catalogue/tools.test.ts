/** What agents see, read from the generated lists. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Catalogue, createCatalogue, type ToolDefinition } from '../../src/catalogue/catalogue.ts';
import { buildToolFiles } from '../../src/catalogue/generate/tool-files.ts';
import { compareFiles } from '../../src/catalogue/generate/tree.ts';

let catalogue: Catalogue;
let tools: readonly ToolDefinition[];

beforeAll(async () => {
  catalogue = createCatalogue();
  tools = (await Promise.all(catalogue.resources.map((resource) => catalogue.loadTools(resource)))).flat();
});

type Node = { readonly [key: string]: unknown };

function listNodes(schema: unknown, path: string): readonly { readonly path: string; readonly node: Node }[] {
  if (Array.isArray(schema)) return schema.flatMap((item, index) => listNodes(item, `${path}[${index}]`));
  if (typeof schema !== 'object' || schema === null) return [];
  return [
    { path, node: schema as Node },
    ...Object.entries(schema).flatMap(([key, value]) =>
      key === 'default' || key === 'enum' ? [] : listNodes(value, `${path}.${key}`),
    ),
  ];
}

function findNodes(matches: (node: Node) => boolean): string[] {
  return tools.flatMap(({ name, inputSchema }) =>
    listNodes(inputSchema, name)
      .filter(({ node }) => matches(node))
      .map(({ path }) => path),
  );
}

describe('the generated lists', () => {
  it('are what operations and guides give', async () => {
    const { files, problems } = await buildToolFiles();
    expect(problems).toEqual([]);
    expect(compareFiles(files, 'tools.gen.json')).toEqual([]);
  });

  it('hold every judged operation that is not withheld, and nothing else', () => {
    const offered = catalogue.rows.filter(({ guided, withheld }) => guided && withheld === undefined);
    expect(tools.map(({ name }) => name)).toEqual(offered.map(({ name }) => name));
  });
});

describe('a schema in tools/list', () => {
  it('is an object without alternatives at its root and refuses unknown arguments', () => {
    for (const { inputSchema } of tools) {
      expect(inputSchema.type).toBe('object');
      expect(inputSchema.additionalProperties).toBe(false);
      expect(Object.keys(inputSchema)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(any|one|all)Of$/)]),
      );
    }
  });

  it('refers to nothing', () => {
    expect(findNodes((node) => '$ref' in node || '$defs' in node || '$schema' in node)).toEqual([]);
  });

  it('names properties as every client can', () => {
    const names = tools.flatMap(({ inputSchema }) =>
      listNodes(inputSchema, '').flatMap(({ node }) =>
        typeof node.properties === 'object' && node.properties !== null ? Object.keys(node.properties) : [],
      ),
    );
    expect(names.filter((name) => !/^[A-Za-z0-9_.-]{1,64}$/.test(name))).toEqual([]);
  });

  it('carries no noise', () => {
    expect(findNodes((node) => Math.abs(Number(node.maximum ?? 0)) === Number.MAX_SAFE_INTEGER)).toEqual([]);
    expect(findNodes((node) => typeof node.pattern === 'string' && node.pattern.length > 60)).toEqual([]);
  });

  it('lists every value of an enumeration once', () => {
    const repeats = (node: Node): boolean => Array.isArray(node.enum) && new Set(node.enum).size !== node.enum.length;
    expect(findNodes(repeats)).toEqual([]);
  });
});

describe('annotations', () => {
  it('are all given, and agree with the risk class', () => {
    for (const { name, annotations } of tools) {
      const row = catalogue.findByName(name);
      expect(annotations.readOnlyHint, name).toBe(row?.risk === 'read');
      expect(annotations.idempotentHint || !annotations.readOnlyHint, name).toBe(true);
      expect(annotations.destructiveHint && annotations.readOnlyHint, name).toBe(false);
      if (row?.risk === 'high-impact') expect(annotations.destructiveHint, name).toBe(true);
      expect(typeof annotations.openWorldHint, name).toBe('boolean');
    }
  });
});
