import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

const id = 'from chat_widget_widget_list';

const settingsHints = {
  version: 'send 2 unless the widget says otherwise',
  'settings.chatType': 'the same as chatType',
  'settings.chatIcon': 'e.g. messageChatCircle',
  'settings.heading': 'title of the open widget',
  'settings.promptMsg': 'bubble beside the closed widget',
  'settings.legalMsg': 'consent text',
  'settings.successMsg': 'after an e-mail chat was sent',
  'settings.widgetPrimaryColor': 'hex, e.g. #4285F4',
  'settings.dimensions.position': 'left or right',
  'settings.advanceSettings.businessOfficeHours.timezone': 'IANA name',
} as const;

const settingsNotes = [
  'settings always needs chatType and chatIcon, also when only one text changes.',
  'Only liveChat and emailChat widgets can be written here; the other kinds (WhatsApp, voice, Facebook, all-in-one) can only be read.',
] as const;

const newestWidgets = {
  steps: [{ ask: 'GET /chat-widget/list', with: { limit: 100, offset: 0 } }],
  records: 'chatWidgets',
  created: 'createdAt',
  id: '_id',
} as const;

export const guides = {
  'GET /chat-widget/list': {
    name: 'chat_widget_widget_list',
    title: 'List chat widgets',
    summary:
      'Chat widgets for websites of a location, by kind. limit must be sent. Chats that came in through them are in conversations_conversation_search.',
    notes: ['webChat stands for facebookChat, emailChat, instagramChat and waChat together.'],
    risk: 'read',
    paging: {
      style: 'offset-limit',
      items: 'chatWidgets',
      total: 'totalCount',
      size: 'limit',
      maxSize: 100,
      offset: 'offset',
    },
    hints: {
      limit: 'send it: 1 to 100',
      offset: 'send it; 0 first, at most 10000',
      allInOneChatTypes: 'only with chatType allInOneChat',
    },
    words: ['live chat', 'web chat', 'website chat', 'chat bubble'],
    examples: [
      {
        ask: 'Which live chat widgets do we have?',
        args: { locationId: 've9EPM428h8vShlRW1KT', offset: 0, limit: 100, chatType: 'liveChat' },
      },
    ],
  },
  'GET /chat-widget/data/{locationId}/{id}': {
    name: 'chat_widget_widget_get',
    title: 'Get a chat widget',
    summary:
      'One chat widget with all settings as staff edit them. Read it before chat_widget_widget_set, which replaces everything.',
    risk: 'read',
    hints: { id },
    words: ['live chat', 'web chat', 'settings'],
  },
  'GET /chat-widget/public/config/{id}': {
    name: 'chat_widget_public_config_get',
    title: 'Get what visitors load',
    summary:
      "The configuration a visitor's browser loads for a widget; shows what is live. To edit start from chat_widget_widget_get.",
    risk: 'read',
    hints: { id, version: '2 or 3' },
    words: ['embed', 'live settings', 'website'],
  },
  'POST /chat-widget/': {
    name: 'chat_widget_widget_create',
    title: 'Create a chat widget',
    summary:
      'Creates a liveChat or emailChat widget; visitors see it once its code is on a page. To start from an existing look use chat_widget_widget_duplicate.',
    notes: [...settingsNotes, 'default true takes it from the present default.', 'Calling twice creates two.'],
    risk: 'write',
    findOut: {
      looks: [{ ...newestWidgets, match: { name: 'name', chatType: 'chatType' }, complete: true }],
      check: 'chat_widget_widget_list shows the widgets with their times of creation.',
    },
    hints: { ...settingsHints, version: 'send 2', deleted: 'leave out' },
    words: ['live chat', 'web chat', 'website chat', 'chat bubble'],
    examples: [
      {
        ask: 'Make a live chat widget in our blue that says hello',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          version: 2,
          chatType: 'liveChat',
          name: 'Website chat',
          settings: {
            chatType: 'liveChat',
            chatIcon: 'messageChatCircle',
            heading: 'Hello, how can we help?',
            widgetPrimaryColor: '#1A73E8',
          },
        },
      },
    ],
  },
  'PATCH /chat-widget/data/{locationId}/{id}': {
    name: 'chat_widget_widget_update',
    title: 'Change a chat widget',
    summary:
      'Changes the given fields of a chat widget, seen by visitors at once. Send settings complete, from chat_widget_widget_get.',
    notes: ['settings may be replaced as one block.', ...settingsNotes],
    risk: 'write',
    idempotent: true,
    hints: { ...settingsHints, id },
    words: ['live chat', 'color', 'welcome message', 'rename widget', 'make default'],
    examples: [
      {
        ask: 'Rename this widget to Support chat',
        args: { locationId: 've9EPM428h8vShlRW1KT', id: '66597c9a41106ba6eb4eac3c', name: 'Support chat' },
      },
    ],
  },
  'PUT /chat-widget/data/{locationId}/{id}': {
    name: 'chat_widget_widget_set',
    title: 'Replace a chat widget',
    summary:
      'Replaces a chat widget whole: what is left out is lost, and visitors see it at once. For single changes use chat_widget_widget_update.',
    notes: settingsNotes,
    risk: 'write',
    idempotent: true,
    hints: { id },
    words: ['overwrite widget', 'restore settings'],
    examples: [
      {
        ask: 'Restore this widget: live chat, our blue, the old greeting',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          version: 2,
          chatType: 'liveChat',
          name: 'Website chat',
          settings: {
            chatType: 'liveChat',
            chatIcon: 'messageChatCircle',
            heading: 'Hello, how can we help?',
            widgetPrimaryColor: '#1A73E8',
          },
          id: '66597c9a41106ba6eb4eac3c',
          default: false,
        },
      },
    ],
  },
  'POST /chat-widget/clone': {
    name: 'chat_widget_widget_duplicate',
    title: 'Copy a chat widget',
    summary:
      'Copies a chat widget with all settings within the same location; the copy is a widget of its own with its own code.',
    notes: ['Calling twice makes two copies.'],
    risk: 'write',
    findOut: {
      looks: [{ ...newestWidgets, match: { name: 'name' } }],
      check: 'chat_widget_widget_list shows whether the copy is there.',
    },
    hints: { chatWidgetId: id, name: 'name of the copy' },
    words: ['clone', 'duplicate live chat'],
  },
  'DELETE /chat-widget/{locationId}/{id}': {
    name: 'chat_widget_widget_delete',
    title: 'Delete a chat widget',
    summary:
      'Deletes a chat widget: it stops working on every page that embeds it, and no call here restores it. After the default one another may become default.',
    risk: 'high-impact',
    idempotent: true,
    hints: { id },
    words: ['remove live chat', 'remove web chat', 'chat bubble'],
  },
} as const satisfies Guides<typeof operations>;
