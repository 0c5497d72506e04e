/**
 * What a prompt is: a goal, the calls that reach it, and what to say at the end. The calls are data, so that the text
 * an agent reads, the permissions a prompt needs and the calls that its test makes are one and the same.
 */
import type { CompleterName } from '../completion/completers.ts';

export interface PromptDefinition {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly arguments: readonly PromptInput[];
  readonly goal: string;
  readonly steps: readonly PromptStep[];
  readonly closing: string;
}

/** Something a person fills in. */
export interface PromptInput {
  readonly name: string;
  readonly description: string;
  readonly isRequired?: true;
  readonly completer?: CompleterName;
}

export interface PromptStep {
  /** What the call is for. */
  readonly does: string;
  /** A fixed tool; for an operation, that of its risk class. */
  readonly tool: 'lookup' | 'query' | 'call_read' | 'call_write' | 'call_high_impact';
  /** Its arguments; `<…>` stands for a value from the person or from an earlier step. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Without it the prompt is still of use. */
  readonly isOptional?: true;
}
