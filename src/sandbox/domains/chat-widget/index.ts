/** Chat widgets, which only v3 knows. */
import type { Domain } from '../../domain.ts';
import { treatNullAsAbsent } from '../payments/lists.ts';
import { listHandlers } from './list.ts';
import { seedChatWidgets } from './seed.ts';
import { widgetHandlers } from './widgets.ts';

export const domain: Domain = {
  name: 'chat-widget',
  handlers: treatNullAsAbsent({ ...listHandlers, ...widgetHandlers }),
  seed: seedChatWidgets,
};
