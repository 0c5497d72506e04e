/** The contact itself: find, read, create, change, delete, and its place in a business. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const fieldHints = {
  phone: 'E.164 with country code, e.g. +14155550123',
  country: 'two-letter ISO code, e.g. US',
  timezone: 'IANA name, e.g. America/New_York',
  dateOfBirth: 'YYYY-MM-DD',
  assignedTo: 'user id, from users_user_search',
  dndSettings: 'per channel; status active means messages are blocked',
  'customFields[].id': 'from locations_custom_field_list',
  'customFields[].field_value': 'text, number, or array for multi-select',
} as const;

/** The first page of contacts, newest first. */
const newestPage = { page: 1, pageLimit: 20, sort: [{ field: 'dateAdded', direction: 'desc' }] } as const;

const searchNewest = <const Filters extends readonly unknown[]>(filters: Filters) =>
  ({ ask: 'POST /contacts/search', with: { ...newestPage, filters } }) as const;

const foundContact = {
  records: 'contacts',
  match: { email: 'email', phone: 'phone', firstNameLowerCase: 'firstName', lastNameLowerCase: 'lastName' },
  created: 'dateAdded',
} as const;

export const contactGuides = {
  'POST /contacts/search': {
    name: 'contacts_contact_search',
    title: 'Search contacts',
    summary:
      'Finds contacts by text or filters (tag, owner, dates, custom fields); lags writes by seconds. Exact email or phone: contacts_duplicate_check.',
    notes: [
      'With an id use contacts_contact_get.',
      'Filters in the list are joined by AND; nest {group: "OR", filters: [...]} for alternatives.',
      'Operators are eq, not_eq, contains, not_contains, exists, not_exists and range; eq also takes an array; email knows no contains.',
      'Fields are camelCase: email, phone, tags, type, source, assignedTo, dnd, city, state, country, companyName, businessName, firstNameLowerCase, lastNameLowerCase, dateAdded, dateUpdated, lastAppointment, activeWorkflows, finishedWorkflows, customFields.<id>.',
      'range takes {gte, lte, gt, lt}; exists and not_exists take no value.',
      "The operator nested on field opportunities filters by the pipelineId, pipelineStageId or status of a contact's deals.",
      'Names are compared in lower case: filter firstNameLowerCase, not firstName.',
      'page reaches 10,000 records at most; beyond them pass searchAfter of the last item and leave page out.',
      'A contact created moments ago may be missing (also by phone, issue #289): read it back with contacts_contact_get.',
    ],
    risk: 'read',
    paging: {
      style: 'search-after',
      items: 'contacts',
      total: 'total',
      size: 'pageLimit',
      maxSize: 500,
      offset: 'page',
      firstPage: 1,
      next: { searchAfter: '$last.searchAfter' },
    },
    hints: {
      pageLimit: '1 to 500, required by HighLevel',
      page: 'from 1; leave out when searchAfter is set',
      searchAfter: 'searchAfter array of the last item before',
      query: 'free text, at most 75 characters',
      filters: '[{field, operator, value}], or {group: AND|OR, filters}',
      sort: '[{field: "dateAdded", direction: "desc"}]',
    },
    words: ['find', 'lookup', 'lead', 'prospect', 'customer', 'people', 'segment', 'smart list', 'filter'],
    examples: [
      {
        ask: 'Find the contact jane.doe@example.com',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          pageLimit: 5,
          filters: [{ field: 'email', operator: 'eq', value: 'jane.doe@example.com' }],
        },
      },
      {
        ask: 'Contacts tagged vip or hot lead that were added in June 2026, newest first',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          page: 1,
          pageLimit: 100,
          filters: [
            { field: 'tags', operator: 'eq', value: ['vip', 'hot lead'] },
            { field: 'dateAdded', operator: 'range', value: { gte: '2026-06-01', lt: '2026-07-01' } },
          ],
          sort: [{ field: 'dateAdded', direction: 'desc' }],
        },
      },
      {
        ask: 'Who has no phone number, or no owner?',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          page: 1,
          pageLimit: 100,
          filters: [
            {
              group: 'OR',
              filters: [
                { field: 'phone', operator: 'not_exists' },
                { field: 'assignedTo', operator: 'not_exists' },
              ],
            },
          ],
        },
      },
    ],
  },
  'GET /contacts/search/duplicate': {
    name: 'contacts_duplicate_check',
    title: 'Check for an existing contact',
    summary:
      'Finds the contact with an exact email or phone, e.g. before contacts_contact_create. Partial names or filters: contacts_contact_search.',
    notes: [
      "It looks as the location's duplicate rules do.",
      'Where the location allows duplicates, email is tried first and phone second.',
      "Send the plain values; this server does the URL encoding that HighLevel's page asks for.",
    ],
    risk: 'read',
    hints: { number: 'phone in E.164, e.g. +14155550123', email: 'whole address, no wildcard' },
    words: ['duplicate', 'exists', 'lookup by email', 'lookup by phone', 'lead'],
    examples: [
      {
        ask: 'Do we already know +1 415 555 0123?',
        args: { locationId: 've9EPM428h8vShlRW1KT', number: '+14155550123' },
      },
    ],
  },
  'GET /contacts/': {
    name: 'contacts_contact_list',
    title: 'List contacts (deprecated)',
    summary:
      "Deprecated by HighLevel: use contacts_contact_search, which also filters and sorts. Pages through a location's contacts.",
    notes: [
      'The next page needs startAfter and startAfterId together, both from meta; stop when a cursor comes back unchanged.',
    ],
    risk: 'read',
    paging: {
      style: 'cursor',
      items: 'contacts',
      total: 'meta.total',
      size: 'limit',
      defaultSize: 20,
      maxSize: 100,
      next: { startAfter: 'meta.startAfter', startAfterId: 'meta.startAfterId' },
    },
    hints: { startAfter: 'meta.startAfter of the page before', startAfterId: 'meta.startAfterId of the page before' },
    words: ['all contacts', 'leads'],
  },
  'GET /contacts/{contactId}': {
    name: 'contacts_contact_get',
    title: 'Get a contact',
    summary:
      'One contact by id: details, tags, DND, custom fields; current at once (search lags). Notes, tasks and messages are separate calls.',
    notes: [
      'Custom field values come by field id; names are in locations_custom_field_list.',
      'A wrong id may be answered with 400 "Contact with id … not found" instead of 404.',
    ],
    risk: 'read',
    words: ['profile', 'details', 'lead', 'customer'],
  },
  'POST /contacts/': {
    name: 'contacts_contact_create',
    title: 'Create a contact',
    summary:
      'Adds a contact; may start workflows. A duplicate email or phone is usually refused, so prefer contacts_contact_upsert.',
    notes: [
      'The refusal is a 400 with meta.contactId, unless the location allows duplicates.',
      'A 422 may come although the contact was created (issue #64): check with contacts_duplicate_check before a second attempt.',
      'companyName is plain text; a link to a business record is made with contacts_bulk_business_set.',
      'There is no bulk create.',
    ],
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /contacts/search/duplicate', with: { email: '$email' } }],
          records: 'contact',
          match: { email: 'email', firstName: 'firstName', lastName: 'lastName' },
          created: 'dateAdded',
        },
        {
          steps: [{ ask: 'GET /contacts/search/duplicate', with: { number: '$phone' } }],
          records: 'contact',
          match: { phone: 'phone', firstName: 'firstName', lastName: 'lastName' },
          created: 'dateAdded',
        },
        {
          steps: [searchNewest([{ field: 'email', operator: 'eq', value: '$email:lower' }])],
          ...foundContact,
          complete: true,
        },
        { steps: [searchNewest([{ field: 'phone', operator: 'eq', value: '$phone' }])], ...foundContact },
        {
          steps: [
            searchNewest([
              { field: 'firstNameLowerCase', operator: 'eq', value: '$firstName:lower' },
              { field: 'lastNameLowerCase', operator: 'eq', value: '$lastName:lower' },
            ]),
          ],
          ...foundContact,
          complete: true,
        },
        {
          steps: [{ ask: 'POST /contacts/search', with: { ...newestPage, query: '$name' } }],
          ...foundContact,
          match: { contactName: 'name', email: 'email', phone: 'phone' },
        },
      ],
      doubtfulStatuses: [422],
      record: { ask: 'GET /contacts/{contactId}', id: 'contactId' },
      check: 'contacts_duplicate_check finds the contact by email or phone, contacts_contact_search by name.',
    },
    hints: fieldHints,
    words: ['new lead', 'add person', 'prospect', 'customer', 'intake'],
    examples: [
      {
        ask: 'Add Jane Doe, jane.doe@example.com, as a new lead from the trade fair',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          firstName: 'Jane',
          lastName: 'Doe',
          email: 'jane.doe@example.com',
          source: 'trade fair',
          tags: ['lead'],
        },
      },
    ],
  },
  'POST /contacts/upsert': {
    name: 'contacts_contact_upsert',
    title: 'Create or update a contact',
    summary:
      'Updates the contact with this email or phone, or creates one. tags replaces every tag: use contacts_tag_add. With id: contacts_contact_update.',
    notes: [
      'new in the answer says which of the two happened.',
      "The location's duplicate setting decides whether email or phone is matched first; when they belong to two contacts, the first match is updated and the other value is ignored.",
      'With createNewIfDuplicateAllowed true in a location that allows duplicates, every call creates another contact.',
      'Additional email addresses of the contact may be lost (issue #337).',
      'May start workflows.',
    ],
    risk: 'write',
    idempotent: true,
    hints: { ...fieldHints, tags: 'replaces all tags; usually leave out' },
    words: ['lead intake', 'sync', 'import one', 'create if missing', 'prospect'],
    examples: [
      {
        ask: 'A form lead came in: Jane Doe, +1 415 555 0123. Save it without making a duplicate',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'Jane Doe',
          phone: '+14155550123',
          source: 'website form',
        },
      },
      {
        ask: 'Set the budget custom field of jane.doe@example.com to 5000',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          email: 'jane.doe@example.com',
          customFields: [{ id: '6dvNaf7VhkQ9snc5vnjJ', field_value: 5000 }],
        },
      },
    ],
  },
  'PUT /contacts/{contactId}': {
    name: 'contacts_contact_update',
    title: 'Update a contact',
    summary:
      'Changes the fields sent of one contact. tags replaces every tag: use contacts_tag_add or contacts_tag_remove. Without id: contacts_contact_upsert.',
    notes: [
      'Owner, DND and custom fields are changed here too.',
      'DND: dnd true blocks every channel, dndSettings single ones; status active means blocked.',
      'May start workflows that watch the changed field.',
    ],
    risk: 'write',
    idempotent: true,
    hints: { ...fieldHints, tags: 'replaces all tags; usually leave out' },
    words: ['edit', 'assign owner', 'do not disturb', 'unsubscribe', 'opt out', 'DND', 'change phone', 'lead'],
    examples: [
      {
        ask: 'Stop texting this contact, but keep email',
        args: { contactId: 'ocQHyuzHvysMo5N5VsXc', dndSettings: { SMS: { status: 'active' } } },
      },
      {
        ask: 'Make Sam the owner of this lead',
        args: { contactId: 'ocQHyuzHvysMo5N5VsXc', assignedTo: 'y0BeYjuRIlDwsDcOHOJo' },
      },
    ],
  },
  'DELETE /contacts/{contactId}': {
    name: 'contacts_contact_delete',
    title: 'Delete a contact',
    summary:
      'Deletes a contact together with its conversations and opportunities; the API has no undo. To only stop messages, set dnd with contacts_contact_update.',
    risk: 'high-impact',
    idempotent: true,
    words: ['erase', 'remove lead', 'GDPR', 'forget'],
  },
  'GET /contacts/business/{businessId}': {
    name: 'contacts_business_contact_list',
    title: "List a business's contacts",
    summary:
      'Contacts linked to one business record. Contacts that only carry its name as companyName text are missing: find those with contacts_contact_search.',
    risk: 'read',
    paging: {
      style: 'skip-limit',
      items: 'contacts',
      total: 'count',
      size: 'limit',
      defaultSize: 25,
      offset: 'skip',
    },
    hints: { businessId: 'from businesses_business_list', query: "part of a contact's name" },
    words: ['company', 'account', 'employees', 'organization'],
  },
  'POST /contacts/bulk/business': {
    name: 'contacts_bulk_business_set',
    title: 'Link contacts to a business',
    summary:
      'Links many contacts to one business record, or unlinks them with businessId null. A contact has one business: an earlier link is overwritten.',
    risk: 'write',
    idempotent: true,
    hints: { ids: 'contact ids', businessId: 'from businesses_business_list; null unlinks' },
    words: ['company', 'account', 'associate', 'unlink'],
    examples: [
      {
        ask: 'Take these two contacts out of their company',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          ids: ['ocQHyuzHvysMo5N5VsXc', 'sx6wyHhbFdRXh302LLNR'],
          businessId: null,
        },
      },
    ],
  },
} as const satisfies Partial<Guides<typeof operations>>;
