/** How people ask about the questions and answers of a knowledge base. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const faqAsks = {
  'GET /knowledge-bases/faqs': [
    'which questions can the bot answer',
    'list FAQs of a knowledge base',
    'show all Q&A we taught the AI',
    'does the chatbot know our refund policy',
    'what does the assistant say about parking',
    'find a question and answer to correct',
  ],
  'POST /knowledge-bases/faqs': [
    'teach the bot a new answer',
    'add a FAQ to the knowledge base',
    'customers keep asking about prices, give the AI a reply',
    'train the chatbot on our opening hours',
    'add a question and answer pair',
    "the assistant doesn't know our return policy, tell it",
  ],
  'PUT /knowledge-bases/faqs/{id}': [
    'the bot gives a wrong answer, correct it',
    'change a FAQ',
    "update the AI's reply about pricing",
    'our hours changed, edit the Q&A',
    'reword a question the chatbot knows',
    'fix outdated info in an answer',
  ],
  'DELETE /knowledge-bases/faqs/{id}': [
    'make the bot forget this answer',
    'delete a FAQ',
    'remove one question and answer',
    'AI should no longer talk about that offer',
    'drop an obsolete Q&A from the KB',
    'erase a duplicate FAQ',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
