/** The widgets themselves. Through the API only live chats and e-mail chats can be written. */
import { notFound, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { definedOnly, resolveInLocation } from '../locations/access.ts';
import { newestFirst, pickFields } from '../payments/lists.ts';
import { type ChatWidget, chatWidgets, livingWidgets } from './records.ts';

const writableTypes: readonly string[] = ['liveChat', 'emailChat'];

/** A widget that is not deleted. Throws a 404. */
function resolveWidget(request: SandboxRequest, world: World, id: string): ChatWidget {
  const absent = () => notFound('Chat widget not found');
  const widget = resolveInLocation(chatWidgets(world), id, request.locationId, absent);
  if (widget.deleted) throw absent();
  return widget;
}

const widgetOfPath = (request: SandboxRequest, world: World): ChatWidget =>
  resolveWidget(request, world, request.path.id ?? '');

/** Leaves the location with one default: this widget if it is one, else the one it had, else its newest. */
function settleDefault(world: World, { id, locationId, default: isDefault }: ChatWidget): void {
  const living = livingWidgets(world, locationId);
  const current = living.filter((widget) => widget.default);
  const keeper = isDefault ? id : (current[0]?.id ?? newestFirst(living)[0]?.id);
  for (const widget of living) {
    if (widget.default !== (widget.id === keeper))
      chatWidgets(world).update(widget.id, { default: widget.id === keeper });
  }
}

function insertWidget(
  request: SandboxRequest,
  world: World,
  fields: Pick<ChatWidget, 'version' | 'chatType' | 'name' | 'settings' | 'default'> & { readonly originId?: string },
): ChatWidget {
  const now = world.timestamp();
  const widget = chatWidgets(world).insert({
    id: world.newObjectId(),
    locationId: request.locationId,
    deleted: false,
    creationSource: 'public-api',
    ...definedOnly({ updatedBy: request.grant.userId }),
    ...fields,
    createdAt: now,
    updatedAt: now,
  });
  settleDefault(world, widget);
  return chatWidgets(world).get(widget.id) ?? widget;
}

function updateWidget(request: SandboxRequest, world: World, id: string, change: Partial<ChatWidget>): ChatWidget {
  const written = { ...change, ...definedOnly({ updatedBy: request.grant.userId }), updatedAt: world.timestamp() };
  settleDefault(world, chatWidgets(world).update(id, written));
  return chatWidgets(world).get(id) as ChatWidget;
}

const formatWidget = ({ id, ...widget }: ChatWidget): object => ({ _id: id, ...widget });

export const widgetHandlers: Handlers = {
  'POST /chat-widget/': (request, world) => {
    const { version, chatType, name, default: isDefault = false, settings = { chatType } } = request.body;
    const widget = insertWidget(request, world, { version, chatType, name, default: isDefault, settings });
    return { body: formatWidget(widget) };
  },

  'POST /chat-widget/clone': (request, world) => {
    const source = resolveWidget(request, world, request.body.chatWidgetId);
    if (!writableTypes.includes(source.chatType))
      throw unprocessable([`chatType must be one of the following values: ${writableTypes.join(', ')}`]);
    const { version, chatType, settings } = source;
    const name = request.body.name ?? `${source.name} (copy)`;
    const copy = insertWidget(request, world, {
      version,
      chatType,
      settings,
      name,
      default: false,
      originId: source.id,
    });
    return { body: formatWidget(copy) };
  },

  'GET /chat-widget/data/{locationId}/{id}': (request, world) => ({ body: formatWidget(widgetOfPath(request, world)) }),

  // A full update: the settings are replaced, and what is not optional stays when the body leaves it out.
  'PUT /chat-widget/data/{locationId}/{id}': (request, world) => {
    const { id, chatType: before } = widgetOfPath(request, world);
    const { chatType = before, settings = { chatType }, default: isDefault = false } = request.body;
    const named = pickFields(request.body, ['version', 'name']);
    return {
      body: formatWidget(updateWidget(request, world, id, { ...named, chatType, settings, default: isDefault })),
    };
  },

  'PATCH /chat-widget/data/{locationId}/{id}': (request, world) => {
    const widget = widgetOfPath(request, world);
    const named = pickFields(request.body, ['version', 'chatType', 'name', 'default']);
    const settings = { ...widget.settings, ...request.body.settings };
    return { body: formatWidget(updateWidget(request, world, widget.id, { ...named, settings })) };
  },

  'DELETE /chat-widget/{locationId}/{id}': (request, world) => {
    const { id } = widgetOfPath(request, world);
    return { body: formatWidget(updateWidget(request, world, id, { deleted: true, default: false })) };
  },

  // What the script in a visitor's browser loads, so any widget by its id alone.
  'GET /chat-widget/public/config/{id}': (request, world) => {
    const widget = chatWidgets(world).get(request.path.id ?? '');
    if (widget === undefined || widget.deleted) throw notFound('Chat widget not found');
    const { id, locationId, chatType, name, version, settings } = widget;
    return { body: { _id: id, locationId, chatType, name, version, settings } };
  },
};
