/** Numbers of invoices and estimates: unique and increasing within a location. */
import { badRequest } from '../../errors.ts';
import type { World } from '../../world.ts';
import { estimates, invoices, numberCounters } from './records.ts';

export type NumberKind = 'invoice' | 'estimate';

/** Where the numbers of a location begin. */
const firstNumber = 1;

function getLast(world: World, locationId: string, kind: NumberKind): number {
  return numberCounters(world).get(`${locationId}:${kind}`)?.last ?? firstNumber - 1;
}

function setLast(world: World, locationId: string, kind: NumberKind, last: number): void {
  const id = `${locationId}:${kind}`;
  if (numberCounters(world).get(id) === undefined) numberCounters(world).insert({ id, locationId, last });
  else numberCounters(world).update(id, { last });
}

/** The number that the next document gets. It is not reserved: asking twice answers the same. */
export function getNextNumber(world: World, locationId: string, kind: NumberKind): number {
  return getLast(world, locationId, kind) + 1;
}

function isTaken(world: World, locationId: string, kind: NumberKind, wanted: number | string): boolean {
  const text = String(wanted);
  return kind === 'invoice'
    ? invoices(world)
        .inLocation(locationId)
        .some((invoice) => String(invoice.invoiceNumber) === text)
    : estimates(world)
        .inLocation(locationId)
        .some((estimate) => String(estimate.estimateNumber) === text);
}

/**
 * Gives out the wanted number, or the next one when none is wanted. Throws a 400 when another document has it.
 * A whole number counts as one; anything else stays the text it is.
 */
export function takeNumber(
  world: World,
  locationId: string,
  kind: NumberKind,
  wanted?: number | string,
): number | string {
  if (wanted === undefined || wanted === '') {
    let next = getNextNumber(world, locationId, kind);
    while (isTaken(world, locationId, kind, next)) next += 1;
    setLast(world, locationId, kind, next);
    return next;
  }
  const number = /^\d{1,15}$/.test(String(wanted)) ? Number(wanted) : String(wanted);
  const label = kind === 'invoice' ? 'Invoice' : 'Estimate';
  if (isTaken(world, locationId, kind, number)) throw badRequest(`${label} number ${number} already exists`);
  if (typeof number === 'number' && number > getLast(world, locationId, kind)) {
    setLast(world, locationId, kind, number);
  }
  return number;
}
