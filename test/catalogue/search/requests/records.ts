import type { Request } from '../requests.ts';

/** Companies, custom objects and links. */
export const recordsRequests: readonly Request[] = [
  { ask: 'list the company records in this account', tools: ['businesses_business_list'] },
  { ask: 'show address and website of one business record', tools: ['businesses_business_get'] },
  { ask: 'add the company Acme Ltd as a business record', tools: ['businesses_business_create'] },
  { ask: 'the company moved: change its address', tools: ['businesses_business_update'] },
  { ask: 'delete the business record for good', tools: ['businesses_business_delete'] },
  { ask: 'which object types exist here, built in and custom?', tools: ['objects_schema_list'] },
  { ask: 'what custom objects has this account set up?', tools: ['objects_schema_list'] },
  { ask: 'add a new record to our Vehicles custom object', tools: ['objects_record_create'] },
  { ask: 'store a pet in the Pets custom object', tools: ['objects_record_create'] },
  { ask: 'find the vehicle record with licence plate ABC123 in the custom object', tools: ['objects_record_search'] },
  { ask: 'search properties in our Houses object by city', tools: ['objects_record_search'] },
  { ask: 'find the company record named Acme', tools: ['objects_record_search'] },
  { ask: 'change the mileage on this record of the Vehicles object', tools: ['objects_record_update'] },
  { ask: 'delete one record of a custom object', tools: ['objects_record_delete'] },
  { ask: 'create a custom object type called Properties', tools: ['objects_schema_create'] },
  {
    ask: 'which fields does the custom object Vehicles have?',
    tools: ['custom_fields_field_list', 'objects_schema_get'],
  },
  { ask: 'read one custom object record by id', tools: ['objects_record_get'] },
  { ask: 'add a field colour to the Vehicles custom object', tools: ['custom_fields_field_create'] },
  { ask: 'change the options of a field on our custom object', tools: ['custom_fields_field_update'] },
  { ask: 'make a folder to group the fields of a custom object', tools: ['custom_fields_folder_create'] },
  { ask: 'delete a field from a custom object with all its values', tools: ['custom_fields_field_delete'] },
  { ask: 'link this contact with the vehicle record', tools: ['associations_relation_create'] },
  { ask: 'which records are linked to this contact?', tools: ['associations_relation_list'] },
  { ask: 'undo the link between owner and pet', tools: ['associations_relation_delete'] },
  {
    ask: 'define a new kind of link between contacts and properties, such as tenant',
    tools: ['associations_association_create'],
  },
  { ask: 'which kinds of links between objects are there?', tools: ['associations_association_list'] },
  { ask: 'relabel the tenant/landlord association', tools: ['associations_association_update'] },
  { ask: 'look up the association whose key is student_teacher', tools: ['associations_association_by_key_get'] },
];
