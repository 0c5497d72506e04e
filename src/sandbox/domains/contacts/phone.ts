/** Phone numbers as people type them, brought to E.164 as HighLevel stores them. */
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { unprocessable } from '../../errors.ts';

/**
 * `(202) 555-0123` in a US location becomes `+12025550123`. A number without `+` is a national one of the
 * country. What has the length of a number is one: invented numbers are the rule here, and belong to nobody.
 * Throws 422 when no phone number is left.
 */
export function normalizePhone(phone: string, country: string): string {
  const home: CountryCode = isSupportedCountry(country) ? country : 'US';
  const parsed = parsePhoneNumberFromString(phone, home);
  if (parsed === undefined || !parsed.isPossible()) throw unprocessable(['phone must be a valid phone number']);
  return parsed.number;
}
