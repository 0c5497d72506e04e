/** To whom a campaign goes. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { type Contact, contacts } from '../contacts/records.ts';
import { tags } from '../locations/records.ts';
import { findContact } from '../shared/find-record.ts';

export interface Recipients {
  readonly type: 'contact' | 'tag' | 'segment';
  readonly contactIds?: readonly string[];
  readonly tagIds?: readonly string[];
  readonly segment?: string;
}

const dayMs = 86_400_000;

function canReceive(contact: Contact): boolean {
  const isSilent = contact.dnd || contact.unsubscribeEmail || contact.dndSettings.Email?.status === 'active';
  return contact.email !== undefined && !isSilent;
}

/** Whether the contact opened an e-mail lately; for `…_5_campaigns`, ever. */
function isInSegment({ lastEmailOpenedDate, lastEmailClickedDate }: Contact, segment: string, now: number): boolean {
  const last = [lastEmailOpenedDate, lastEmailClickedDate]
    .filter((date) => date !== undefined)
    .toSorted()
    .at(-1);
  if (segment.startsWith('unengaged')) return last === undefined;
  if (last === undefined) return false;
  const days = /last_(\d+)_days/.exec(segment)?.[1];
  return days === undefined || now - Date.parse(last) <= Number(days) * dayMs;
}

function selectByTag(request: SandboxRequest, world: World, tagIds: readonly string[]): Contact[] {
  const known = new Map(
    tags(world)
      .inLocation(request.locationId)
      .map(({ id, name }) => [id, name]),
  );
  const names = tagIds.map((id) => {
    const name = known.get(id);
    if (name === undefined) throw badRequest(`Tag with id ${id} not found`);
    return name;
  });
  return contacts(world)
    .inLocation(request.locationId)
    .filter((contact) => contact.tags.some((tag) => names.includes(tag)));
}

/**
 * How many contacts get the e-mail: those chosen who have an address and have not opted out.
 * Throws 422 when the choice lacks what its type needs, 400 for a contact or tag that is not there.
 */
export function countRecipients(request: SandboxRequest, world: World): number {
  const { type, contactIds = [], tagIds = [], segment }: Recipients = request.body.recipients;
  if (type === 'contact') {
    if (contactIds.length === 0) throw unprocessable(['recipients.contactIds should not be empty']);
    return contactIds.map((id) => findContact(world, request, id)).filter(canReceive).length;
  }
  if (type === 'tag') {
    if (tagIds.length === 0) throw unprocessable(['recipients.tagIds should not be empty']);
    return selectByTag(request, world, tagIds).filter(canReceive).length;
  }
  if (segment === undefined) throw unprocessable(['recipients.segment should not be empty']);
  return contacts(world)
    .inLocation(request.locationId)
    .filter((contact) => canReceive(contact) && isInSegment(contact, segment, world.now())).length;
}
