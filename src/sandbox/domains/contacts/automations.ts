/** Contacts on their way through campaigns and workflows. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handlers } from '../../handler.ts';
import type { Collection, World } from '../../world.ts';
import { type Campaign, campaigns } from '../campaigns/records.ts';
import { type Workflow, workflows } from '../workflows/records.ts';
import { answer, resolveContact } from './access.ts';
import { type Contact, campaignEnrolments, type Enrolment, workflowEnrolments } from './records.ts';

/** Throws 400 for what is not in the contact's location, or not published: it would never run. */
function validateAutomation(automation: Campaign | Workflow | undefined, contact: Contact, kind: string): void {
  if (automation?.locationId !== contact.locationId) throw badRequest(`${kind} not found`);
  if (automation.status !== 'published') throw badRequest(`${kind} is not published`);
}

function findActive(enrolments: Collection<Enrolment>, contact: Contact): Enrolment[] {
  return enrolments
    .inLocation(contact.locationId)
    .filter((enrolment) => enrolment.contactId === contact.id && enrolment.status === 'active');
}

/** Puts the contact in, unless it is in already: nobody goes through an automation twice at once. */
function enrol(
  world: World,
  enrolments: Collection<Enrolment>,
  contact: Contact,
  start: Pick<Enrolment, 'automationId' | 'eventStartTime'>,
): void {
  if (findActive(enrolments, contact).some(({ automationId }) => automationId === start.automationId)) return;
  const { id: contactId, locationId } = contact;
  enrolments.insert({
    id: world.newId(),
    locationId,
    contactId,
    status: 'active',
    dateAdded: world.timestamp(),
    ...start,
  });
}

/** Takes the contact out of one automation, or out of all. */
function finish(enrolments: Collection<Enrolment>, contact: Contact, automationId?: string): void {
  for (const enrolment of findActive(enrolments, contact)) {
    if (automationId === undefined || enrolment.automationId === automationId) {
      enrolments.update(enrolment.id, { status: 'finished' });
    }
  }
}

function parseStartTime(eventStartTime: unknown): Pick<Enrolment, 'eventStartTime'> {
  if (eventStartTime === undefined || eventStartTime === '') return {};
  if (typeof eventStartTime !== 'string' || Number.isNaN(Date.parse(eventStartTime))) {
    throw unprocessable(['eventStartTime must be a valid ISO 8601 date string']);
  }
  return { eventStartTime };
}

export const automationHandlers: Handlers = {
  'POST /contacts/{contactId}/campaigns/{campaignId}': (request, world) => {
    const contact = resolveContact(request, world);
    const { campaignId: automationId = '' } = request.path;
    validateAutomation(campaigns(world).get(automationId), contact, 'Campaign');
    enrol(world, campaignEnrolments(world), contact, { automationId });
    return answer(request, { succeded: true });
  },

  'DELETE /contacts/{contactId}/campaigns/{campaignId}': (request, world) => {
    finish(campaignEnrolments(world), resolveContact(request, world), request.path.campaignId);
    return answer(request, { succeded: true });
  },

  'DELETE /contacts/{contactId}/campaigns/removeAll': (request, world) => {
    finish(campaignEnrolments(world), resolveContact(request, world));
    return answer(request, { succeded: true });
  },

  'DELETE /contacts/{contactId}/campaigns/remove-all': (request, world) => {
    finish(campaignEnrolments(world), resolveContact(request, world));
    // v3 spells it right and keeps the old spelling beside it.
    return answer(request, { succeeded: true, succeded: true });
  },

  'POST /contacts/{contactId}/workflow/{workflowId}': (request, world) => {
    const contact = resolveContact(request, world);
    const { workflowId: automationId = '' } = request.path;
    validateAutomation(workflows(world).get(automationId), contact, 'Workflow');
    enrol(world, workflowEnrolments(world), contact, { automationId, ...parseStartTime(request.body?.eventStartTime) });
    return answer(request, { succeded: true });
  },

  'DELETE /contacts/{contactId}/workflow/{workflowId}': (request, world) => {
    finish(workflowEnrolments(world), resolveContact(request, world), request.path.workflowId);
    return answer(request, { succeded: true });
  },
};
