/** Opportunities: the pipeline, and deals through it. */
import assert from 'node:assert/strict';
import { type Answer, defineTask, type Inspect } from '../task.ts';

async function listDeals(inspect: Inspect, locationId: string): Promise<Answer[]> {
  return (await inspect('/opportunities/search', { locationId, limit: 500, page: 1 })).opportunities;
}

const summary = defineTask({
  title: 'Pipeline summary: value by stage, stale deals',
  resources: ['opportunities'],
  async run(agent) {
    await agent.find('value of open deals by stage', 'opportunities_opportunity_search');
    const { rows: byStage } = await agent.query({
      operation: 'opportunities_opportunity_search',
      where: [{ field: 'status', op: 'eq', value: 'open' }],
      groupBy: ['pipelineStageId:name'],
      aggregate: ['sum:monetaryValue', 'count'],
    });
    const { rows: stale } = await agent.query({
      operation: 'opportunities_opportunity_search',
      where: [
        { field: 'status', op: 'eq', value: 'open' },
        { field: 'lastStageChangeAt', op: 'lt', value: '2025-12-01' },
      ],
      select: ['id', 'name', 'monetaryValue', 'lastStageChangeAt'],
      sort: 'lastStageChangeAt',
    });
    return {
      value: byStage.map((row: Answer) => [row['pipelineStageId:name'], row['sum:monetaryValue']]),
      stale: stale.map(({ id }: Answer) => id),
    };
  },
  async check(inspect, { value, stale }, locationId) {
    const open = (await listDeals(inspect, locationId)).filter(({ status }) => status === 'open');
    const told = value.reduce((sum: number, [, amount]: Answer) => sum + amount, 0);
    assert.equal(
      told,
      open.reduce((sum, { monetaryValue }) => sum + monetaryValue, 0),
    );
    assert.ok(value.some(([name]: Answer) => name === 'Enquiry'));
    const old = open.filter(({ lastStageChangeAt }) => lastStageChangeAt < '2025-12-01').map(({ id }) => id);
    assert.deepEqual(stale.toSorted(), old.toSorted());
    assert.ok(stale.length > 0);
  },
});

const create = defineTask({
  title: 'Create a deal for a contact and move it through stages',
  resources: ['contacts', 'opportunities'],
  async run(agent) {
    await agent.find('find a contact by name', 'contacts_contact_search');
    const { contacts } = await agent.read('contacts_contact_search', { query: 'Hana Novak', pageLimit: 5 }, [
      'contacts.contactName',
    ]);
    const { all: stages } = await agent.lookup('stage');
    const [first, second] = stages.filter(({ pipeline }: Answer) => pipeline === 'Treatment Plans');
    await agent.find(
      'create a deal and move it to another stage',
      'opportunities_opportunity_upsert',
      'opportunities_opportunity_update',
      'opportunities_status_update',
    );
    const { opportunity } = await agent.write(
      'opportunities_opportunity_upsert',
      {
        pipelineId: first.pipelineId,
        pipelineStageId: first.id,
        contactId: contacts[0].id,
        name: 'Whitening - Hana Novak',
        status: 'open',
        monetaryValue: 450,
      },
      ['opportunity.name'],
    );
    const { id } = opportunity;
    await agent.write('opportunities_opportunity_update', { id, pipelineStageId: second.id }, ['opportunity.status']);
    await agent.write('opportunities_status_update', { id, status: 'won' });
    return { id, contactId: contacts[0].id, stageId: second.id };
  },
  async check(inspect, { id, contactId, stageId }, locationId) {
    const { opportunity } = await inspect(`/opportunities/${id}`);
    assert.equal(opportunity.contactId, contactId);
    assert.deepEqual(
      [opportunity.pipelineStageId, opportunity.status, opportunity.monetaryValue],
      [stageId, 'won', 450],
    );
    const { pipelines } = await inspect(`/opportunities/pipelines?locationId=${locationId}`);
    const pipeline = pipelines.find(({ name }: Answer) => name === 'Treatment Plans');
    assert.equal(pipeline.stages[1].id, stageId);
  },
});

const lose = defineTask({
  title: 'Mark won/lost with a reason, note why',
  resources: ['contacts', 'opportunities'],
  async run(agent) {
    await agent.find('find a deal by the name of the customer', 'opportunities_opportunity_list');
    const { opportunities } = await agent.read('opportunities_opportunity_list', { q: 'Oscar Sinclair' }, [
      'opportunities.name',
      'opportunities.status',
      'opportunities.contactId',
    ]);
    const [deal] = opportunities;
    await agent.find(
      'mark a deal as lost with a reason',
      'opportunities_status_update',
      'opportunities_lost_reason_list',
    );
    const { lostReasons } = await agent.read('opportunities_lost_reason_list');
    const { id: lostReasonId } = lostReasons.find(({ name }: Answer) => name === 'Price too high');
    await agent.write('opportunities_status_update', { id: deal.id, status: 'lost', lostReasonId });
    await agent.find('add a note to a contact', 'contacts_note_create');
    const { note } = await agent.write('contacts_note_create', {
      contactId: deal.contactId,
      body: 'Lost the treatment on price: wants to compare offers first.',
    });
    return { id: deal.id, contactId: deal.contactId, lostReasonId, noteId: note.id };
  },
  async check(inspect, { id, contactId, lostReasonId, noteId }) {
    const { opportunity } = await inspect(`/opportunities/${id}`);
    assert.deepEqual([opportunity.status, opportunity.lostReasonId], ['lost', lostReasonId]);
    const { notes } = await inspect(`/contacts/${contactId}/notes`);
    assert.match(notes.find((note: Answer) => note.id === noteId).body, /on price/);
  },
});

const recover = defineTask({
  title: 'Recover lost opportunities',
  resources: ['contacts', 'opportunities', 'workflows'],
  async run(agent) {
    await agent.find('lost opportunities since a date', 'opportunities_opportunity_search');
    const { rows: lost } = await agent.query({
      operation: 'opportunities_opportunity_search',
      where: [{ field: 'status', op: 'eq', value: 'lost' }],
      select: ['name', 'monetaryValue', 'contactId', 'lastStatusChangeAt'],
      sort: '-monetaryValue',
    });
    const { contactId } = lost[0];
    await agent.find('everything about a contact', 'contacts_contact_get');
    const { contact } = await agent.read('contacts_contact_get', { contactId }, ['contact.dnd', 'contact.tags']);
    assert.notEqual(contact.dnd, true);
    await agent.find('tag a contact', 'contacts_tag_add');
    await agent.describe('contacts_tag_add', 'tags');
    await agent.write('contacts_tag_add', { contactId, tags: ['reactivation'] });
    const { match: workflow } = await agent.lookup('workflow', 'New patient welcome');
    await agent.find('add a contact to a workflow', 'contacts_workflow_add');
    await agent.confirm('contacts_workflow_add', { contactId, workflowId: workflow.id });
    return { contactId, workflowId: workflow.id };
  },
  async check(inspect, { contactId, workflowId }, locationId) {
    const lost = (await listDeals(inspect, locationId)).filter(({ status }) => status === 'lost');
    const most = Math.max(...lost.map(({ monetaryValue }) => monetaryValue));
    assert.equal(lost.find((deal) => deal.contactId === contactId)?.monetaryValue, most);
    const { contacts } = await inspect('/contacts/search', {
      locationId,
      pageLimit: 100,
      filters: [
        { field: 'activeWorkflows', operator: 'eq', value: workflowId },
        { field: 'tags', operator: 'eq', value: 'reactivation' },
      ],
    });
    assert.ok(contacts.some(({ id }: Answer) => id === contactId));
  },
});

export const tasks = [summary, create, lose, recover];
