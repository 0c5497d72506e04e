import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readConfigFile, writeConfigFile } from '../../../src/cli/install/config-file.ts';
import { createFolder } from '../../support/run.ts';

let folder = '';
let path = '';

beforeEach(() => {
  folder = createFolder('config');
  path = join(folder, 'mcp.json');
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
