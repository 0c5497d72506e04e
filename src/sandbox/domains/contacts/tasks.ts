/** Tasks of a contact. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { definedOnly } from '../locations/access.ts';
import { answer, resolveContact } from './access.ts';
import { validateUser } from './input.ts';
import { type Task, tasks } from './records.ts';

function formatTask({ locationId: _locationId, ...task }: Task): object {
  return task;
}

function resolveTask(request: SandboxRequest, world: World): Task {
  const contact = resolveContact(request, world);
  const { taskId = '' } = request.path;
  const task = tasks(world).get(taskId);
  if (task?.contactId !== contact.id) throw badRequest(`Task with id ${taskId} not found`);
  return task;
}

/** The fields of a task that the body names. Throws 422 for a due date that is none, 400 for an unknown user. */
function parseTask(request: SandboxRequest, world: World): Partial<Task> {
  const { title, body, dueDate, completed, assignedTo } = request.body;
  if (dueDate !== undefined && Number.isNaN(Date.parse(dueDate))) {
    throw unprocessable(['dueDate must be a valid ISO 8601 date string']);
  }
  if (assignedTo) validateUser(world, assignedTo);
  const due = dueDate === undefined ? undefined : new Date(dueDate).toISOString();
  return definedOnly({ title, body, dueDate: due, completed, assignedTo: assignedTo || undefined });
}

export const taskHandlers: Handlers = {
  'GET /contacts/{contactId}/tasks': (request, world) => {
    const { id, locationId } = resolveContact(request, world);
    const found = tasks(world)
      .inLocation(locationId)
      .filter((task) => task.contactId === id);
    return answer(request, { tasks: found.map(formatTask) });
  },

  'POST /contacts/{contactId}/tasks': (request, world) => {
    const contact = resolveContact(request, world);
    const task = tasks(world).insert({
      id: world.newId(),
      locationId: contact.locationId,
      contactId: contact.id,
      ...(parseTask(request, world) as Pick<Task, 'title' | 'dueDate' | 'completed'>),
    });
    return answer(request, { task: formatTask(task) });
  },

  'GET /contacts/{contactId}/tasks/{taskId}': (request, world) =>
    answer(request, { task: formatTask(resolveTask(request, world)) }),

  'PUT /contacts/{contactId}/tasks/{taskId}': (request, world) => {
    const { id } = resolveTask(request, world);
    return answer(request, { task: formatTask(tasks(world).update(id, parseTask(request, world))) });
  },

  'DELETE /contacts/{contactId}/tasks/{taskId}': (request, world) => {
    tasks(world).delete(resolveTask(request, world).id);
    return answer(request, { succeded: true });
  },

  'PUT /contacts/{contactId}/tasks/{taskId}/completed': (request, world) => {
    const { id } = resolveTask(request, world);
    return answer(request, { task: formatTask(tasks(world).update(id, { completed: request.body.completed })) });
  },
};
