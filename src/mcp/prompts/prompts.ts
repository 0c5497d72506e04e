/** The prompts that a server offers: of those there are, the ones it can carry out. */
import { type GetPromptResult, type Prompt, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import type { CompleterName } from '../completion/completers.ts';
import type { CallDependencies } from '../pipeline/call.ts';
import { bookAppointment } from './book-appointment.ts';
import { cleanUpDuplicates } from './clean-up-duplicates.ts';
import { followUpUnread } from './follow-up-unread.ts';
import { invoiceCustomer } from './invoice-customer.ts';
import { leadIntake } from './lead-intake.ts';
import { morningBriefing } from './morning-briefing.ts';
import { pipelineReview } from './pipeline-review.ts';
import type { PromptDefinition, PromptInput } from './prompt.ts';
import { renderPrompt } from './render.ts';
import { refuseStep } from './steps.ts';

/** In the order of a day. */
export const allPrompts: readonly PromptDefinition[] = [
  morningBriefing,
  leadIntake,
  followUpUnread,
  pipelineReview,
  bookAppointment,
  invoiceCustomer,
  cleanUpDuplicates,
];

const MAX_INPUT_LENGTH = 2_000;

/** Asked for where the operator pinned no location. */
const locationInput: PromptInput = {
  name: 'locationId',
  description: 'the location (sub-account) to work in, by id or name',
  completer: 'location',
};

export interface Prompts {
  readonly definitions: readonly Prompt[];
  /** What completes the arguments of a prompt; undefined for a name that no prompt has. */
  findCompleters(name: string): Readonly<Record<string, CompleterName>> | undefined;
  /**
   * Sends nothing: it is text only.
   *
   * @throws ProtocolError for a name that no prompt has, and for arguments that it cannot take.
   */
  get(name: string, args: Readonly<Record<string, string>>): GetPromptResult;
}

/** The prompts of one configuration of the server. */
export function createPrompts(dependencies: CallDependencies): Prompts {
  const offered = allPrompts
    .filter((prompt) => canCarryOut(prompt, dependencies))
    .map((prompt) => ({
      ...prompt,
      arguments: dependencies.pins.locationId === undefined ? [...prompt.arguments, locationInput] : prompt.arguments,
    }));
  const find = (name: string) => offered.find((prompt) => prompt.name === name);
  return {
    definitions: offered.map(({ name, title, description, arguments: inputs }) => ({
      name,
      title,
      description,
      arguments: inputs.map((input) => ({
        name: input.name,
        description: input.description,
        required: input.isRequired === true,
      })),
    })),
    findCompleters(name) {
      const completed = find(name)?.arguments.flatMap((input) =>
        input.completer === undefined ? [] : [[input.name, input.completer] as const],
      );
      return completed === undefined ? undefined : Object.fromEntries(completed);
    },
    get(name, args) {
      const prompt = find(name);
      if (prompt === undefined) throw refuse('No prompt offered here has this name.');
      const text = renderPrompt(prompt, readInputs(prompt, args), dependencies);
      return { description: prompt.description, messages: [{ role: 'user', content: { type: 'text', text } }] };
    },
  };
}

/** A prompt without a call left, or without one it cannot do without, would be an empty promise. */
function canCarryOut({ steps }: PromptDefinition, dependencies: CallDependencies): boolean {
  const possible = steps.filter((step) => refuseStep(step, dependencies) === undefined);
  return possible.length > 0 && steps.every((step) => step.isOptional || possible.includes(step));
}

/** In the prompt's own order; what was left blank is left out. */
function readInputs(prompt: PromptDefinition, args: Readonly<Record<string, string>>): Record<string, string> {
  const unknown = Object.keys(args).find((name) => !prompt.arguments.some((input) => input.name === name));
  if (unknown !== undefined) {
    const known = prompt.arguments.map((input) => input.name).join(', ') || 'none';
    throw refuse(`${prompt.name} has no argument of this name; there are: ${known}.`);
  }
  const given: Record<string, string> = {};
  for (const { name, isRequired } of prompt.arguments) {
    const value = args[name]?.trim() ?? '';
    if (value === '' && isRequired) throw refuse(`${prompt.name} needs the argument ${name}.`);
    if (value.length > MAX_INPUT_LENGTH) throw refuse(`${name} is longer than ${MAX_INPUT_LENGTH} characters.`);
    if (value !== '') given[name] = value;
  }
  return given;
}

function refuse(message: string): ProtocolError {
  return new ProtocolError(ProtocolErrorCode.InvalidParams, message);
}
