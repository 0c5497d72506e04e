import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { verbs } from '../../src/catalogue/verbs.ts';
import { type Entry, listResourceFolders, loadAllEntries } from './resources.ts';

let entries: readonly Entry[];

beforeAll(async () => {
  entries = await loadAllEntries();
});

/** `METHOD key: what is wrong`, so that a failure names the operations and not only a number. */
function listFaults(find: (entry: Entry) => string | false | undefined): string[] {
  return entries.flatMap((entry) => {
    const fault = find(entry);
    return fault ? [`${entry.key}: ${fault}`] : [];
  });
}

describe('the catalogue', () => {
  it('has every operation of V2, those that only v3 has, and those in neither', () => {
    expect(entries.filter(({ operation }) => operation.source === 'v2')).toHaveLength(576);
    expect(entries.filter(({ operation }) => operation.source === 'v3')).toHaveLength(87);
    expect(entries.filter(({ operation }) => operation.source === 'live')).toHaveLength(4);
  });

  it('has a folder for each of the 41 V2 documents, one for the chat widget of v3, and no other', () => {
    const resources = [...new Set(entries.map(({ resource }) => resource))].sort();
    expect(resources).toHaveLength(42);
    expect(listResourceFolders()).toEqual(resources);
  });

  it('knows no operation twice, not even under another parameter name', () => {
    const identities = entries.map(({ operation }) =>
      `${operation.method} ${operation.path}`.replaceAll(/\{[^}]+\}/g, '{}').replace(/\/$/, ''),
    );
    expect(new Set(identities).size).toBe(entries.length);
  });

  it('keys each operation by its method and path', () => {
    expect(listFaults(({ key, operation }) => key !== `${operation.method} ${operation.path}` && 'key')).toEqual([]);
  });

  it('gives every operation a published version', () => {
    const published = new Set(['2021-04-15', '2021-07-28', 'v3']);
    expect(listFaults(({ operation }) => !published.has(operation.version) && operation.version)).toEqual([]);
  });
});

describe('arguments', () => {
  it('are exactly those that have a place, in the same order', () => {
    const faults = listFaults(({ operation }) => {
      const fields = Object.keys(operation.input().shape).join();
      return fields !== Object.keys(operation.places).join() && fields;
    });
    expect(faults).toEqual([]);
  });

  it('cover the path, all of it required', () => {
    const faults = listFaults(({ operation: { path, places, input } }) => {
      const inTemplate = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
      const inPath = Object.keys(places).filter((name) => places[name] === 'path');
      const shape = input().shape;
      const optional = inPath.filter((name) => z.safeParse(shape[name] ?? z.unknown(), undefined).success);
      return (inTemplate.join() !== inPath.join() || optional.length > 0) && `${inPath} ${optional}`;
    });
    expect(faults).toEqual([]);
  });

  it('stand as path, query, body, and in each what is required first', () => {
    const faults = listFaults(({ operation: { places, input } }) => {
      const shape = input().shape;
      const ranks = Object.entries(places).map(([name, place]) => {
        const group = place === 'path' ? 0 : place.startsWith('query') ? 1 : 2;
        return group * 2 + (z.safeParse(shape[name] ?? z.unknown(), undefined).success ? 1 : 0);
      });
      return ranks.join() !== ranks.toSorted((a, b) => a - b).join() && ranks.join();
    });
    expect(faults).toEqual([]);
  });

  it('go into a body only where there is one', () => {
    const faults = listFaults(({ operation: { places, body } }) => {
      const used = new Set(Object.values(places));
      const hasBody = used.has('body') || used.has('whole-body') || used.has('file') || used.has('files');
      if (hasBody && body === 'none') return 'body arguments without a body';
      return (used.has('file') || used.has('files')) && body !== 'multipart' && 'a file outside of multipart';
    });
    expect(faults).toEqual([]);
  });

  it('refuse what they do not know', () => {
    const faults = listFaults(({ operation }) => {
      const result = operation.input().safeParse({ no_such_argument: 1 });
      const refused = result.error?.issues.some((issue) => issue.code === 'unrecognized_keys');
      return refused !== true && 'accepts an unknown argument';
    });
    expect(faults).toEqual([]);
  });

  it('are not filled in by a default: what nobody gave is not sent', () => {
    const faults = listFaults(({ operation }) => {
      const shape = operation.input().shape;
      const filled = Object.keys(shape).filter((name) => {
        const result = z.safeParse(shape[name] ?? z.unknown(), undefined);
        return result.success && result.data !== undefined;
      });
      return filled.length > 0 && filled.join();
    });
    expect(faults).toEqual([]);
  });

  it('name the account by known roles, and only where they are', () => {
    const faults = listFaults(({ operation: { context = {}, places } }) => {
      const missing = Object.keys(context).filter((name) => !(name in places));
      const unmarked = ['locationId', 'companyId'].filter((name) => name in places && !(name in context));
      return missing.length + unmarked.length > 0 && `${missing} ${unmarked}`;
    });
    expect(faults).toEqual([]);
  });
});

describe('names', () => {
  it('are unique, short, snake case, start with the resource and end in a known verb', () => {
    const faults = listFaults(({ resource, guide: { name } }) => {
      if (name.length > 45) return `${name} is too long`;
      if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)+$/.test(name)) return `${name} is not snake case`;
      if (!name.startsWith(`${resource.replaceAll('-', '_')}_`)) return `${name} does not start with its resource`;
      return !verbs.some((verb) => name.endsWith(`_${verb}`)) && `${name} ends in no known verb`;
    });
    expect(faults).toEqual([]);
    expect(new Set(entries.map(({ guide }) => guide.name)).size).toBe(entries.length);
  });

  it('never call a write a read', () => {
    const faults = listFaults(
      ({ operation: { method }, guide }) =>
        ['PUT', 'PATCH', 'DELETE'].includes(method) && guide.risk === 'read' && 'read',
    );
    expect(faults).toEqual([]);
  });
});

describe('answers', () => {
  it('are accepted whatever HighLevel adds', () => {
    const faults = listFaults(({ operation }) => {
      const schema = operation.output?.();
      return schema instanceof z.ZodObject && !schema.safeParse({ added: 1 }).success && 'refuses a new field';
    });
    expect(faults).toEqual([]);
  });
});
