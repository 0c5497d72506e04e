/** Tasks across the contacts of a location, and tasks that come back by a rule. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { contacts, type Task, tasks } from '../contacts/records.ts';
import { users } from '../users/records.ts';
import { definedOnly, resolveInLocation } from './access.ts';
import { type RecurrenceRule, type RecurringTask, recurringTasks } from './records.ts';
import { parseWindow, takeWindow } from './slice.ts';

function formatTask(task: Task, world: World): Record<string, unknown> {
  const contact = contacts(world).get(task.contactId);
  const user = task.assignedTo === undefined ? undefined : users(world).get(task.assignedTo);
  return {
    ...task,
    ...(contact && { contactDetails: { firstName: contact.firstName, lastName: contact.lastName } }),
    ...(user && { assignedToUserDetails: { id: user.id, firstName: user.firstName, lastName: user.lastName } }),
  };
}

interface TaskQuery {
  readonly contactId?: readonly string[];
  readonly assignedTo?: readonly string[];
  readonly completed?: boolean;
  readonly query?: string;
  readonly businessId?: string;
}

function isWanted(task: Task, wanted: TaskQuery, world: World): boolean {
  if (wanted.contactId?.length && !wanted.contactId.includes(task.contactId)) return false;
  if (wanted.assignedTo?.length && !wanted.assignedTo.includes(task.assignedTo ?? '')) return false;
  if (wanted.completed !== undefined && task.completed !== wanted.completed) return false;
  if (wanted.businessId !== undefined && contacts(world).get(task.contactId)?.businessId !== wanted.businessId)
    return false;
  const words = wanted.query?.toLowerCase() ?? '';
  return `${task.title} ${task.body ?? ''}`.toLowerCase().includes(words);
}

const resolveRecurring = (request: SandboxRequest, world: World): RecurringTask =>
  resolveInLocation(recurringTasks(world), request.path.id ?? '', request.locationId, () =>
    badRequest('Recurring task not found'),
  );

function validateRule(rule: RecurrenceRule): void {
  if (Number.isNaN(Date.parse(rule.startDate)))
    throw unprocessable(['rruleOptions.startDate must be a valid ISO 8601 date string']);
  if (rule.interval < 1) throw unprocessable(['rruleOptions.interval must not be less than 1']);
}

/** Throws 400 for contacts and owners that the location does not have. */
function resolvePeople(request: SandboxRequest, world: World): Pick<RecurringTask, 'contactId' | 'assignedTo'> {
  const [contactId] = (request.body.contactIds ?? []) as string[];
  const [assignedTo] = (request.body.owners ?? []) as string[];
  if (contactId !== undefined && contacts(world).get(contactId)?.locationId !== request.locationId)
    throw badRequest(`Contact with id ${contactId} not found`);
  if (assignedTo !== undefined && !users(world).get(assignedTo))
    throw badRequest(`User with id ${assignedTo} not found`);
  return { ...(contactId !== undefined && { contactId }), ...(assignedTo !== undefined && { assignedTo }) };
}

/** The first occurrence becomes a task of the contact at once, unless the request says otherwise. */
function createFirstOccurrence(recurring: RecurringTask, world: World): boolean {
  if (recurring.contactId === undefined) return false;
  const { startDate, dueAfterSeconds } = recurring.rruleOptions;
  tasks(world).insert({
    id: world.newId(),
    locationId: recurring.locationId,
    contactId: recurring.contactId,
    title: recurring.title,
    body: recurring.description,
    dueDate: new Date(Date.parse(startDate) + dueAfterSeconds * 1000).toISOString(),
    completed: false,
    ...(recurring.assignedTo !== undefined && { assignedTo: recurring.assignedTo }),
  });
  return true;
}

export const taskHandlers: Handlers = {
  'POST /locations/{locationId}/tasks/search': (request, world) => {
    const found = tasks(world)
      .indexed(request.locationId)
      .filter((task) => isWanted(task, request.body, world));
    const page = takeWindow(found, parseWindow(request.body, { limit: 25 }));
    return { body: { tasks: page.map((task) => formatTask(task, world)) } };
  },

  'POST /locations/{locationId}/recurring-tasks': (request, world) => {
    const { title, description = '', rruleOptions, ignoreTaskCreation = false } = request.body;
    validateRule(rruleOptions);
    const people = resolvePeople(request, world);
    const created = recurringTasks(world).insert({
      id: world.newId(),
      locationId: request.locationId,
      title,
      description,
      rruleOptions,
      ...people,
      totalOccurrence: 0,
      deleted: false,
      createdAt: world.timestamp(),
      updatedAt: world.timestamp(),
    });
    const hasStarted = !ignoreTaskCreation && createFirstOccurrence(created, world);
    const recurringTask = hasStarted ? recurringTasks(world).update(created.id, { totalOccurrence: 1 }) : created;
    return { body: { recurringTask } };
  },

  'GET /locations/{locationId}/recurring-tasks/{id}': (request, world) => ({
    body: { recurringTask: resolveRecurring(request, world) },
  }),

  'PUT /locations/{locationId}/recurring-tasks/{id}': (request, world) => {
    const known = resolveRecurring(request, world);
    const { title, description, rruleOptions } = request.body;
    if (rruleOptions !== undefined) validateRule(rruleOptions);
    const recurringTask = recurringTasks(world).update(known.id, {
      ...definedOnly({ title, description, rruleOptions }),
      ...resolvePeople(request, world),
      updatedAt: world.timestamp(),
    });
    return { body: { recurringTask } };
  },

  'DELETE /locations/{locationId}/recurring-tasks/{id}': (request, world) => {
    const { id } = resolveRecurring(request, world);
    recurringTasks(world).delete(id);
    return { body: { id, success: true } };
  },
};
