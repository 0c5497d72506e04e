/** A tool of the server's own, as opposed to the operations of HighLevel. */
import type { Tool } from '@modelcontextprotocol/server';
import type { Arguments } from '../pipeline/context.ts';
import type { Outcome } from '../results/success.ts';
import type { Session } from '../session.ts';

export interface FixedTool {
  readonly definition: Tool;
  /**
   * Answers as an operation does.
   *
   * @throws CallRefusal for arguments that cannot be taken.
   */
  run(args: Arguments, session: Session): Promise<Outcome>;
}
