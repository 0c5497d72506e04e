/** Email templates as the v3 documents have them: code (html) or plain text. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const templateHints = {
  parentFolderId: 'from emails_template_list with include folders',
  userId: 'who does it; from users_user_search',
  editorContent: 'whole email as HTML or text',
  previewText: 'line shown after the subject',
} as const;

const templateId = 'from emails_template_list';

const newestTemplates = (include: 'templates' | 'folders', folder: { readonly folderId?: string } = {}) =>
  ({
    steps: [
      {
        ask: 'GET /emails/locations/{locationId}/templates',
        with: { ...folder, include, sortBy: 'updatedAt', sortOrder: 'desc', limit: 20, offset: 0 },
      },
    ],
    records: 'items',
    match: { name: 'name' },
    created: 'createdAt',
  }) as const;

/** Whether the plain list reaches into folders is not documented, so the folder is asked as well. */
const templateLooks = [
  { ...newestTemplates('templates', { folderId: '$parentFolderId' }), complete: true },
  { ...newestTemplates('templates'), complete: true },
] as const;

/** An import fetches a page first, and may show its template much later. */
const importLooks = [
  newestTemplates('templates', { folderId: '$parentFolderId' }),
  newestTemplates('templates'),
] as const;

const checkTemplates = 'emails_template_list shows the templates, last changed first.';

export const templateGuides = {
  'GET /emails/locations/{locationId}/templates': {
    name: 'emails_template_list',
    title: 'List email templates',
    summary: 'Email templates and their folders, latest change first. Text and subject of one: emails_template_get.',
    notes: ['folderId root lists the top level only.'],
    risk: 'read',
    paging: {
      style: 'offset-limit',
      items: 'items',
      total: 'total',
      size: 'limit',
      defaultSize: 10,
      maxSize: 20,
      offset: 'offset',
    },
    hints: { search: 'part of the name', folderId: 'root for the top level' },
    words: ['newsletter design', 'layout', 'folders'],
  },
  'GET /emails/locations/{locationId}/templates/{templateId}': {
    name: 'emails_template_get',
    title: 'Get an email template',
    summary: 'One email template with subject and sender; its text lies behind editorContentUrl, not in the answer.',
    risk: 'read',
    hints: { templateId },
    words: ['newsletter design', 'read template'],
  },
  'POST /emails/locations/{locationId}/templates': {
    name: 'emails_template_create',
    title: 'Create an email template',
    summary:
      'Creates an HTML or plain-text email template with content, subject and sender; sends nothing. To send it: emails_campaign_create.',
    notes: [
      'emails_campaign_schedule then does the sending.',
      'Merge fields such as {{contact.first_name}} are filled when an email is sent.',
      'Calling twice makes two templates. Templates of the visual editor cannot be made here.',
    ],
    risk: 'write',
    findOut: { looks: templateLooks, check: checkTemplates },
    hints: templateHints,
    words: ['newsletter design', 'layout', 'html email'],
    examples: [
      {
        ask: 'Save this welcome text as an email template',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'Welcome',
          editorType: 'html',
          subjectLine: 'Welcome, {{contact.first_name}}',
          editorContent: '<html><body><p>Good to have you, {{contact.first_name}}.</p></body></html>',
        },
      },
    ],
  },
  'PATCH /emails/locations/{locationId}/templates/{templateId}': {
    name: 'emails_template_update',
    title: 'Change an email template',
    summary:
      'Changes name, content, subject, sender, folder or archived of an email template. editorContent replaces the whole text and needs editorType beside it.',
    notes: ['Campaigns made from the template earlier keep their own content: see emails_campaign_update.'],
    risk: 'write',
    idempotent: true,
    hints: { ...templateHints, templateId, archived: 'true hides it, false brings it back' },
    words: ['edit newsletter', 'archive template', 'move to folder', 'subject'],
  },
  'DELETE /emails/locations/{locationId}/templates/{templateId}': {
    name: 'emails_template_delete',
    title: 'Delete an email template',
    summary: 'Deletes an email template for good. To only hide it, set archived with emails_template_update.',
    risk: 'high-impact',
    idempotent: true,
    hints: { templateId },
    words: ['remove newsletter design', 'remove layout', 'email design'],
  },
  'POST /emails/locations/{locationId}/templates/import': {
    name: 'emails_template_import',
    title: 'Import an email template',
    summary:
      'Copies a template from the public share link of Mailchimp or ActiveCampaign. For HTML you have yourself use emails_template_create.',
    notes: ['Calling twice imports it twice.'],
    risk: 'write',
    openWorld: true,
    findOut: { looks: importLooks, check: checkTemplates },
    hints: {
      parentFolderId: templateHints.parentFolderId,
      userId: templateHints.userId,
      importUrl: 'public share link',
    },
    words: ['migrate', 'Mailchimp', 'ActiveCampaign', 'newsletter design', 'move from another tool'],
  },
  'POST /emails/locations/{locationId}/templates/folders': {
    name: 'emails_template_folder_create',
    title: 'Create a template folder',
    summary: 'Creates a folder for email templates at the top level. Folders show up in emails_template_list.',
    notes: ['Calling twice makes two folders.'],
    risk: 'write',
    findOut: {
      looks: [{ ...newestTemplates('folders'), complete: true }],
      check: 'emails_template_list with include folders shows the folders, last changed first.',
    },
    hints: { userId: templateHints.userId },
    words: ['organize', 'directory', 'newsletter designs'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
