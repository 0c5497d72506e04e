/** The five older operations, which the v3 ones of the other files replace. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

/** A template is named by its title or its name. A search looks into folders, which the plain list does not. */
const lookAtBuilder = (argument: 'title' | 'name') =>
  ({
    steps: [{ ask: 'GET /emails/builder', with: { search: `$${argument}`, limit: 50, offset: 0 } }],
    records: 'builders',
    match: { name: argument },
    created: 'dateAdded',
  }) as const;

export const builderGuides = {
  'GET /emails/schedule': {
    name: 'emails_campaign_old_list',
    title: 'List email campaigns (older)',
    summary:
      'Older list of email campaigns with open, click and revenue figures: completed ones unless status says more. Newer: emails_campaign_list.',
    notes: ['When left out, status is active and emailStatus complete; drafts need status draft with emailStatus all.'],
    risk: 'read',
    paging: {
      style: 'offset-limit',
      items: 'schedules',
      size: 'limit',
      defaultSize: 10,
      maxSize: 100,
      offset: 'offset',
    },
    hints: { parentId: 'folder id', emailStatus: 'all for every state', showStats: 'false leaves figures out' },
    words: ['broadcast', 'newsletter', 'blast', 'open rate', 'revenue'],
    examples: [
      {
        ask: 'Show the drafts of our email campaigns',
        args: { locationId: 've9EPM428h8vShlRW1KT', status: 'draft', emailStatus: 'all', campaignsOnly: true },
      },
    ],
  },
  'GET /emails/builder': {
    name: 'emails_builder_template_list',
    title: 'List email templates (older)',
    summary:
      'Email templates with preview links, built in the visual editor or not. emails_template_list is newer; prefer it unless HighLevel refuses it.',
    risk: 'read',
    paging: { style: 'offset-limit', items: 'builders', size: 'limit', defaultSize: 10, offset: 'offset' },
    hints: { parentId: 'folder id', sortByDate: 'asc or desc', originId: 'leave out' },
    words: ['layout', 'newsletter design'],
  },
  'POST /emails/builder': {
    name: 'emails_builder_template_create',
    title: 'Create an email template (older)',
    summary:
      'Older way to create an email template, without content yet. emails_template_create makes template and content in one call.',
    notes: [
      'emails_builder_template_update fills it; its id is called redirect in the answer.',
      'type folder creates a folder, import takes a design from importURL.',
      'Calling twice makes two.',
    ],
    risk: 'write',
    findOut: {
      looks: [lookAtBuilder('title'), lookAtBuilder('name')],
      check: 'emails_builder_template_list shows the newest templates first.',
    },
    hints: {
      type: 'html for code, folder, or import',
      importProvider: 'matters with type import only',
      importURL: 'with type import',
      parentId: 'folder id',
      updatedBy: 'user id, from users_user_search',
      title: 'name that people see',
    },
    words: ['layout', 'newsletter design', 'folder'],
  },
  'POST /emails/builder/data': {
    name: 'emails_builder_template_update',
    title: 'Replace the content of an email template (older)',
    summary:
      'Overwrites the whole content of an email template, which later sends of workflows may carry. For HTML templates emails_template_update is simpler.',
    notes: [
      'With editorType html, dnd stays empty: {elements: [], attrs: {}, templateSettings: {}}.',
      'Writing html over a template of the visual editor costs its editable blocks.',
    ],
    risk: 'write',
    idempotent: true,
    hints: {
      html: 'whole email as HTML',
      editorType: 'html, unless you have editor blocks',
      dnd: 'blocks of the visual editor; empty for html',
      updatedBy: 'user id, from users_user_search',
      previewText: 'line shown after the subject',
    },
    words: ['edit template', 'newsletter design', 'html'],
    examples: [
      {
        ask: 'Put this welcome text into the template',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          templateId: '66e811229245f98fba8dbb24',
          updatedBy: 'hxHGVRb1YJUscrCB8eXK',
          editorType: 'html',
          html: '<html><body><p>Good to have you, {{contact.first_name}}.</p></body></html>',
          dnd: { elements: [], attrs: {}, templateSettings: {} },
          previewText: 'Good to have you',
        },
      },
    ],
  },
  'DELETE /emails/builder/{locationId}/{templateId}': {
    name: 'emails_builder_template_delete',
    title: 'Delete an email template (older)',
    summary:
      'Deletes an email template for good, also under workflows that send it. emails_template_update can archive instead.',
    risk: 'high-impact',
    idempotent: true,
    words: ['remove template', 'newsletter design', 'layout'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
