/** Asking the person at the client. Both eras of the protocol come back to the handler with the answer. */
import { type InputRequiredResult, inputRequired, inputResponse } from '@modelcontextprotocol/server';
import { CallRefusal } from '../pipeline/refusal.ts';
import type { Person } from '../session.ts';
import type { PlannedCall, Plans } from './plan.ts';

const QUESTION = 'confirm';

/** Not a failure: the call goes on when the person has answered. Thrown, as it ends every stage of this round. */
export class QuestionAsked extends Error {
  override readonly name = 'QuestionAsked';
  readonly question: string;
  /** Stands for the exact call, and comes back with the answer. */
  readonly state: string;

  constructor(question: string, state: string) {
    super('A person is asked first.');
    this.question = question;
    this.state = state;
  }
}

/** The question as the protocol puts it. */
export function formatQuestion({ question, state }: QuestionAsked): InputRequiredResult {
  return inputRequired({
    requestState: state,
    inputRequests: {
      [QUESTION]: inputRequired.elicit({
        message: question,
        requestedSchema: {
          type: 'object',
          properties: { confirm: { type: 'boolean', title: 'Yes, do it', default: false } },
          required: ['confirm'],
        },
      }),
    },
  });
}

/**
 * Returns when the person has agreed to this very call, which uses the answer up.
 *
 * @throws QuestionAsked while nobody has answered
 * @throws CallRefusal `declined`, or `plan_refused` for an answer to another question
 */
export async function askPerson(
  person: Person,
  call: PlannedCall,
  plans: Plans,
  describe: () => Promise<string>,
): Promise<void> {
  const answer = inputResponse(person.answers, QUESTION);
  if (person.state === undefined || answer.kind !== 'elicit') {
    throw new QuestionAsked(await describe(), await plans.mint(call));
  }
  await plans.redeem(person.state, call);
  if (answer.action === 'accept' && answer.content?.confirm === true) return;
  const how = answer.action === 'cancel' ? 'was asked and gave no answer' : 'was asked and said no';
  throw new CallRefusal('declined', `The person ${how}. Nothing was sent.`, {
    advice: 'Do not repeat the call by yourself; ask the person what they want instead.',
  });
}
