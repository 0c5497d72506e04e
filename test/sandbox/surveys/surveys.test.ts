import { expect, test } from 'vitest';
import { contacts } from '../../../src/sandbox/domains/contacts/records.ts';
import { operations } from '../../../tools/surveys/operations.gen.ts';
import { openChecked } from '../checked.ts';

test('surveys and their submissions are listed, the newest first', async () => {
  const { service, locationId, sandbox } = await openChecked(operations);
  const surveys = service('surveys');
  const { surveys: all, total } = await surveys('getSurveys', { locationId });
  expect(total).toBe(all.length);
  const list = (query: object) => surveys('getSurveysSubmissions', { locationId, ...query });
  const answered = await list({ surveyId: all[0].id, limit: 100 });
  expect(answered.submissions).toHaveLength(answered.meta.total);
  const times = answered.submissions.map(({ createdAt }: { createdAt: string }) => createdAt);
  expect(times).toEqual(times.toSorted().toReversed());
  expect(answered.meta).toMatchObject({ currentPage: 1, nextPage: null, prevPage: null });
  for (const { contactId, email } of answered.submissions) {
    expect(contacts(sandbox.world).get(contactId)?.email).toBe(email);
  }
  expect((await list({ surveyId: all[1].id })).submissions).toEqual([]);
});
