/** What each kind of fault does to a request: the one place that says so. */
import { Refusal } from '../errors.ts';
import type { Fault } from '../faults/kinds.ts';
import { type ForcedRefusals, tooManyRequests } from '../gate/gate.ts';
import type { Answer } from './respond.ts';

/** What can be done with a request that has been received. */
export interface Exchange {
  /** Lets gate and handler have it. */
  process(forced?: ForcedRefusals): Promise<Answer>;
  send(answer: Answer): void;
  /** All headers and half of the content, then the connection breaks. */
  sendHalf(answer: Answer): void;
  /** Breaks the connection. */
  drop(): void;
  /** Rejects when the sandbox closes. */
  wait(ms: number): Promise<void>;
}

/** Without a fault: processed and answered. */
export async function play(fault: Fault | undefined, exchange: Exchange): Promise<void> {
  const { process, send, sendHalf, drop, wait } = exchange;
  if (fault === undefined) return send(await process());
  switch (fault.kind) {
    case 'delay':
      await wait(fault.delayMs);
      return send(await process());
    case 'delay-after': {
      const answer = await process();
      await wait(fault.delayMs);
      return send(answer);
    }
    case '429':
      return send(await process({ before: tooManyRequests() }));
    case '500':
      return send(await process({ before: internalError() }));
    case '500-after':
      return send(await process({ after: internalError() }));
    case '422-after':
      return send(await process({ after: unexplained() }));
    case 'drop-before':
      return drop();
    case 'drop-after':
      await process();
      return drop();
    case 'truncate':
      return sendHalf(await process());
    case 'hang-before':
      return;
    case 'hang':
      await process();
      return;
    default:
      return fault satisfies never;
  }
}

function internalError(): Refusal {
  return new Refusal(500, 'Internal server error');
}

/** Which words HighLevel has for it is not known; that it names no field is what makes it a trap (issue #64). */
function unexplained(): Refusal {
  return new Refusal(422, ['The request could not be processed.']);
}
