/**
 * Ids that stand for one exact call: minted when it is shown, redeemed once when it is done. An id carries its expiry
 * and what it is bound to, under a key that all who share a state share, so nothing is kept until it is used.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { withStateErrors } from '../../highlevel/idempotency/book.ts';
import { buildEntryKeys, type Subject } from '../../highlevel/idempotency/key.ts';
import { fetchSharedKey } from '../../state/shared-key.ts';
import type { Records } from '../../state/state.ts';
import type { Arguments } from '../pipeline/context.ts';
import { CallRefusal } from '../pipeline/refusal.ts';

export const PLAN_SECONDS = 600;

/** What an id stands for. */
export interface PlannedCall {
  /** Who is to confirm. An id for one is none for the other. */
  readonly by: 'person' | 'agent';
  readonly operation: string;
  readonly args: Arguments;
  readonly subject: Subject;
}

export interface Plans {
  mint(call: PlannedCall): Promise<string>;
  /**
   * Uses the id up: whoever comes second is refused, in any process.
   *
   * @throws CallRefusal `plan_refused`, which says why
   * @throws StateUnavailableError when it cannot be known whether it was used
   */
  redeem(id: string, call: PlannedCall): Promise<void>;
}

const KEY_RECORD = 'confirm:key';
const YEAR_MS = 365 * 86_400_000;
/** Far longer than an id lives, so that a clock that is set back does not revive one. */
const USED_KEPT_MS = 86_400_000;

/** Bytes of an id, in order. */
const sizes = { nonce: 9, expires: 4, operation: 3, subject: 3, args: 10, mac: 16 } as const;
const SIGNED = 29;
const idPattern = /^[A-Za-z0-9_-]{60}$/;

/** @param now Epoch milliseconds. */
export function createPlans(records: Records, now: () => number): Plans {
  return {
    async mint(call) {
      const key = await fetchKey(records);
      const expires = Buffer.alloc(sizes.expires);
      expires.writeUInt32BE(Math.floor(now() / 1000) + PLAN_SECONDS);
      const tags = describeTags(key, call);
      const signed = Buffer.concat([randomBytes(sizes.nonce), expires, tags.operation, tags.subject, tags.args]);
      return Buffer.concat([signed, sign(key, call, signed)]).toString('base64url');
    },
    async redeem(id, call) {
      const key = await fetchKey(records);
      const bytes = Buffer.from(idPattern.test(id) ? id : '', 'base64url');
      const signed = bytes.subarray(0, SIGNED);
      const mac = sign(key, call, signed);
      const given = bytes.subarray(SIGNED);
      if (given.length !== mac.length || !timingSafeEqual(given, mac))
        throw refuse('is none that this server gave out');
      const expires = signed.readUInt32BE(sizes.nonce);
      const seconds = now() / 1000;
      if (seconds >= expires || seconds < expires - 2 * PLAN_SECONDS) throw refuse('has expired');
      const tags = describeTags(key, call);
      let at = sizes.nonce + sizes.expires;
      for (const [name, reason] of mismatches) {
        if (!timingSafeEqual(signed.subarray(at, at + sizes[name]), tags[name])) throw refuse(reason);
        at += sizes[name];
      }
      const record = `confirm:used:${signed.subarray(0, sizes.nonce).toString('hex')}`;
      const burned = await withStateErrors(() =>
        records.put(record, '1', { expected: 'absent', keepMs: USED_KEPT_MS }),
      );
      if (burned === undefined) throw refuse('has been used already');
    },
  };
}

/** In the order in which their tags stand in an id. */
const mismatches = [
  ['operation', 'is for another operation'],
  ['subject', 'is for another location or another token'],
  ['args', 'is for other arguments'],
] as const;

function describeTags(key: Buffer, { operation, args, subject }: PlannedCall) {
  const tag = (name: keyof typeof sizes, text: string) => hash(key, `${name}\n${text}`).subarray(0, sizes[name]);
  const { token, locationId, companyId } = subject;
  const { byContent } = buildEntryKeys(subject, operation, args, undefined);
  return {
    operation: tag('operation', operation),
    subject: tag('subject', JSON.stringify([token, locationId ?? '', companyId ?? ''])),
    // Of all three together: the short tags before it only tell which one differs.
    args: tag('args', byContent),
  };
}

function sign(key: Buffer, { by }: PlannedCall, signed: Buffer): Buffer {
  return hash(key, `mac\n${by}\n${signed.toString('hex')}`).subarray(0, sizes.mac);
}

function hash(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

async function fetchKey(records: Records): Promise<Buffer> {
  const key = await withStateErrors(() => fetchSharedKey(records, KEY_RECORD, YEAR_MS));
  if (key === undefined) throw refuse('cannot be checked, as its key is gone');
  return key;
}

function refuse(reason: string): CallRefusal {
  return new CallRefusal('plan_refused', `The plan ${reason}. Nothing was sent.`, {
    advice:
      'Call again without plan to have the call confirmed anew. A plan is good for one call, ' +
      `with the very same arguments, within ${PLAN_SECONDS / 60} minutes.`,
  });
}
