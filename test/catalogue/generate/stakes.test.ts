/** A guide that leaves a ceiling open, or counts by something that is not there, does not pass. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { listStakeProblems } from '../../../src/catalogue/generate/stakes.ts';
import type { Guide } from '../../../src/catalogue/guide.ts';
import type { Method, Operation } from '../../../src/catalogue/operation.ts';

const check = (judged: Partial<Guide>, method: Method = 'POST'): string[] => {
  const operation: Operation = {
    method,
    path: '/things',
    version: '2021-07-28',
    source: 'v2',
    security: [],
    scopes: [],
    places: {},
    body: 'json',
    answer: 'json',
    success: 200,
    input: () =>
      z.strictObject({
        ids: z.array(z.string()),
        to: z.object({ cc: z.array(z.string()).optional() }).optional(),
        items: z.array(z.object({ amount: z.number(), qty: z.number() })).optional(),
        currency: z.string().optional(),
      }),
  };
  const guide: Guide = { name: 'things_thing_send', title: 'Send', summary: 'Sends.', risk: 'high-impact', ...judged };
  return listStakeProblems(operation, guide);
};

it.each<[string, Partial<Guide>, Method, string | undefined]>([
  ['reaches out and says nothing', { openWorld: true }, 'POST', 'messages must say'],
  ['reaches out and writes to nobody', { openWorld: true, messages: 'none' }, 'POST', undefined],
  ['reaches out and can be put right', { openWorld: true, risk: 'write' }, 'POST', undefined],
  ['deletes a list', {}, 'DELETE', 'deletes must say'],
  ['deletes a list by name', { name: 'things_bulk_thing_delete' }, 'POST', 'deletes must say'],
  ['deletes a list and says so', { deletes: { each: ['ids[]'] } }, 'DELETE', undefined],
  ['counts by an unknown argument', { messages: { each: ['to.bcc[]'] } }, 'POST', 'to.bcc[]'],
  ['excepts by an unknown argument', { deletes: { unless: { status: ['kept'] } } }, 'POST', 'status'],
  ['cannot tell by an unknown argument', { messages: { untold: ['to.all'] } }, 'POST', 'to.all'],
  ['counts by arguments that are there', { messages: { each: ['to.cc[]'], untold: ['to'] } }, 'POST', undefined],
  ['invoices unknown lines', { money: { of: 'invoice', lines: 'lines' } }, 'POST', 'lines[].amount'],
  ['invoices lines', { money: { of: 'invoice', lines: 'items' } }, 'POST', undefined],
  ['charges an unknown amount', { money: { of: 'charge', amount: 'price' } }, 'POST', 'price'],
  ['plans for an unknown time', { moments: [{ at: 'later', form: 'iso', zone: 'zone' }] }, 'POST', 'later'],
])('one that %s', (_what, judged, method, problem) => {
  const problems = check(judged, method);
  if (problem === undefined) expect(problems).toEqual([]);
  else expect(problems.join('\n')).toContain(problem);
});
