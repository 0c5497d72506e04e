/** Surveys, and what people answered. */
import type { Collection, SandboxRecord, World } from '../../world.ts';
import type { Submission } from '../shared/submissions.ts';

export interface Survey extends SandboxRecord {
  readonly name: string;
}

export const surveys = (world: World): Collection<Survey> => world.collection<Survey>('surveys');
export const surveySubmissions = (world: World): Collection<Submission> =>
  world.collection<Submission>('survey-submissions');
