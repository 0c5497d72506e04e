import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { readConfigFile, writeConfigFile } from '../../../src/cli/install/config-file.ts';

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'highlevel-config-'));
  path = join(folder, 'mcp.json');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

describe('a configuration file that changes while somebody is asked', () => {
  it('is left to the other one who changed it', () => {
    writeFileSync(path, '{}');
    const file = readConfigFile(path);
    writeFileSync(path, '{"theme": "dark"}');
    expect(() => writeConfigFile(file, '{"mcpServers": {}}', { isSecret: false })).toThrow('changed meanwhile');
    expect(readFileSync(path, 'utf8')).toBe('{"theme": "dark"}');
    expect(readdirSync(folder)).toEqual(['mcp.json']);
  });

  it('is left to the other one who made it', () => {
    const file = readConfigFile(path);
    writeFileSync(path, '');
    expect(() => writeConfigFile(file, '{}', { isSecret: false })).toThrow('changed meanwhile');
    expect(readFileSync(path, 'utf8')).toBe('');
  });
});
