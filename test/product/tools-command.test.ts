import { describe, expect, it } from 'vitest';
import { serverScript } from '../support/mcp-clients.ts';
import { runNode } from '../support/processes.ts';

interface Row {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly version: string;
  readonly source: string;
  readonly resource: string;
  readonly risk: string;
  readonly scopes: readonly string[];
  readonly guided: boolean;
}

describe('highlevel-mcp tools --json', () => {
  const rows = JSON.parse(runNode([serverScript, 'tools', '--json']).stdout) as Row[];

  it('has 576 V2 operations, 87 that only v3 has and 4 in neither', () => {
    expect(rows.filter((row) => row.source === 'v2')).toHaveLength(576);
    expect(rows.filter((row) => row.source === 'v3')).toHaveLength(87);
    expect(rows.filter((row) => row.source === 'live')).toHaveLength(4);
  });

  it('says of each all that there is to say', () => {
    for (const row of rows) {
      expect(row).toMatchObject({
        name: expect.stringMatching(/^[a-z][a-z0-9_]{2,44}$/),
        method: expect.stringMatching(/^(GET|POST|PUT|PATCH|DELETE)$/),
        path: expect.stringMatching(/^\//),
        version: expect.stringMatching(/^(\d{4}-\d{2}-\d{2}|v3)$/),
        resource: expect.any(String),
        risk: expect.stringMatching(/^(read|write|high-impact)$/),
        scopes: expect.any(Array),
        guided: expect.any(Boolean),
      });
    }
  });

  it('has judged every one', () => {
    expect(rows.filter((row) => !row.guided)).toEqual([]);
  });
});
