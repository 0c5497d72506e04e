/** The command line of the sandbox: what it takes, what it refuses, and that the sandbox is told. */
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { addSandboxOptions, type SandboxCommandOptions } from '../../../src/cli/sandbox-options.ts';
import { faultForms } from '../../../src/sandbox/faults/kinds.ts';
import { startNode } from '../../support/processes.ts';

const main = join(import.meta.dirname, '../../../src/cli/main.ts');

function createCommand(): Command {
  return addSandboxOptions(new Command())
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
}

function parse(...args: string[]): SandboxCommandOptions {
  return createCommand().parse(args, { from: 'user' }).opts<SandboxCommandOptions>();
}

describe('takes', () => {
  it("HighLevel's own limits when nothing is said", () => {
    expect(parse()).toEqual({
      port: 4010,
      seed: 1,
      rateLimit: { max: 100, intervalMs: 10_000 },
      window: 'sliding',
      indexLag: 2000,
      fault: [],
    });
  });

  it('the limits of a test account', () => {
    expect(parse('--rate-limit', '25/10000', '--window', 'fixed', '--index-lag', '0')).toMatchObject({
      rateLimit: { max: 25, intervalMs: 10_000 },
      window: 'fixed',
      indexLag: 0,
    });
  });

  it('every kind of fault, with its rate', () => {
    const kinds = faultForms.map((form) => form.replace('<ms>', '200'));
    const { fault } = parse('--fault', ...kinds.map((kind) => `${kind}=0.25`));
    expect(fault).toEqual(kinds.map((kind) => ({ fault: kind, rate: 0.25 })));
    expect(parse('--fault', '500=1', '--fault', 'hang=.5').fault).toEqual([
      { fault: '500', rate: 1 },
      { fault: 'hang', rate: 0.5 },
    ]);
  });
});

it('lists every kind of fault in its help', () => {
  const help = createCommand().helpInformation().replaceAll(/\s+/g, ' ');
  expect(help).toContain(`kinds: ${faultForms.join(', ')} `);
});

describe('refuses', () => {
  it.each(['25', '0/10000', '25/0', '25/86400001', '-1/10000', '2.5/10000', '25/10s', ''])(
    'the rate limit "%s"',
    (value) => {
      expect(() => parse(`--rate-limit=${value}`)).toThrow(/Must be calls\/milliseconds/);
    },
  );

  it.each(['-1', '1.5', 'soon', '86400001', ''])('the index lag "%s"', (value) => {
    expect(() => parse(`--index-lag=${value}`)).toThrow('Must be a whole number from 0 to 86400000.');
  });

  it('another window', () => {
    expect(() => parse('--window', 'open')).toThrow('Allowed choices are sliding, fixed.');
  });

  it.each(['explode=1', 'delay=1', '500-before=0.1'])('the unknown fault %s, with those there are', (value) => {
    expect(() => parse('--fault', value)).toThrow(/unknown fault .*: use delay=<ms>, .*, hang\./);
  });

  it.each(['500', '500=2', '500=-1', 'delay=200', '=1'])('%s, which is no fault and rate', (value) => {
    expect(() => parse('--fault', value)).toThrow(/is not a kind and a rate from 0 to 1/);
  });
});

it('runs with the limits that it was told', async () => {
  const limits = ['--rate-limit', '2/3600000', '--window', 'fixed', '--index-lag', '0'];
  const server = startNode([main, 'sandbox', '--port', '0', ...limits], { isHeard: true });
  try {
    const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
    const { value: first } = await lines.next();
    const { value: second } = await lines.next();
    const url = /on (http:\S+),/.exec(first ?? '')?.[1];
    const [, location, token] = /location (\S+)\s+token (\S+)/.exec(second ?? '') ?? [];
    const headers = {
      authorization: `Bearer ${token}`,
      version: '2021-07-28',
      'content-type': 'application/json',
    };
    const created = await fetch(`${url}/contacts/`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ locationId: location, firstName: 'Nadja', lastName: 'Neverlagging' }),
    });
    const list = `${url}/contacts/?locationId=${location}&query=Neverlagging`;
    const found = await fetch(list, { headers });
    expect([created.status, found.status, (await fetch(list, { headers })).status]).toEqual([201, 200, 429]);
    expect(found.headers.get('x-ratelimit-max')).toBe('2');
    expect(found.headers.get('x-ratelimit-interval-milliseconds')).toBe('3600000');
    expect(await found.json()).toMatchObject({ contacts: [{ lastName: expect.stringMatching(/neverlagging/i) }] });
  } finally {
    const exited = once(server, 'exit');
    server.kill();
    await exited;
  }
});
