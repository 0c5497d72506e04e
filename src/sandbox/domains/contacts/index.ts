/** Contacts, and what hangs on them: notes, tasks, tags, followers, enrolments. */
import type { Domain } from '../../domain.ts';
import { automationHandlers } from './automations.ts';
import { crudHandlers } from './crud.ts';
import { followerHandlers } from './followers.ts';
import { linkHandlers } from './links.ts';
import { listHandlers } from './lists.ts';
import { noteHandlers } from './notes.ts';
import { searchHandlers } from './search.ts';
import { seedContacts } from './seed.ts';
import { tagHandlers } from './tags.ts';
import { taskHandlers } from './tasks.ts';

export const domain: Domain = {
  name: 'contacts',
  handlers: {
    ...crudHandlers,
    ...listHandlers,
    ...searchHandlers,
    ...noteHandlers,
    ...taskHandlers,
    ...tagHandlers,
    ...followerHandlers,
    ...automationHandlers,
    ...linkHandlers,
  },
  seed: seedContacts,
};
