/** Trigger links: addresses that count a click and start automations before they lead on. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface TriggerLink extends SandboxRecord {
  readonly name: string;
  readonly redirectTo: string;
  /** The merge tag people write into messages: `{{trigger_link.<id>}}`. */
  readonly fieldKey: string;
}

export const triggerLinks = (world: World): Collection<TriggerLink> => world.collection<TriggerLink>('trigger-links');

export function insertLink(world: World, link: Pick<TriggerLink, 'locationId' | 'name' | 'redirectTo'>): TriggerLink {
  const id = world.newId();
  return triggerLinks(world).insert({ id, fieldKey: `{{trigger_link.${id}}}`, ...link });
}
