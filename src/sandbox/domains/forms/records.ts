/** Forms of a website, and what people sent in through them. */
import type { Collection, SandboxRecord, World } from '../../world.ts';
import type { Submission } from '../shared/submissions.ts';

export interface Form extends SandboxRecord {
  readonly name: string;
}

export const forms = (world: World): Collection<Form> => world.collection<Form>('forms');
export const formSubmissions = (world: World): Collection<Submission> =>
  world.collection<Submission>('form-submissions');
