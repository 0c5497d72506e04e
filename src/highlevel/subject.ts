/** The location and company that a call is about. */
import type { Operation } from '../catalogue/operation.ts';
import { ArgumentError } from './errors/index.ts';
import type { Arguments } from './request/build.ts';

export interface Subject {
  readonly locationId: string | undefined;
  readonly companyId: string | undefined;
}

/**
 * What the arguments and the context say together. A context that contradicts the arguments would send one
 * location's call under another one's name.
 *
 * @throws ArgumentError
 */
export function resolveSubject(operation: Operation, args: Arguments, context: Partial<Subject>): Subject {
  const subject = { locationId: context.locationId, companyId: context.companyId };
  for (const [argument, role] of Object.entries(operation.context ?? {})) {
    const given = args[argument];
    if ((role !== 'location' && role !== 'company') || typeof given !== 'string') continue;
    const field = role === 'location' ? 'locationId' : 'companyId';
    if (subject[field] !== undefined && subject[field] !== given) {
      throw new ArgumentError(argument, `is not the ${role} that the call is about.`, `Leave ${argument} out.`);
    }
    subject[field] = given;
  }
  return subject;
}

/** The arguments with the subject written into those that name a location or company and were left out. */
export function fillSubject(operation: Operation, args: Arguments, { locationId, companyId }: Subject): Arguments {
  const values = { location: locationId, company: companyId, 'alt-type': locationId && 'location' } as const;
  const filled: Record<string, unknown> = { ...args };
  for (const [argument, role] of Object.entries(operation.context ?? {})) {
    if (role !== 'location-list') filled[argument] ??= values[role];
  }
  return filled;
}
