/** Each location has a live chat, a form that answers by e-mail, and a widget of several channels. */
import type { SeedContext, SeedLocation } from '../../domain.ts';
import { type ChatType, chatWidgets } from './records.ts';

export function seedChatWidgets(context: SeedContext): void {
  for (const location of context.locations) {
    seedWidget(context, location, 'Website live chat', 'liveChat', {
      liveChatIntroMsg: 'Hello! What can we do for you?',
    });
    seedWidget(context, location, 'Contact form', 'emailChat', { successMsg: 'Thank you, we will write back today.' });
    const advanceSettings = { allInOneChatTypes: ['liveChat', 'emailChat'], allInOneInitialMsg: 'How shall we talk?' };
    seedWidget(context, location, 'All channels', 'allInOneChat', { advanceSettings });
  }
}

function seedWidget(
  { world, daysAgo, between }: SeedContext,
  location: SeedLocation,
  name: string,
  chatType: ChatType,
  settings: Readonly<Record<string, unknown>>,
): void {
  chatWidgets(world).insert({
    id: world.newObjectId(),
    locationId: location.id,
    version: 2,
    chatType,
    name,
    deleted: false,
    default: chatType === 'liveChat',
    settings: { chatType, chatIcon: 'messageChatCircle', heading: location.name, locale: 'en-us', ...settings },
    creationSource: 'chat-widget',
    createdAt: daysAgo(between(60, 150)),
    updatedAt: daysAgo(between(1, 50)),
  });
}
