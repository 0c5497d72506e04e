/** Custom fields of contacts and opportunities, and the files that people upload into them. */
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { contacts } from '../contacts/records.ts';
import { opportunities } from '../opportunities/records.ts';
import { definedOnly } from './access.ts';
import { buildKey, hasOptions, validateFieldType } from './field-types.ts';
import { type LocationCustomField, locationCustomFields } from './records.ts';

/** By id or by key, as the documents allow (`contact.preferred_dentist`). */
function resolveField(request: SandboxRequest, world: World): LocationCustomField {
  const idOrKey = request.path.id ?? '';
  const field = locationCustomFields(world)
    .inLocation(request.locationId)
    .find((known) => known.id === idOrKey || known.fieldKey === idOrKey);
  if (!field) throw badRequest('Custom field not found');
  return field;
}

type TextBoxOption = { readonly label?: string; readonly prefillValue?: string };
type Options = Pick<LocationCustomField, 'picklistOptions' | 'textBoxListOptions'>;

/** The documents send the choices of every listed type as `textBoxListOptions`; answers call them picklist options. */
function buildOptions(dataType: string, body: SandboxRequest['body'], world: World): Options {
  const options: readonly (TextBoxOption | string)[] | undefined = body.textBoxListOptions ?? body.options;
  if (options === undefined) return {};
  const labelled = options.map((option) => (typeof option === 'string' ? { label: option } : option));
  if (hasOptions(dataType)) return { picklistOptions: labelled.map((option) => option.label ?? '') };
  if (dataType !== 'TEXTBOX_LIST') return {};
  return {
    textBoxListOptions: labelled.map((option) => ({
      id: world.newId(),
      label: option.label ?? '',
      prefillValue: option.prefillValue ?? '',
    })),
  };
}

const buildFileRules = (body: SandboxRequest['body']) =>
  definedOnly({
    acceptedFormat: body.acceptedFormat as string[] | undefined,
    isMultiFileAllowed: body.isMultipleFile as boolean | undefined,
    maxFileLimit: body.maxNumberOfFiles as number | undefined,
  });

/** HighLevel deletes the values with the field. */
function deleteValues(world: World, field: LocationCustomField): void {
  const isOther = (value: { readonly id: string }) => value.id !== field.id;
  for (const contact of contacts(world).inLocation(field.locationId))
    if (!contact.customFields.every(isOther))
      contacts(world).update(contact.id, { customFields: contact.customFields.filter(isOther) });
  for (const opportunity of opportunities(world).inLocation(field.locationId))
    if (!opportunity.customFields.every(isOther))
      opportunities(world).update(opportunity.id, { customFields: opportunity.customFields.filter(isOther) });
}

export const customFieldHandlers: Handlers = {
  'GET /locations/{locationId}/customFields': (request, world) => {
    const model = request.query.model ?? 'contact';
    const fields = locationCustomFields(world)
      .inLocation(request.locationId)
      .filter((field) => model === 'all' || field.model === model);
    return { body: { customFields: fields } };
  },

  'POST /locations/{locationId}/customFields': (request, world) => {
    const { name, dataType, model = 'contact', placeholder, position } = request.body;
    validateFieldType(dataType);
    const fieldKey = `${model}.${buildKey(name)}`;
    const siblings = locationCustomFields(world)
      .inLocation(request.locationId)
      .filter((field) => field.model === model);
    if (siblings.some((field) => field.fieldKey === fieldKey)) throw badRequest(`${fieldKey} already exists.`);
    const options = buildOptions(dataType, request.body, world);
    if (hasOptions(dataType) && !options.picklistOptions?.length) throw badRequest('options are required');
    const customField = locationCustomFields(world).insert({
      id: world.newId(),
      locationId: request.locationId,
      name,
      fieldKey,
      dataType,
      model,
      position: position ?? siblings.length * 50,
      dateAdded: world.timestamp(),
      ...definedOnly({ placeholder: placeholder as string | undefined }),
      ...options,
      ...buildFileRules(request.body),
    });
    return { body: { customField } };
  },

  'GET /locations/{locationId}/customFields/{id}': (request, world) => ({
    body: { customField: resolveField(request, world) },
  }),

  'PUT /locations/{locationId}/customFields/{id}': (request, world) => {
    const field = resolveField(request, world);
    const { name, placeholder, position } = request.body;
    const customField = locationCustomFields(world).update(field.id, {
      ...definedOnly({ name, placeholder, position }),
      ...buildOptions(field.dataType, request.body, world),
      ...buildFileRules(request.body),
    });
    return { body: { customField } };
  },

  'DELETE /locations/{locationId}/customFields/{id}': (request, world) => {
    const field = resolveField(request, world);
    deleteValues(world, field);
    locationCustomFields(world).delete(field.id);
    return { body: { succeded: true } };
  },

  'POST /locations/{locationId}/customFields/upload': (request, world) => {
    if (request.files.length === 0) throw badRequest('No files uploaded');
    const { id, maxFiles } = request.body;
    if (maxFiles !== undefined && request.files.length > Number(maxFiles)) throw badRequest('Too many files');
    const meta = request.files.map((file) => {
      const extension = file.filename.includes('.') ? `.${file.filename.split('.').pop()}` : '';
      const folder = `location/${request.locationId}/custom-Field/${id ?? world.newId()}`;
      return {
        fieldname: file.field,
        originalname: file.filename,
        encoding: '7bit',
        mimetype: file.contentType,
        size: file.content.length,
        url: `https://storage.example.com/${folder}/${world.newObjectId()}${extension}`,
      };
    });
    const uploadedFiles = Object.fromEntries(meta.map((file) => [file.originalname, file.url]));
    return { body: { uploadedFiles, meta } };
  },
};
