/** What advanced search can ask of an opportunity (behaviour.md, section 4). */
import type { FieldFinder, ValueField } from '../../search/fields.ts';
import { createFieldFinder } from '../../search/fields.ts';
import type { World } from '../../world.ts';
import { type Contact, contacts } from '../contacts/records.ts';
import { locationCustomFields } from '../locations/records.ts';
import type { Opportunity } from './records.ts';

const contactOf = (world: World, opportunity: Opportunity): Contact | undefined =>
  contacts(world).get(opportunity.contactId);

/** Values of numbers and dates compare as such, everything else as text. */
function typeOfCustomField(dataType: string | undefined): ValueField<Opportunity>['type'] {
  if (dataType === 'NUMERICAL' || dataType === 'MONETORY' || dataType === 'FLOAT') return 'number';
  if (dataType === 'DATE') return 'date';
  return dataType === 'PHONE' ? 'phone' : 'text';
}

/** The snake_case fields, and `custom_fields.<id>` for every custom field of the location. */
export function createOpportunityFields(world: World): FieldFinder<Opportunity> {
  const findStandard = createFieldFinder<Opportunity>({
    id: { type: 'keyword', read: (one) => one.id },
    name: { type: 'text', read: (one) => one.name },
    monetary_value: { type: 'number', read: (one) => one.monetaryValue },
    pipeline_id: { type: 'keyword', read: (one) => one.pipelineId },
    pipeline_stage_id: { type: 'keyword', read: (one) => one.pipelineStageId },
    status: { type: 'keyword', read: (one) => one.status },
    lost_reason_id: { type: 'keyword', read: (one) => one.lostReasonId },
    source: { type: 'text', read: (one) => one.source },
    assigned_to: { type: 'keyword', read: (one) => one.assignedTo },
    followers: { type: 'keyword', read: (one) => one.followers, sortable: false },
    contact_id: { type: 'keyword', read: (one) => one.contactId },
    contact_name: { type: 'text', read: (one) => contactOf(world, one)?.contactName },
    company_name: { type: 'text', read: (one) => contactOf(world, one)?.companyName },
    email: { type: 'text', read: (one) => contactOf(world, one)?.email },
    phone: { type: 'phone', read: (one) => contactOf(world, one)?.phone },
    date_added: { type: 'date', read: (one) => one.createdAt },
    date_updated: { type: 'date', read: (one) => one.updatedAt },
    last_status_change_date: { type: 'date', read: (one) => one.lastStatusChangeAt },
    last_stage_change_date: { type: 'date', read: (one) => one.lastStageChangeAt },
  });
  return (name) => {
    const [, customFieldId] = /^custom_fields\.(\w+)$/.exec(name) ?? [];
    if (customFieldId === undefined) return findStandard(name);
    return {
      type: typeOfCustomField(locationCustomFields(world).get(customFieldId)?.dataType),
      read: (one) => one.customFields.find(({ id }) => id === customFieldId)?.fieldValue,
    };
  };
}

/** What the words of a full-text query are looked up in. */
export function listTexts(opportunity: Opportunity, world: World): (string | undefined)[] {
  const contact = contactOf(world, opportunity);
  return [opportunity.name, contact?.contactName, contact?.email, contact?.phone, contact?.companyName];
}
