/** Users who follow a contact. */
import type { Handlers } from '../../handler.ts';
import { answer, resolveContact } from './access.ts';
import { validateUser } from './input.ts';
import { contacts } from './records.ts';

export const followerHandlers: Handlers = {
  'POST /contacts/{contactId}/followers': (request, world) => {
    const contact = resolveContact(request, world);
    const given = new Set<string>(request.body.followers);
    for (const userId of given) validateUser(world, userId);
    const followersAdded = [...given].filter((userId) => !contact.followers.includes(userId));
    const followers = [...contact.followers, ...followersAdded];
    contacts(world).update(contact.id, { followers, dateUpdated: world.timestamp() });
    return answer(request, { followers, followersAdded });
  },

  'DELETE /contacts/{contactId}/followers': (request, world) => {
    const contact = resolveContact(request, world);
    const unwanted = new Set<string>(request.body.followers);
    const followersRemoved = contact.followers.filter((userId) => unwanted.has(userId));
    const followers = contact.followers.filter((userId) => !unwanted.has(userId));
    contacts(world).update(contact.id, { followers, dateUpdated: world.timestamp() });
    return answer(request, { followers, followersRemoved });
  },
};
