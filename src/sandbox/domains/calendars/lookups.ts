/** Calendars and appointments that a request names, and times as the API writes them. */
import { unprocessable } from '../../errors.ts';
import type { SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { findRecord } from '../shared/find-record.ts';
import { type Appointment, appointments, type Calendar, calendars } from './records.ts';

export const findCalendar = (world: World, request: SandboxRequest, id: string | undefined): Calendar =>
  findRecord(calendars(world), request, { id, name: 'Calendar' });

export const findAppointment = (world: World, request: SandboxRequest, id: string | undefined): Appointment =>
  findRecord(appointments(world), request, { id, name: 'Event' });

/** The instant of an ISO time in a field of the body. Throws a 422 naming the field. */
export function parseInstant(value: string, field: string): number {
  const instantMs = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(instantMs)) throw unprocessable([`${field} must be a valid ISO 8601 date string`]);
  return instantMs;
}

/** The instant of epoch milliseconds that travel as text. Throws a 422 naming the field. */
export function parseEpochMs(value: string | number, field: string): number {
  const instantMs = Number(value);
  if (!Number.isFinite(instantMs) || String(value).trim() === '') {
    throw unprocessable([`${field} must be a timestamp in milliseconds`]);
  }
  return instantMs;
}

/** The fields of a body that were given, without those that are undefined. */
export function pickGiven(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

/** A change in which undefined means: delete the field (the collection's own rule). */
export function asChange<T>(change: { readonly [Field in keyof T]?: T[Field] | undefined }): Partial<T> {
  return change as Partial<T>;
}
