import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with chat widgets. */
export const asks = {
  'GET /chat-widget/list': [
    'which chat bubbles are on our websites',
    'list chat widgets',
    'what webchats does this client have',
    'find the live chat box for the landing page',
    'all website messengers in this sub-account',
    'do we already have a chat popup',
  ],
  'GET /chat-widget/data/{locationId}/{id}': [
    'how is our chat bubble configured',
    'get one chat widget',
    'what greeting does the webchat show',
    'colors and position of the chat box',
    'settings of a single live chat',
    'which fields does our chat popup ask for',
  ],
  'GET /chat-widget/public/config/{id}': [
    "what do visitors' browsers load for the webchat",
    'get the public configuration of a chat widget',
    'is the latest chat bubble config live',
    'see the chat box as the site sees it',
    'why does the website show an old greeting',
    'published settings of our live chat',
  ],
  'POST /chat-widget/': [
    'put a chat bubble on our website',
    'create a chat widget',
    'set up live chat for the site',
    'let website visitors message us',
    'new webchat popup that collects emails',
    'add a text-us box to the landing page',
  ],
  'PATCH /chat-widget/data/{locationId}/{id}': [
    'change the color of the chat bubble',
    'update a chat widget',
    'new welcome message in the webchat',
    'move the chat box to the left corner',
    'switch the agent picture on our live chat',
    'turn off the prompt that pops up',
    'chat popup has a typo, fix it',
  ],
  'PUT /chat-widget/data/{locationId}/{id}': [
    'overwrite the whole chat bubble configuration',
    'replace a chat widget',
    'reset the webchat with this complete setup',
    'restore all live chat settings from a backup',
    'rewrite the chat box entirely',
    'put a full new config over the chat popup',
  ],
  'POST /chat-widget/clone': [
    'copy our chat bubble for another page',
    'duplicate a chat widget',
    'clone the webchat with all settings',
    'same live chat again under another name',
    'make a second chat box like this one',
    'start from an existing chat popup',
  ],
  'DELETE /chat-widget/{locationId}/{id}': [
    'take the chat bubble off our site for good',
    'delete a chat widget',
    'remove the webchat',
    'get rid of an old live chat',
    "we don't want visitors messaging through that box anymore",
    'trash the test chat popup',
  ],
} as const satisfies Asks<typeof operations>;
