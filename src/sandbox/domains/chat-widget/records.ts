/** Chat widgets: what visitors of a website write into. They stay, marked as deleted, when they are deleted. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export type ChatType =
  | 'liveChat'
  | 'waChat'
  | 'emailChat'
  | 'allInOneChat'
  | 'voiceAiChat'
  | 'facebookChat'
  | 'instagramChat';

export interface ChatWidget extends SandboxRecord {
  readonly version: number;
  readonly chatType: ChatType;
  readonly name: string;
  readonly deleted: boolean;
  /** One of a location, as long as it has any. */
  readonly default: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly creationSource: 'chat-widget' | 'public-api';
  readonly updatedBy?: string;
  /** The widget that this one is a copy of. */
  readonly originId?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const chatWidgets = (world: World): Collection<ChatWidget> => world.collection<ChatWidget>('chat-widgets');

/** The widgets of a location that are not deleted, oldest first. */
export const livingWidgets = (world: World, locationId: string): ChatWidget[] =>
  chatWidgets(world)
    .inLocation(locationId)
    .filter((widget) => !widget.deleted);
