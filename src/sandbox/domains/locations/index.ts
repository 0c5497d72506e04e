/** Sub-accounts and what each keeps for itself: tags, custom fields and values, templates, recurring tasks. */
import type { Domain } from '../../domain.ts';
import { accountHandlers } from './accounts.ts';
import { customFieldHandlers } from './custom-fields.ts';
import { customValueHandlers } from './custom-values.ts';
import { seedLocations } from './seed.ts';
import { tagHandlers } from './tags.ts';
import { taskHandlers } from './tasks.ts';
import { templateHandlers } from './templates.ts';

export const domain: Domain = {
  name: 'locations',
  handlers: {
    ...accountHandlers,
    ...tagHandlers,
    ...taskHandlers,
    ...customFieldHandlers,
    ...customValueHandlers,
    ...templateHandlers,
  },
  seed: seedLocations,
};
