import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with fields and folders of custom objects and businesses. */
export const asks = {
  'GET /custom-fields/object-key/{objectKey}': [
    'list fields of a custom object',
    'what fields does the company object have',
    'all properties and folders on an object',
    'dropdown options of business fields',
    'field ids for our vehicles object',
    'show custom fields by object key',
  ],
  'GET /custom-fields/{id}': [
    'details of one object field',
    'look up a field or folder by id',
    'what type is this custom object field',
    'options of a single business field',
    'field key for an id',
    'open one field definition',
  ],
  'POST /custom-fields/': [
    'add a field to a custom object',
    'new dropdown on the company record',
    'create a date property for vehicles',
    'we need a VIN column on the object',
    'add checkbox to business',
    'extra attribute for a custom table',
    'make a file upload field on an object',
  ],
  'PUT /custom-fields/{id}': [
    'rename a field of a custom object',
    'add an option to the dropdown of an object',
    'change placeholder of a business field',
    'edit custom object field',
    'update picklist choices on a company property',
    "fix typo in an object's field label",
  ],
  'DELETE /custom-fields/{id}': [
    'delete a field from a custom object',
    'remove a column we no longer use on an object',
    'drop a company property',
    'get rid of a custom object field and its values',
    'erase an attribute of business',
    'wipe unused object field',
  ],
  'POST /custom-fields/folder': [
    'create a folder for object fields',
    'group custom object fields together',
    'new section on the business record',
    'organize fields into a field group',
    'make a field folder',
    'add a heading for company fields',
  ],
  'PUT /custom-fields/folder/{id}': [
    'rename a field folder',
    'change the name of a field group',
    'fix typo in a folder of object fields',
    'new title for a section of business fields',
    'update custom field folder',
    'relabel a field section',
  ],
  'DELETE /custom-fields/folder/{id}': [
    'delete a field folder',
    'remove a field group from an object',
    'get rid of an empty section of fields',
    'drop folder of custom object fields',
    'erase a business field section',
    'clean up field groups',
  ],
} as const satisfies Asks<typeof operations>;
