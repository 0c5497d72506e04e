/** Whether this server may call an operation at all, whoever asks and with whatever arguments. */
import type { OperationRow } from '../../catalogue/catalogue.ts';
import type { Policy } from '../policy/policy.ts';
import { CallRefusal } from './refusal.ts';

export interface Permissions {
  /** Restricts every call to operations that change nothing, whatever the surface offers. */
  readonly readOnly: boolean;
  readonly policy: Policy;
}

/** Why not; undefined where it may be called. */
export function refuseOperation(row: OperationRow, { readOnly, policy }: Permissions): CallRefusal | undefined {
  if (row.withheld !== undefined) return refuseWithheld(row.name, row.withheld);
  if (readOnly && row.risk !== 'read') {
    return new CallRefusal('not_permitted', `${row.name} changes data, and this server is read-only.`, {
      advice: 'The operator lifts this by starting the server without --read-only.',
      rule: 'read-only',
    });
  }
  return policy.refuseOperation(row);
}

/** For what no configuration offers. */
export function refuseWithheld(name: string, reason: string): CallRefusal {
  return new CallRefusal('not_permitted', `${name} is not offered to agents: ${reason}`, {
    advice: 'Nothing that this server offers does the same.',
  });
}
