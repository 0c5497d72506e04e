/** What is told of a call to whoever counts calls: of few words each, none of them the agent's or a record's. */
import type { OperationRow } from '../catalogue/catalogue.ts';
import { describeFailure } from './results/failure.ts';

export interface CallReport {
  /** A fixed tool by its name; an operation that is listed by its own name, by its risk class. */
  readonly tool: string;
  /** `done`, `asked` (a person), or the kind of the failure. */
  readonly outcome: string;
  readonly durationMs: number;
  /** Answered from the journal. */
  readonly isReplayed: boolean;
}

/** A name that no tool has is the client's invention, so it is not repeated. */
export function nameTool(name: string, isFixed: boolean, row: Pick<OperationRow, 'risk'> | undefined): string {
  return isFixed ? name : (row?.risk ?? 'unknown');
}

export function nameFailure(error: unknown): string {
  return String(describeFailure(error).kind);
}
