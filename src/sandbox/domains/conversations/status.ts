/** How messages get from sent to delivered without anybody doing anything: by the world's clock. */
import type { MessageStatus } from './records.ts';

/** How long a message is on its way until it counts as sent, and as delivered. */
const sentAfterMs = 2_000;
const deliveredAfterMs = 5_000;

/** The status at this moment of something that may still be on its way. */
export function resolveStatus(
  message: { readonly status: MessageStatus; readonly leavesAt?: number },
  nowMs: number,
): MessageStatus {
  if (message.leavesAt === undefined) return message.status;
  const underwayMs = nowMs - message.leavesAt;
  if (underwayMs < 0) return 'scheduled';
  if (underwayMs < sentAfterMs) return 'pending';
  return underwayMs < deliveredAfterMs ? 'sent' : 'delivered';
}
