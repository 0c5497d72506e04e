/** How people ask about the web pages of a knowledge base. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const pageAsks = {
  'GET /knowledge-bases/crawler': [
    'which web pages has the bot learned',
    'list web pages of a knowledge base',
    'what URLs is the AI trained on',
    'crawled pages not yet trained',
    "is our pricing page in the chatbot's knowledge",
    'links the assistant reads from',
  ],
  'POST /knowledge-bases/crawler': [
    'let the bot learn from our website',
    'find the pages of a website for the knowledge base',
    'crawl this site for the AI',
    'scrape the help center into the KB',
    'scan a URL for the chatbot',
    'import our homepage as AI knowledge',
    'start a web crawl',
  ],
  'GET /knowledge-bases/crawler/status': [
    'is the website scan finished',
    'get the progress of a crawl',
    'how far is the AI training on our pages',
    'crawler seems stuck, check it',
    'did scraping the site fail',
    'are the pages still processing',
  ],
  'POST /knowledge-bases/crawler/train': [
    'teach the bot the pages the scan found',
    'train found web pages',
    'learn only these crawled URLs',
    'feed selected pages to the AI',
    'retrain the chatbot after our site changed',
    'make the assistant use the scraped content',
  ],
  'DELETE /knowledge-bases/crawler': [
    'make the bot forget an outdated web page',
    'delete web pages of a knowledge base',
    'remove crawled URLs from the KB',
    'AI quotes an old landing page, take it out',
    "drop the scraped blog from the chatbot's knowledge",
    'untrain these links',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
