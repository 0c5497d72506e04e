/** Uploads whose file parts the documents mention only in prose, or not at all. */
import type { OperationRepair } from '../../src/catalogue/repair.ts';

const file = { type: 'string', format: 'binary' } as const;
const namedFiles = { place: 'files', required: true, schema: { type: 'object', additionalProperties: file } } as const;

export const uploadRepairs = [
  {
    operations: 'POST /conversations/messages/upload',
    reason: 'the part with the file is called fileAttachment; addresses of other files are not needed beside it',
    arguments: {
      fileAttachment: { place: 'file', required: true, schema: file },
      attachmentUrls: { required: false },
    },
  },
  {
    operations: 'POST /forms/upload-custom-files',
    reason: 'the body has no schema; each part is called <customFieldId>_<fileId>',
    arguments: { files: namedFiles },
  },
  {
    operations: 'POST /locations/{locationId}/customFields/upload',
    reason: 'the body declares everything but the files; the answer repeats the names of their parts',
    arguments: { files: namedFiles },
  },
  {
    operations: 'POST /social-media-posting/{locationId}/csv',
    reason: 'nothing is left of the call without the file; the v3 document requires it',
    arguments: { file: { required: true } },
  },
] as const satisfies readonly OperationRepair[];
