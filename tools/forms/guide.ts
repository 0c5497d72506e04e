import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

export const guides = {
  'GET /forms/': {
    name: 'forms_form_list',
    title: 'List forms',
    summary: 'Names and ids of forms; fields do not come along. What people sent in: forms_submission_list.',
    notes: ['Forms cannot be created or changed through the API (issue #143).'],
    risk: 'read',
    paging: {
      style: 'skip-limit',
      items: 'forms',
      total: 'total',
      size: 'limit',
      defaultSize: 10,
      maxSize: 50,
      offset: 'skip',
    },
    hints: { type: 'folder lists folders; usually leave out' },
    words: ['lead form', 'opt-in', 'web form'],
  },
  'GET /forms/submissions': {
    name: 'forms_submission_list',
    title: 'List form submissions',
    summary:
      'What people sent in through forms, with contactId; without startAt only the last month. Surveys: surveys_submission_list.',
    notes: ['Values are keyed by field in others; custom fields go by id, named in locations_custom_field_list.'],
    risk: 'read',
    paging: {
      style: 'page-limit',
      items: 'submissions',
      total: 'meta.total',
      size: 'limit',
      defaultSize: 20,
      maxSize: 100,
      offset: 'page',
      firstPage: 1,
    },
    hints: {
      formId: 'from forms_form_list',
      q: 'contact id, name, email or phone',
      startAt: 'YYYY-MM-DD; left out: a month ago',
      endAt: 'YYYY-MM-DD; left out: today',
    },
    words: ['entries', 'responses', 'leads', 'opt-ins', 'inquiries'],
    examples: [
      {
        ask: 'Who filled in this form in June 2026?',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          formId: 'YSWdvS4Is98wtIDGnpmI',
          startAt: '2026-06-01',
          endAt: '2026-06-30',
          limit: 100,
        },
      },
    ],
  },
  'POST /forms/upload-custom-files': {
    name: 'forms_custom_file_upload',
    title: "Upload files into a contact's field",
    summary:
      "Stores files in a contact's file field, without any form. Each key of files is <customFieldId>_<fileId>, where fileId is a UUID you make up.",
    notes: [
      'The field must be of type FILE_UPLOAD (locations_custom_field_list).',
      'At most 50 MB each: pdf, docx, doc, jpg, jpeg, png, gif, csv, xlsx, xls, mp4, mpeg, zip, rar, txt, svg.',
      'The answer is the contact as changed. Files for messages go through conversations_attachment_upload, others through medias_file_upload.',
    ],
    risk: 'write',
    findOut: { looks: [], check: 'contacts_contact_get shows the files of the field among the customFields.' },
    hints: { files: 'keys: <customFieldId>_<UUID you make up>' },
    words: ['attach document', 'contract', 'custom field file', 'photo'],
    examples: [
      {
        ask: 'Put this signed contract into the contract field of the contact',
        args: {
          contactId: 'dtEv6KtI27yF92YPm3Zz',
          locationId: 'quXmPY59n1zgGBabY1bZ',
          files: {
            'fgRZnBKVMDhVQPHLBfS1_3a9c2f6e-6a1b-4a44-9b27-5f0a4d5b7c10': {
              base64: 'JVBERi0xLjQK',
              filename: 'contract.pdf',
              contentType: 'application/pdf',
            },
          },
        },
      },
    ],
  },
} as const satisfies Guides<typeof operations>;
