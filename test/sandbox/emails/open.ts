/** A sandbox with the newer e-mail operations of its first location at hand, every answer checked. */
import { operations } from '../../../tools/emails/operations.gen.ts';
import { type Answer, type Checked, openChecked } from '../checked.ts';

export interface Mailing extends Checked {
  /** Calls an operation below `/emails/locations/{locationId}`; gives status and body. */
  call(method: string, path: string, json?: unknown): Promise<{ status: number; body: Answer }>;
  readonly userId: string;
}

export async function openMailing(): Promise<Mailing> {
  const checked = await openChecked(operations);
  const { locationId, sandbox, send } = checked;
  const users = sandbox.world.collection('users').all();
  return {
    ...checked,
    userId: users[0]?.id ?? '',
    call: (method, path, json) => send(method, `/emails/locations/${locationId}${path}`, { json, version: 'v3' }),
  };
}
