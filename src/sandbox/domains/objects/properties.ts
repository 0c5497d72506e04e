/** Checks of a record's properties against the fields of its object. */
import { badRequest } from '../../errors.ts';
import { getPropertyKey, type ObjectField } from '../custom-fields/records.ts';

const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);

function isMoney(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return isText((value as Record<string, unknown>).currency) && isNumber((value as Record<string, unknown>).value);
}

function isChoice(field: ObjectField, value: unknown): boolean {
  return field.allowCustomOption === true || (field.options ?? []).some((option) => option.key === value);
}

/** Whether the value has the form that the field's type asks for. */
function isValid(field: ObjectField, value: unknown): boolean {
  switch (field.dataType) {
    case 'NUMERICAL':
      return isNumber(value);
    case 'MONETORY':
      return isMoney(value);
    case 'DATE':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value));
    case 'SINGLE_OPTIONS':
    case 'RADIO':
      return isChoice(field, value);
    case 'MULTIPLE_OPTIONS':
    case 'CHECKBOX':
      return Array.isArray(value) && value.every((one) => isChoice(field, one));
    case 'FILE_UPLOAD':
      return Array.isArray(value) && value.every((file) => isText(file?.url));
    default:
      return isText(value);
  }
}

/** A box of a text box list has its own key: `my_list.option_a`. */
function findField(fields: readonly ObjectField[], key: string): ObjectField | undefined {
  const [listKey, box] = key.split('.');
  return fields.find((field) => {
    if (field.dataType !== 'TEXTBOX_LIST') return getPropertyKey(field) === key;
    return getPropertyKey(field) === listKey && (field.options ?? []).some((option) => option.key === box);
  });
}

/** Throws 400 for unknown keys and for values of the wrong form. Null empties a field. */
export function validateProperties(
  fields: readonly ObjectField[],
  properties: Readonly<Record<string, unknown>>,
): void {
  for (const [key, value] of Object.entries(properties)) {
    const field = findField(fields, key);
    if (!field) throw badRequest(`Invalid Key Passed in the properties - ${key}`);
    if (value !== null && !isValid(field, value))
      throw badRequest(`Invalid value passed for ${field.dataType} - ${key}`);
  }
}
