/** What an operator may rule, in a file or by flags. */
import { z } from 'zod';
import { canBeLocationId, pinNeedsId } from '../../highlevel/location-id.ts';
import { isTimeZone } from '../results/local-times.ts';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM');
const timeZone = z.string().refine(isTimeZone, 'must be an IANA time zone, e.g. America/New_York');

const currency = z.string().regex(/^[A-Z]{3}$/);
/** The most in each currency, by its code; none of a currency that is not named. */
const amounts = z.record(currency, z.number().nonnegative());

const ceilings = z.strictObject({
  /** In any 60 minutes, one for each person that a call writes to. */
  messagesPerHour: z.int().nonnegative().optional(),
  /** In 24 hours, one for each record that a call deletes. */
  deletesPerDay: z.int().nonnegative().optional(),
  amountPerCharge: amounts.optional(),
  amountPerInvoice: amounts.optional(),
});

export type Ceilings = z.infer<typeof ceilings>;

export const policyRules = z.strictObject({
  /** Tool names, `*` for any letters; given, nothing else may be called. */
  allow: z.array(z.string().min(1)).optional(),
  /** Wins over `allow`. */
  deny: z.array(z.string().min(1)).optional(),
  classes: z.array(z.enum(['read', 'write', 'high-impact'])).optional(),
  /** Calls that touch a location touch one of these. */
  locations: z.array(z.string().refine(canBeLocationId, { error: pinNeedsId })).optional(),
  /** When nothing is sent to people. From and to in local time of the zone; to before from means past midnight. */
  quietHours: z.strictObject({ from: timeOfDay, to: timeOfDay, timeZone }).optional(),
  ceilings: ceilings.optional(),
});

export type PolicyRules = z.infer<typeof policyRules>;
