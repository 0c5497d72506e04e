/** E-mail marketing: templates, campaigns, and the figures of what was sent. */
import type { Domain } from '../../domain.ts';
import { treatNullAsAbsent } from '../payments/lists.ts';
import { builderHandlers } from './builder.ts';
import { campaignHandlers } from './campaigns.ts';
import { seedEmails } from './seed.ts';
import { sourceHandlers } from './sources.ts';
import { statsHandlers } from './stats.ts';
import { templateHandlers } from './templates.ts';

export const domain: Domain = {
  name: 'emails',
  handlers: {
    ...treatNullAsAbsent({ ...builderHandlers, ...campaignHandlers, ...sourceHandlers, ...statsHandlers }),
    ...templateHandlers,
  },
  seed: seedEmails,
};
