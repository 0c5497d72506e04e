import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with surveys. */
export const asks = {
  'GET /surveys/submissions': [
    'what did people answer in the survey',
    'show survey responses',
    'quiz results from this month',
    'feedback customers gave in the questionnaire',
    'who completed the application survey',
    'qualification answers of a lead',
    'how many took the satisfaction poll',
  ],
  'GET /surveys/': [
    'which surveys do we have',
    'list all surveys',
    'find the id of the feedback questionnaire',
    'show quizzes in this account',
    'name of the onboarding survey',
    'all polls and assessments set up',
  ],
} as const satisfies Asks<typeof operations>;
