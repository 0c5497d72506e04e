/**
 * What a line of the audit log holds. Every text has a shape that no message, name, e-mail address or token fits, so
 * that the log cannot say more than it should; `redact.ts` makes values of these shapes.
 */
import * as z from 'zod';

const time = z.iso.datetime();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** Of what is not repeated here: equal things have equal ones. */
const fingerprint = z.string().regex(/^[0-9a-f]{16}$/);
const id = z.string().regex(/^[A-Za-z0-9_-]{6,64}$/);
const word = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** Names a chain, which is one file. */
export const chainId = z.string().regex(/^[0-9a-f]{16}$/);

const link = { seq: z.int().min(0), prev: hash, hash };

/** What a chain begins with. */
const begin = z.strictObject({
  kind: z.literal('begin'),
  time,
  chain: chainId,
  /** Of this server. */
  version: z.string().regex(/^[\w.+-]{1,40}$/),
  /** The chain that was begun before this one, as far as it had come. */
  previous: z.strictObject({ chain: chainId, count: z.int().min(0), hash }).optional(),
});

/**
 * - `done`, `replayed` (an earlier call had done it), `exists` (HighLevel refused a duplicate and names it)
 * - `rejected` by HighLevel; `failed` before it was carried out; `unknown`: it may have been
 * - `refused` by this server
 * - `plan_shown`, `person_asked`, `dry_run`: nothing was sent
 */
export const outcomes = [
  'done',
  'replayed',
  'exists',
  'rejected',
  'failed',
  'unknown',
  'refused',
  'plan_shown',
  'person_asked',
  'dry_run',
] as const;

/** A call that changes something, or one that was refused. */
const call = z.strictObject({
  kind: z.literal('call'),
  /** When it ended. */
  time,
  durationMs: z.int().min(0),
  outcome: z.enum(outcomes),
  /** Whether anything reached HighLevel. */
  sent: z.enum(['no', 'yes', 'unknown']),
  /** The kind of the error, where there was one. */
  reason: word.optional(),
  /** The operator's rule that refused it. */
  rule: word.optional(),
  /** As the catalogue names it, or as the agent did where that looks like a name. */
  operation: word.optional(),
  class: z.enum(['read', 'write', 'high-impact']).optional(),
  /** Where the call ended in a tool before it came to an operation. */
  tool: word.optional(),
  location: id.optional(),
  company: id.optional(),
  token: word.optional(),
  client: z
    .string()
    .regex(/^[\w .+/()-]{1,80}$/)
    .optional(),
  confirmedBy: z.enum(['person', 'plan']).optional(),
  /** Of the idempotency key. */
  key: fingerprint.optional(),
  /** Of all arguments. */
  args: fingerprint.optional(),
  /** Arguments that are ids. */
  ids: z.record(z.string().regex(/^\w{1,40}$/), z.array(id)).optional(),
  /** Ids of what came back. */
  result: z.array(id).optional(),
  status: z.int().optional(),
  traceId: word.optional(),
  /** Refusals before this line that there was no room for while the log could not be written. */
  lost: z.int().min(1).optional(),
});

export const entrySchema = z.discriminatedUnion('kind', [begin, call]);

/** A line as it stands in a file. */
export const lineSchema = z.discriminatedUnion('kind', [begin.extend(link), call.extend(link)]);

export type Begin = z.infer<typeof begin>;
export type Call = z.infer<typeof call>;
export type Entry = z.infer<typeof entrySchema>;
export type Line = z.infer<typeof lineSchema>;
