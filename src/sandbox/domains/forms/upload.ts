/** Files for the custom fields of a contact, as a form with a file field sends them. */
import { badRequest, Refusal } from '../../errors.ts';
import type { Handlers, SandboxRequest, UploadedFile } from '../../handler.ts';
import type { World } from '../../world.ts';
import { contactFields } from '../contacts/custom-fields.ts';
import { formatContact } from '../contacts/format.ts';
import { contacts } from '../contacts/records.ts';
import { findContact } from '../shared/find-record.ts';
import { createWorldUuid } from '../shared/uuid.ts';

const allowed: ReadonlySet<string> = new Set(
  'pdf docx doc jpg jpeg png gif csv xlsx xls mp4 mpeg zip rar txt svg'.split(' '),
);
const limitBytes = 50 * 1024 * 1024;

const getExtension = (filename: string): string => filename.split('.').at(-1)?.toLowerCase() ?? '';

/** Throws 415 and 413 for what the documents do not take. */
function validateFile({ filename, content }: UploadedFile): void {
  if (!allowed.has(getExtension(filename))) throw new Refusal(415, `Unsupported file type: ${filename}`);
  if (content.length > limitBytes) throw new Refusal(413, `File ${filename} exceeds 50 MB`);
}

interface Placed {
  readonly file: UploadedFile;
  readonly fieldId: string;
  readonly fileId: string;
}

/** Parts are named `<custom field id>_<file id>`. Throws 400 for a field that contacts do not have. */
function placeFile(file: UploadedFile, request: SandboxRequest, world: World): Placed {
  const fieldId = file.field.split('_', 1)[0] ?? '';
  const fileId = file.field.slice(fieldId.length + 1);
  const field = contactFields(world, request.locationId).find(({ id }) => id === fieldId);
  if (field === undefined || fileId === '') throw badRequest(`Custom field not found for ${file.field}`);
  if (field.dataType !== 'FILE_UPLOAD') throw badRequest(`Custom field ${field.name} does not take files`);
  return { file, fieldId, fileId };
}

function buildValue({ file, fieldId }: Placed, { locationId }: SandboxRequest, world: World): object {
  const documentId = world.newId();
  const { field: fieldname, filename: originalname, contentType: mimetype, content } = file;
  return {
    meta: {
      ...{ fieldname, originalname, encoding: '7bit', mimetype },
      ...{ size: content.length, uuid: createWorldUuid(world) },
    },
    documentId,
    url: `https://storage.example.com/location/${locationId}/custom-Field/${fieldId}/${documentId}.${getExtension(originalname)}`,
  };
}

export const uploadHandlers: Handlers = {
  'POST /forms/upload-custom-files': (request, world) => {
    const contact = findContact(world, request, request.query.contactId);
    for (const file of request.files) validateFile(file);
    const placed = request.files.map((file) => placeFile(file, request, world));
    const values = new Map(contact.customFields.map(({ id, value }) => [id, value]));
    for (const place of placed) {
      const before = values.get(place.fieldId);
      const known = typeof before === 'object' ? before : {};
      values.set(place.fieldId, { ...known, [place.fileId]: buildValue(place, request, world) });
    }
    const changed = contacts(world).update(contact.id, {
      customFields: [...values].map(([id, value]) => ({ id, value })),
      dateUpdated: world.timestamp(),
    });
    return { body: { contact: formatContact(changed) } };
  },
};
