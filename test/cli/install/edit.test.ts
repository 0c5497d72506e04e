import fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { formats } from '../../../src/cli/install/clients.ts';
import { removeEntry, setEntry } from '../../../src/cli/install/edit.ts';
import { hideValues } from '../../../src/cli/install/preview.ts';

const entry = { command: 'node', args: ['server.js', '--read-only'] };
const json = formats['claude-desktop'];
const jsonc = formats.vscode;

const servers = fc.dictionary(
  fc.string().filter((name) => name !== 'highlevel' && name !== '__proto__'),
  fc.record({ command: fc.string(), env: fc.dictionary(fc.string().filter(isPlain), fc.string()) }),
);
const config = fc
  .record({ theme: fc.jsonValue(), mcpServers: servers }, { requiredKeys: [] })
  .map((value) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>);
const layout = fc.constantFrom<string | number | undefined>(undefined, 2, 4, '\t');

function isPlain(name: string): boolean {
  return name !== '__proto__';
}

describe('an entry', () => {
  it('is all that changes in any configuration, and is gone again afterwards', () => {
    fc.assert(
      fc.property(config, layout, fc.boolean(), (before, indent, isWindows) => {
        const lines = JSON.stringify(before, null, indent);
        const text = isWindows ? `\uFEFF${lines.replaceAll('\n', '\r\n')}` : lines;
        const after = setEntry(text, json, entry);
        const known = before.mcpServers as Record<string, unknown> | undefined;
        expect(JSON.parse(after.replace('\uFEFF', ''))).toEqual({
          ...before,
          mcpServers: { ...known, highlevel: entry },
        });
        expect(after.startsWith('\uFEFF')).toBe(isWindows);
        expect(setEntry(after, json, entry)).toBe(after);
        expect(JSON.parse(removeEntry(after, json).replace('\uFEFF', ''))).toEqual({ mcpServers: {}, ...before });
      }),
    );
  });

  it.each(['', ' \n', '\uFEFF'])('goes into a file that holds nothing: %j', (text) => {
    expect(parse(setEntry(text, jsonc, entry).replace('\uFEFF', ''))).toEqual({
      servers: { highlevel: { type: 'stdio', ...entry } },
    });
  });

  it('keeps variables, fields and comments of the one that was there', () => {
    const text = `{
  "servers": {
    "highlevel": {
      // mine
      "command": "old", // path
      "args": [],
      "disabled": true,
      "env": { "HIGHLEVEL_TOKEN": "t", "HIGHLEVEL_STATE": "memory" }, // both
    },
  },
}
`;
    const after = setEntry(text, jsonc, { ...entry, env: { HIGHLEVEL_TOKEN: 'u' } });
    expect(parse(after, [], { allowTrailingComma: true }).servers.highlevel).toEqual({
      type: 'stdio',
      ...entry,
      disabled: true,
      env: { HIGHLEVEL_TOKEN: 'u', HIGHLEVEL_STATE: 'memory' },
    });
    for (const comment of ['// mine', '// path', '// both']) expect(after).toContain(comment);
    expect(setEntry(after, jsonc, { ...entry, env: { HIGHLEVEL_TOKEN: 'u' } })).toBe(after);
  });

  it.each([
    ['cut', '{"mcpServers": {', 'damaged in line 1'],
    ['a comment where none may be', '{\n// mine\n}', 'damaged in line 2'],
    ['two documents', '{}{}', 'damaged'],
    ['a list', '[]', 'no JSON object'],
    ['servers in a list', '{"mcpServers": []}', 'not an object'],
    ['a name twice', '{"mcpServers": {}, "mcpServers": {"a": {}}}', 'twice'],
  ])('is refused in %s', (_what, text, message) => {
    expect(() => setEntry(text, json, entry)).toThrow(message);
  });

  it('leaves a text without one as it is when it is removed', () => {
    expect(removeEntry('{ "servers": {} /* none */ }', jsonc)).toBe('{ "servers": {} /* none */ }');
  });
});

describe('a preview', () => {
  it("shows nobody's values but those of the entry itself", () => {
    const text = `\uFEFF{
  // token: s3cret
  /* s3cret
     s3cret */
  "inputs": [{ "id": "s3cret" }],
  "servers": {
    "other": { "command": "s3cret", "args": ["s3cret"], "headers": { "Authorization": "s3cret" }, "port": 1 },
    "highlevel": { "command": "sh", "args": ["-c", "TOKEN=pit-00000000-s3cret x"], "env": { "HIGHLEVEL_TOKEN": "s3cret" } }
  }
}`;
    const shown = hideValues(text, jsonc);
    expect(shown).not.toContain('s3cret');
    expect(shown).toContain('"command": "sh"');
    expect(shown.split('\n')).toHaveLength(text.split('\n').length);
    expect(parse(setEntry(shown, jsonc, entry).replace('\uFEFF', '')).servers.highlevel).toMatchObject(entry);
  });
});
