/** What has to be done: open tasks, and what came in through forms and surveys. */
import assert from 'node:assert/strict';
import { type Answer, defineTask } from '../task.ts';

/** Overdue or due until then. */
const END_OF_WEEK = '2026-03-09';

const followUp = defineTask({
  title: 'Follow-up tasks: what is open, overdue, assign',
  resources: ['contacts', 'locations', 'users'],
  async run(agent) {
    await agent.find('which follow-up tasks are open or overdue', 'locations_task_search');
    const { rows: open } = await agent.query({
      operation: 'locations_task_search',
      arguments: { completed: false },
      select: ['id', 'title', 'dueDate', 'contactId', 'assignedTo'],
      sort: 'dueDate',
      limit: 100,
    });
    const due = open.filter(({ dueDate }: Answer) => dueDate < END_OF_WEEK);
    const { match: colleague } = await agent.lookup('user', 'Theo Lindqvist');
    await agent.find('create a task for a contact', 'contacts_task_create');
    const [oldest] = due;
    const { task } = await agent.write('contacts_task_create', {
      contactId: oldest.contactId,
      title: `Urgent: ${oldest.title}`,
      dueDate: '2026-03-05T16:00:00Z',
      completed: false,
      assignedTo: colleague.id,
    });
    await agent.find('tick a task off', 'contacts_task_completion_update');
    await agent.write('contacts_task_completion_update', {
      contactId: oldest.contactId,
      taskId: oldest.id,
      completed: true,
    });
    return { open: open.length, due: due.length, done: oldest, made: task.id, userId: colleague.id };
  },
  async check(inspect, { open, due, done, made, userId }, locationId) {
    const { tasks } = await inspect(`/locations/${locationId}/tasks/search`, { limit: 500 });
    const others = tasks.filter(({ id, completed }: Answer) => !completed && id !== made);
    // The one that was ticked off since is open no more.
    assert.equal(open, others.length + 1);
    assert.equal(due, others.filter(({ dueDate }: Answer) => dueDate < END_OF_WEEK).length + 1);
    const ofContact = (await inspect(`/contacts/${done.contactId}/tasks`)).tasks;
    const find = (id: string) => ofContact.find((task: Answer) => task.id === id);
    assert.equal(find(done.id).completed, true);
    assert.deepEqual([find(made).completed, find(made).assignedTo], [false, userId]);
  },
});

const triage = defineTask({
  title: 'Triage new form and survey submissions',
  resources: ['contacts', 'forms', 'surveys'],
  async run(agent) {
    await agent.find('answers from forms', 'forms_form_list', 'forms_submission_list', 'surveys_submission_list');
    const { forms } = await agent.read('forms_form_list');
    const since = { startAt: '2026-02-18', endAt: '2026-03-04', limit: 50 };
    const fields = [
      'submissions.contactId',
      'submissions.name',
      'submissions.others.message',
      'submissions.others.rating',
    ];
    const fromForms = await agent.read('forms_submission_list', { ...since, formId: forms[0].id }, fields);
    const fromSurveys = await agent.read('surveys_submission_list', since, fields);
    const submissions: Answer[] = [...fromForms.submissions, ...fromSurveys.submissions];
    const urgent = submissions.find(({ others }) => /call me back/.test(others?.message));
    await agent.find('create a task for a contact', 'contacts_task_create');
    const { task } = await agent.write('contacts_task_create', {
      contactId: urgent.contactId,
      title: `Call back ${urgent.name}`,
      dueDate: '2026-03-04T22:00:00Z',
      completed: false,
    });
    return { ids: submissions.map(({ id }) => id), urgent, taskId: task.id, formId: forms[0].id, since };
  },
  async check(inspect, { ids, urgent, taskId, formId, since }, locationId) {
    const period = `locationId=${locationId}&startAt=${since.startAt}&endAt=${since.endAt}&limit=50`;
    const forms = await inspect(`/forms/submissions?${period}&formId=${formId}`);
    const surveys = await inspect(`/surveys/submissions?${period}`);
    const all: Answer[] = [...forms.submissions, ...surveys.submissions];
    assert.deepEqual(
      ids,
      all.map(({ id }) => id),
    );
    assert.ok(forms.submissions.length > 0 && surveys.submissions.length > 0);
    const { tasks } = await inspect(`/contacts/${urgent.contactId}/tasks`);
    assert.match(tasks.find(({ id }: Answer) => id === taskId).title, /^Call back/);
    assert.match(all.find(({ id }) => id === urgent.id).others.message, /call me back/);
  },
});

export const tasks = [followUp, triage];
