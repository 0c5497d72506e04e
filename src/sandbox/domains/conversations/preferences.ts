/** What people have opted out of: by address, for everything or for single kinds of mail. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handler, Handlers } from '../../handler.ts';
import type { World } from '../../world.ts';
import type { Contact } from '../contacts/records.ts';
import { contacts } from '../contacts/records.ts';
import { findContact } from '../shared/find-record.ts';
import { type CustomSubtype, customSubtypes, type Subscription, subscriptions } from './records.ts';

const longestText = 100;

function formatSubtype({ id, resubscriptionLegalFormId, ...subtype }: CustomSubtype): Record<string, unknown> {
  return { _id: id, id, ...subtype, resubscription_legal_form_id: resubscriptionLegalFormId };
}

function validateTexts(body: { readonly name?: string; readonly description?: string }): void {
  const problems = (['name', 'description'] as const)
    .filter((field) => (body[field]?.length ?? 0) > longestText)
    .map((field) => `${field} must be shorter than or equal to ${longestText} characters`);
  if (problems.length > 0) throw unprocessable(problems);
}

const listSubtypes: Handler = (request, world) => ({
  body: { customSubtypes: customSubtypes(world).inLocation(request.locationId).map(formatSubtype) },
});

const createSubtype: Handler = (request, world) => {
  const { name, description, channel, language } = request.body;
  validateTexts(request.body);
  const isTaken = customSubtypes(world)
    .inLocation(request.locationId)
    .some((subtype) => subtype.name.toLowerCase() === name.toLowerCase() && subtype.channel === channel);
  if (isTaken) throw badRequest('Custom subtype with this name already exists');
  const subtype = customSubtypes(world).insert({
    id: world.newObjectId(),
    locationId: request.locationId,
    name,
    ...(description === undefined ? {} : { description }),
    channel,
    language,
    archived: false,
    dateAdded: world.timestamp(),
    dateUpdated: world.timestamp(),
  });
  return { body: { customSubtype: formatSubtype(subtype) } };
};

const updateSubtype: Handler = (request, world) => {
  const { name, description, archived, resubscription_legal_form_id: formId } = request.body;
  const before = customSubtypes(world).get(request.path.id ?? '');
  if (before === undefined || before.locationId !== request.locationId) {
    throw badRequest(`Custom subtype with id ${request.path.id} not found`);
  }
  validateTexts(request.body);
  const subtype = customSubtypes(world).update(before.id, {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(archived === undefined ? {} : { archived }),
    ...(formId === undefined ? {} : { resubscriptionLegalFormId: formId }),
    dateUpdated: world.timestamp(),
  });
  return { body: { customSubtype: formatSubtype(subtype) } };
};

function getSubscription(world: World, contact: Contact, email: string): Subscription {
  const id = `${contact.id}:${email.toLowerCase()}`;
  const fresh: Subscription = {
    id,
    locationId: contact.locationId,
    contactId: contact.id,
    email,
    unsubscribed: contact.unsubscribeEmail && email === contact.email,
    unsubscribedSubtypeIds: [],
    unsubscribedOneOnOne: false,
    dateUpdated: contact.dateUpdated,
  };
  return subscriptions(world).get(id) ?? fresh;
}

function formatStatus(world: World, subscription: Subscription): Record<string, unknown> {
  const status = (isOut: boolean): string => (isOut || subscription.unsubscribed ? 'unsubscribed' : 'subscribed');
  const subtypes = customSubtypes(world)
    .inLocation(subscription.locationId)
    .filter(({ archived }) => !archived);
  return {
    email: subscription.email,
    status: status(false),
    subscriptions: [
      { type: 'default', subtype_name: 'One on One', subtype_status: status(subscription.unsubscribedOneOnOne) },
      ...subtypes.map(({ id, name }) => ({
        type: 'custom',
        subtype_id: id,
        subtype_name: name,
        subtype_status: status(subscription.unsubscribedSubtypeIds.includes(id)),
      })),
    ],
    dateUpdated: subscription.dateUpdated,
  };
}

/** One entry per address: the contact's own and every other one that has a status. */
const getStatus: Handler = (request, world) => {
  const contact = findContact(world, request, request.query.contactId);
  const known = subscriptions(world)
    .inLocation(contact.locationId)
    .filter(({ contactId }) => contactId === contact.id)
    .map(({ email }) => email);
  const own = contact.email === undefined ? [] : [contact.email];
  const addresses = request.query.email === undefined ? [...new Set([...own, ...known])] : [request.query.email];
  return {
    body: {
      contactId: contact.id,
      emails: addresses.map((email) => formatStatus(world, getSubscription(world, contact, email))),
    },
  };
};

interface SubscriptionAction {
  readonly type: 'default' | 'custom' | 'resub_all';
  readonly subtype_id?: string;
  readonly subtype_status: 'subscribed' | 'unsubscribed';
}

/** Throws a 400 for a subtype the location does not have. */
function applyAction(world: World, before: Subscription, action: SubscriptionAction): Subscription {
  const isOut = action.subtype_status === 'unsubscribed';
  if (action.type === 'resub_all') {
    return { ...before, unsubscribed: false, unsubscribedOneOnOne: false, unsubscribedSubtypeIds: [] };
  }
  if (action.type === 'default') return { ...before, unsubscribedOneOnOne: isOut };
  const subtype = customSubtypes(world).get(action.subtype_id ?? '');
  if (subtype === undefined || subtype.locationId !== before.locationId) {
    throw badRequest(`Custom subtype with id ${action.subtype_id} not found`);
  }
  const others = before.unsubscribedSubtypeIds.filter((id) => id !== subtype.id);
  return { ...before, unsubscribedSubtypeIds: isOut ? [...others, subtype.id] : others };
}

const changeSubscription: Handler = (request, world) => {
  const { contactId, email, subscription_action: action, legal_reason: legalReason } = request.body;
  const contact = findContact(world, request, contactId);
  const after = {
    ...applyAction(world, getSubscription(world, contact, email), action),
    ...(legalReason === undefined ? {} : { legalReason }),
    dateUpdated: world.timestamp(),
  };
  if (subscriptions(world).get(after.id) === undefined) subscriptions(world).insert(after);
  else subscriptions(world).update(after.id, after);
  if (action.type === 'resub_all' && email === contact.email && contact.unsubscribeEmail) {
    contacts(world).update(contact.id, { unsubscribeEmail: false });
  }
  return { body: { success: true, ...formatStatus(world, after) } };
};

export const preferenceHandlers = {
  'GET /conversations/preferences/custom-subtypes': listSubtypes,
  'POST /conversations/preferences/custom-subtypes': createSubtype,
  'PUT /conversations/preferences/custom-subtypes/{id}': updateSubtype,
  'GET /conversations/preferences/unsubscriptions/status': getStatus,
  'POST /conversations/preferences/unsubscriptions/user-change': changeSubscription,
} satisfies Handlers;
