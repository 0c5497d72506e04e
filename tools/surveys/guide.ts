import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

export const guides = {
  'GET /surveys/': {
    name: 'surveys_survey_list',
    title: 'List surveys',
    summary: 'Names and ids of surveys; questions do not come along. What people answered: surveys_submission_list.',
    risk: 'read',
    paging: {
      style: 'skip-limit',
      items: 'surveys',
      total: 'total',
      size: 'limit',
      defaultSize: 10,
      maxSize: 50,
      offset: 'skip',
    },
    hints: { type: 'folder lists folders; usually leave out' },
    words: ['questionnaire', 'quiz', 'feedback'],
  },
  'GET /surveys/submissions': {
    name: 'surveys_submission_list',
    title: 'List survey submissions',
    summary:
      'Answers people gave in surveys, with contactId. Without startAt only the last month is searched. Forms are apart: forms_submission_list.',
    notes: ['Answers are keyed by field in others; custom fields go by id, named in locations_custom_field_list.'],
    risk: 'read',
    paging: {
      style: 'page-limit',
      items: 'submissions',
      total: 'meta.total',
      size: 'limit',
      defaultSize: 20,
      maxSize: 100,
      offset: 'page',
      firstPage: 1,
    },
    hints: {
      surveyId: 'from surveys_survey_list',
      q: 'contact id, name, email or phone',
      startAt: 'YYYY-MM-DD; left out: a month ago',
      endAt: 'YYYY-MM-DD; left out: today',
    },
    words: ['responses', 'questionnaire', 'feedback', 'quiz results', 'leads'],
    examples: [
      {
        ask: 'What did people answer in this survey in the first half of 2026?',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          surveyId: 'jjusM6EOngDExnbo2DbU',
          startAt: '2026-01-01',
          endAt: '2026-06-30',
          limit: 100,
        },
      },
    ],
  },
} as const satisfies Guides<typeof operations>;
