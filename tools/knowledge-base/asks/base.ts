/** How people ask about knowledge bases as a whole. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const baseAsks = {
  'GET /knowledge-bases/': [
    'which knowledge bases do our bots use',
    'list knowledge bases',
    'what has the AI been trained on here',
    'find the support docs collection by name',
    'sources of answers for our chatbot',
    'is there a knowledge base for this client',
  ],
  'GET /knowledge-bases/{knowledgeBaseId}': [
    'how much is in this knowledge base',
    'get one knowledge base',
    'number of FAQs, files and pages the bot knows',
    'details of a single AI knowledge source',
    'does that knowledge base contain any files',
    'overview of what the assistant learned',
  ],
  'POST /knowledge-bases/': [
    'set up a place for what our bot should know',
    'create a knowledge base',
    'new info collection for the AI agent',
    'start a separate KB for a product line',
    'make an empty knowledge source',
    'give the chatbot its own library',
  ],
  'PUT /knowledge-bases/{id}': [
    'rename a knowledge base',
    'change the description of our KB',
    "give the bot's library a clearer name",
    'relabel an AI knowledge source',
    'fix a typo in the knowledge base title',
    'update what the KB is called',
  ],
  'DELETE /knowledge-bases/{knowledgeBaseId}': [
    'get rid of the whole knowledge base',
    'delete a knowledge base with everything in it',
    'wipe all the bot has learned',
    'remove an old KB',
    'trash the test library of the AI',
    'client left, erase their AI knowledge',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
