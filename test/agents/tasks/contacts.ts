/** Contacts: showing one, taking in leads, segments, workflows. */
import assert from 'node:assert/strict';
import { type Answer, defineTask, type Inspect } from '../task.ts';

const findAndShow = defineTask({
  title: 'Find a contact and show everything about it',
  resources: ['contacts', 'conversations', 'opportunities'],
  async run(agent) {
    await agent.find('find a contact by name', 'contacts_contact_search');
    const { contacts } = await agent.read('contacts_contact_search', { query: 'Emeka Ramos', pageLimit: 5 }, [
      'contacts.contactName',
      'contacts.email',
    ]);
    const contactId = contacts[0].id;
    await agent.find('everything about a contact', 'contacts_contact_get');
    await agent.find('read the notes and tasks of a contact', 'contacts_note_list', 'contacts_task_list');
    await agent.find("a contact's appointments", 'contacts_appointment_list');
    await agent.find('conversations of a contact', 'conversations_conversation_search');
    await agent.find('deals of a contact', 'opportunities_opportunity_list');
    const { contact } = await agent.read('contacts_contact_get', { contactId });
    const { notes } = await agent.read('contacts_note_list', { contactId });
    const { tasks } = await agent.read('contacts_task_list', { contactId });
    const { events } = await agent.read('contacts_appointment_list', { contactId });
    const { conversations } = await agent.read('conversations_conversation_search', { contactId });
    const { opportunities } = await agent.read('opportunities_opportunity_list', { contact_id: contactId });
    return { contact, notes, tasks, events, conversations, opportunities };
  },
  async check(inspect, told) {
    const { contactId, ...counts } = { contactId: told.contact.id, ...countAll(told) };
    assert.equal(told.contact.email, 'emeka.ramos@example.com');
    const { notes } = await inspect(`/contacts/${contactId}/notes`);
    const { tasks } = await inspect(`/contacts/${contactId}/tasks`);
    const { events } = await inspect(`/contacts/${contactId}/appointments`);
    assert.deepEqual(counts, { ...countAll({ notes, tasks, events }), conversations: 1, opportunities: 1 });
  },
});

function countAll(lists: Readonly<Record<string, Answer>>): Record<string, number> {
  const counted = Object.entries(lists).filter(([, list]) => Array.isArray(list));
  return Object.fromEntries(counted.map(([name, list]) => [name, list.length]));
}

const leadIntake = defineTask({
  title: 'Lead intake without duplicates, tag it, task for the owner',
  resources: ['contacts', 'users'],
  async run(agent) {
    await agent.find('is there already a contact with this email or phone', 'contacts_duplicate_check');
    const { contact: known } = await agent.read('contacts_duplicate_check', {
      email: 'nora.whitfield@example.com',
      number: '+15125550190',
    });
    assert.equal(known, undefined);
    await agent.find('create a contact, or update it if it exists', 'contacts_contact_upsert');
    const { contact } = await agent.write('contacts_contact_upsert', {
      firstName: 'Nora',
      lastName: 'Whitfield',
      email: 'nora.whitfield@example.com',
      phone: '+15125550190',
      source: 'website form',
    });
    await agent.find('tag a contact', 'contacts_tag_add');
    await agent.describe('contacts_tag_add', 'tags');
    await agent.write('contacts_tag_add', { contactId: contact.id, tags: ['new lead'] });
    const { match: owner } = await agent.lookup('user', 'Naomi Abernathy');
    await agent.find('create a task for a contact', 'contacts_task_create');
    const { task } = await agent.write('contacts_task_create', {
      contactId: contact.id,
      title: 'Call Nora Whitfield',
      dueDate: '2026-03-05T16:00:00Z',
      completed: false,
      assignedTo: owner.id,
    });
    return { contactId: contact.id, taskId: task.id };
  },
  async check(inspect, { contactId, taskId }, locationId) {
    const { contact } = await inspect(
      `/contacts/search/duplicate?locationId=${locationId}&email=nora.whitfield@example.com`,
    );
    assert.equal(contact.id, contactId);
    assert.deepEqual(contact.tags, ['new lead']);
    const { tasks } = await inspect(`/contacts/${contactId}/tasks`);
    assert.deepEqual([tasks.length, tasks[0].id, tasks[0].completed], [1, taskId, false]);
    assert.ok(tasks[0].assignedTo);
  },
});

const segment = defineTask({
  title: 'Segment contacts (tag, source, inactive 30 days) and bulk-tag',
  resources: ['contacts'],
  async run(agent) {
    const { match: tag } = await agent.lookup('tag', 'newsletter');
    await agent.find('contacts with a tag and a source that were not active for 30 days', 'contacts_contact_search');
    await agent.describe('contacts_contact_search', 'filters');
    const { contacts } = await agent.read(
      'contacts_contact_search',
      {
        pageLimit: 100,
        filters: [
          { field: 'tags', operator: 'eq', value: tag.name },
          { field: 'source', operator: 'eq', value: 'facebook ads' },
          { field: 'dateUpdated', operator: 'range', value: { lt: '2026-02-02' } },
        ],
      },
      ['contacts.contactName'],
    );
    const ids: string[] = contacts.map(({ id }: Answer) => id);
    await agent.find('tag many contacts at once', 'contacts_bulk_tag_update');
    await agent.describe('contacts_bulk_tag_update', 'contacts', 'tags');
    await agent.confirm('contacts_bulk_tag_update', { type: 'add', contacts: ids, tags: ['win back'] });
    return ids;
  },
  async check(inspect, told, locationId) {
    const everybody = await listContacts(inspect, locationId);
    const segment = everybody.filter(({ tags, source }) => tags.includes('newsletter') && source === 'facebook ads');
    const tagged = segment.filter(({ tags }) => tags.includes('win back'));
    assert.deepEqual(told.toSorted(), tagged.map(({ id }) => id).toSorted());
    assert.ok(told.length > 1);
    // Tagging makes a contact active, so that those who are left tell whether all were found, and dateAdded the others.
    for (const one of segment) assert.equal(tagged.includes(one), one.dateAdded < '2026-02-02', one.id);
  },
});

async function listContacts(inspect: Inspect, locationId: string): Promise<Answer[]> {
  return (await inspect('/contacts/search', { locationId, pageLimit: 500, page: 1 })).contacts;
}

const nurture = defineTask({
  title: 'Start a nurture workflow for a list of contacts',
  resources: ['contacts', 'workflows'],
  async run(agent) {
    const { match: workflow } = await agent.lookup('workflow', 'No-show follow-up');
    assert.equal(workflow.status, 'published');
    await agent.find('find contacts by tag', 'contacts_contact_search');
    await agent.describe('contacts_contact_search', 'filters');
    const { contacts } = await agent.read(
      'contacts_contact_search',
      {
        pageLimit: 3,
        filters: [
          { field: 'tags', operator: 'eq', value: 'no show' },
          { field: 'type', operator: 'eq', value: 'lead' },
        ],
        sort: [{ field: 'dateAdded', direction: 'desc' }],
      },
      ['contacts.contactName'],
    );
    const ids: string[] = contacts.map(({ id }: Answer) => id);
    await agent.find('start a nurture workflow for a contact', 'contacts_workflow_add');
    for (const contactId of ids) await agent.confirm('contacts_workflow_add', { contactId, workflowId: workflow.id });
    return { ids, workflowId: workflow.id };
  },
  async check(inspect, { ids, workflowId }, locationId) {
    const everybody = await listContacts(inspect, locationId);
    const meant = everybody
      .filter(({ tags, type }) => tags.includes('no show') && type === 'lead')
      .toSorted((a, b) => b.dateAdded.localeCompare(a.dateAdded))
      .slice(0, 3);
    assert.deepEqual(
      ids,
      meant.map(({ id }) => id),
    );
    const inWorkflow = await inspect('/contacts/search', {
      locationId,
      pageLimit: 100,
      filters: [{ field: 'activeWorkflows', operator: 'eq', value: workflowId }],
    });
    const started = inWorkflow.contacts.map(({ id }: Answer) => id);
    for (const id of ids) assert.ok(started.includes(id));
  },
});

export const tasks = [findAndShow, leadIntake, segment, nurture];
