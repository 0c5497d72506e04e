/** The list of widgets and its filters. The documents give no schema; the fields are those of HighLevel's SDK. */
import { unprocessable } from '../../errors.ts';
import type { Handlers } from '../../handler.ts';
import { newestFirst, takePage } from '../payments/lists.ts';
import { type ChatWidget, chatWidgets } from './records.ts';

/** What the umbrella `webChat` stands for. */
const webChatTypes: readonly string[] = ['facebookChat', 'emailChat', 'instagramChat', 'waChat'];

const largestPage = 100;
const furthestOffset = 10_000;

const expandType = (type: string): readonly string[] => (type === 'webChat' ? webChatTypes : [type]);

interface ListQuery {
  readonly chatType?: string;
  readonly excludeChatType?: string;
  readonly voiceAiAgentId?: string;
  readonly allInOneChatTypes?: string;
}

/** The parts of the settings that the filters look at. */
interface AdvancedSettings {
  readonly allInOneChatTypes?: readonly string[];
  readonly voiceAiAgent?: Readonly<Record<string, unknown>>;
}

function isWanted(widget: ChatWidget, query: ListQuery): boolean {
  const { chatType, excludeChatType, voiceAiAgentId, allInOneChatTypes } = query;
  const advanced = (widget.settings.advanceSettings ?? {}) as AdvancedSettings;
  if (chatType !== undefined && !expandType(chatType).includes(widget.chatType)) return false;
  if (excludeChatType === widget.chatType) return false;
  if (voiceAiAgentId !== undefined && !Object.values(advanced.voiceAiAgent ?? {}).includes(voiceAiAgentId))
    return false;
  // As documented, it only counts beside chatType=allInOneChat.
  if (chatType !== 'allInOneChat' || allInOneChatTypes === undefined) return true;
  return expandType(allInOneChatTypes).some((type) => advanced.allInOneChatTypes?.includes(type));
}

function formatListed({ id, name, chatType, default: isDefault, ...rest }: ChatWidget): object {
  const { creationSource, settings, createdAt, updatedAt } = rest;
  return { _id: id, name, chatType, default: isDefault, creationSource, settings, createdAt, updatedAt };
}

export const listHandlers: Handlers = {
  'GET /chat-widget/list': (request, world) => {
    const { limit = 20, offset = 0 } = request.query;
    if (limit < 1) throw unprocessable(['limit must not be less than 1']);
    const found = chatWidgets(world)
      .indexed(request.locationId)
      .filter((widget) => !widget.deleted && isWanted(widget, request.query));
    const window = { limit: Math.min(limit, largestPage), offset: Math.min(offset, furthestOffset) };
    const page = takePage(newestFirst(found), window, largestPage);
    return { body: { chatWidgets: page.map(formatListed), totalCount: found.length } };
  },
};
