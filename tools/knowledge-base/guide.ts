import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

const baseId = 'from knowledge_base_base_list';

export const guides = {
  'GET /knowledge-bases/': {
    name: 'knowledge_base_base_list',
    title: 'List knowledge bases',
    summary: 'Knowledge bases of a location, with the ids that the other calls and AI agents take. Searches by name.',
    risk: 'read',
    paging: {
      style: 'last-id',
      items: 'data.knowledgeBases',
      total: 'data.activeCount',
      size: 'limit',
      defaultSize: 20,
      next: { lastKnowledgeBaseId: 'data.lastKnowledgeBaseId' },
    },
    hints: { query: 'part of the name', lastKnowledgeBaseId: 'data.lastKnowledgeBaseId of the page before' },
    words: ['AI training', 'bot knowledge', 'documents', 'sources'],
  },
  'GET /knowledge-bases/{knowledgeBaseId}': {
    name: 'knowledge_base_base_get',
    title: 'Get a knowledge base',
    summary:
      'One knowledge base with counts of FAQs, web pages, files, tables. The entries: knowledge_base_faq_list, knowledge_base_page_list.',
    risk: 'read',
    hints: { knowledgeBaseId: baseId },
    words: ['AI training', 'how many sources'],
  },
  'POST /knowledge-bases/': {
    name: 'knowledge_base_base_create',
    title: 'Create a knowledge base',
    summary:
      'Creates an empty knowledge base, at most 15 for a location. Fill it: knowledge_base_faq_create, knowledge_base_crawl_start.',
    notes: [
      'Then give its id to an agent, with conversation_ai_agent_update or voice_ai_action_create.',
      'Files, tables and rich text can only be added in HighLevel itself.',
      'Calling twice creates two.',
    ],
    risk: 'write',
    findOut: {
      looks: [
        {
          // A location has at most 15.
          steps: [{ ask: 'GET /knowledge-bases/', with: { limit: 20 } }],
          records: 'data.knowledgeBases',
          match: { name: 'name' },
          created: 'createdAt',
          complete: true,
        },
      ],
      check: 'knowledge_base_base_list shows whether a knowledge base of this name is there.',
    },
    words: ['AI training', 'bot knowledge'],
  },
  'PUT /knowledge-bases/{id}': {
    name: 'knowledge_base_base_update',
    title: 'Rename a knowledge base',
    summary: 'Changes name or description of a knowledge base; what it holds stays.',
    risk: 'write',
    idempotent: true,
    hints: { id: baseId },
    words: ['description', 'rename', 'AI training'],
  },
  'DELETE /knowledge-bases/{knowledgeBaseId}': {
    name: 'knowledge_base_base_delete',
    title: 'Delete a knowledge base',
    summary:
      'Deletes a knowledge base with all FAQs, pages and files in it, for good; AI agents that use it answer without it from then on.',
    risk: 'high-impact',
    idempotent: true,
    hints: { knowledgeBaseId: baseId },
    words: ['remove bot knowledge', 'AI training', 'delete sources'],
  },
  'GET /knowledge-bases/faqs': {
    name: 'knowledge_base_faq_list',
    title: 'List FAQs',
    summary: 'Questions and answers in one knowledge base, 10 a page unless limit says more. There is no text search.',
    risk: 'read',
    paging: {
      style: 'last-id',
      items: 'faqs',
      total: 'count',
      size: 'limit',
      defaultSize: 10,
      next: { lastFaqId: 'lastFaqId' },
    },
    hints: { knowledgeBaseId: baseId, lastFaqId: 'lastFaqId of the page before' },
    words: ['questions', 'answers', 'Q&A', 'bot knowledge'],
  },
  'POST /knowledge-bases/faqs': {
    name: 'knowledge_base_faq_create',
    title: 'Add a FAQ',
    summary:
      'Teaches AI agents of a knowledge base a question and answer. Duplicates are not refused: look in knowledge_base_faq_list first.',
    notes: ['Agents use it with real people soon after.', 'One call for each question; calling twice adds it twice.'],
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /knowledge-bases/faqs', with: { knowledgeBaseId: '$knowledgeBaseId', limit: 100 } }],
          records: 'faqs',
          match: { question: 'question', answer: 'answer' },
          created: 'createdAt',
        },
      ],
      check: 'knowledge_base_faq_list shows the questions of the knowledge base.',
    },
    hints: { knowledgeBaseId: baseId },
    words: ['question', 'answer', 'train bot', 'teach AI'],
    examples: [
      {
        ask: 'Teach the bot that we are closed on Sundays',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          knowledgeBaseId: '710KoEzy793Fxubft0bc',
          question: 'Are you open on Sundays?',
          answer: 'No, we are closed on Sundays. From Monday to Saturday we are open from 9 to 18.',
        },
      },
    ],
  },
  'PUT /knowledge-bases/faqs/{id}': {
    name: 'knowledge_base_faq_update',
    title: 'Change a FAQ',
    summary: 'Replaces question and answer of one FAQ; both are required, so send the unchanged one too.',
    risk: 'write',
    idempotent: true,
    hints: { id: 'FAQ id, from knowledge_base_faq_list' },
    words: ['correct answer', 'wrong bot answer', 'Q&A'],
  },
  'DELETE /knowledge-bases/faqs/{id}': {
    name: 'knowledge_base_faq_delete',
    title: 'Delete a FAQ',
    summary: 'Deletes one question and answer for good; AI agents stop using it.',
    risk: 'high-impact',
    idempotent: true,
    hints: { id: 'FAQ id, from knowledge_base_faq_list' },
    words: ['remove question', 'unlearn'],
  },
  'GET /knowledge-bases/crawler': {
    name: 'knowledge_base_page_list',
    title: 'List web pages of a knowledge base',
    summary:
      'Web pages found or trained for a knowledge base, with status and the ids for training and deleting. Agents use trained ones only.',
    notes: ['content is the address of the stored text, not the text.'],
    risk: 'read',
    paging: {
      style: 'page-limit',
      items: 'urls',
      total: 'count',
      size: 'pageLength',
      offset: 'page',
      firstPage: 1,
    },
    hints: { knowledgeBaseId: baseId, query: 'part of the URL', pageLength: 'pages of the site per answer' },
    words: ['website', 'URLs', 'trained pages', 'crawled'],
  },
  'POST /knowledge-bases/crawler': {
    name: 'knowledge_base_crawl_start',
    title: 'Find the pages of a website',
    summary:
      'Step 1 of learning a website: finds its pages in the background. Poll knowledge_base_crawl_get, then knowledge_base_page_train.',
    notes: [
      'It teaches nothing yet; the operationId of the answer is for polling.',
      'Usage may be billed and a Domain can be large: begin with Exact or Path.',
      'Calling twice starts two crawls.',
    ],
    risk: 'write',
    openWorld: true,
    findOut: {
      looks: [],
      check:
        'A search cannot be found without its id; to search again does no harm, nothing is learned before knowledge_base_page_train.',
    },
    hints: {
      knowledgeBaseId: baseId,
      url: 'with https://',
      option: 'Exact: this page; Path: below it; Domain: whole site',
    },
    words: ['website', 'scrape', 'train on site', 'learn', 'import URL'],
    examples: [
      {
        ask: 'Let the bot learn our help pages',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          knowledgeBaseId: '710KoEzy793Fxubft0bc',
          url: 'https://www.example.com/help',
          option: 'Path',
        },
      },
    ],
  },
  'GET /knowledge-bases/crawler/status': {
    name: 'knowledge_base_crawl_get',
    title: 'Get the progress of a crawl',
    summary:
      'Progress of finding or training web pages, with page ids. Poll until the status is no longer Pending, Processing or Training.',
    notes: ['The status is operationDetails.status; aggregate holds the pages grouped by status (_id).'],
    risk: 'read',
    hints: { operationId: 'from knowledge_base_crawl_start', knowledgeBaseId: baseId },
    words: ['progress', 'status', 'finished', 'website training'],
  },
  'POST /knowledge-bases/crawler/train': {
    name: 'knowledge_base_page_train',
    title: 'Train found web pages',
    summary:
      'Step 2 of learning a website: trains chosen pages of a finished knowledge_base_crawl_start, in the background. Agents then use them.',
    notes: [
      'Success only means that it began: knowledge_base_crawl_get and knowledge_base_page_list show the result of each page.',
    ],
    risk: 'write',
    openWorld: true,
    findOut: {
      looks: [
        {
          steps: [
            {
              ask: 'GET /knowledge-bases/crawler',
              with: { knowledgeBaseId: '$knowledgeBaseId', page: 1, pageLength: 100 },
            },
          ],
          records: 'urls',
          match: { id: 'urlIds.0' },
          created: 'updatedAt',
        },
      ],
      check: 'knowledge_base_page_list shows the pages that are trained.',
    },
    hints: {
      knowledgeBaseId: baseId,
      operationId: 'from knowledge_base_crawl_start',
      urlIds: 'page ids, not URLs; from knowledge_base_crawl_get',
    },
    words: ['website', 'learn', 'ingest', 'teach AI'],
    examples: [
      {
        ask: 'Train the two pages that were found',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          knowledgeBaseId: '710KoEzy793Fxubft0bc',
          operationId: '688b640bcb02d498102a13f0',
          urlIds: ['688b640bcb02d498102a13ec', '688b640bcb02d498102a13ea'],
        },
      },
    ],
  },
  'DELETE /knowledge-bases/crawler': {
    name: 'knowledge_base_page_delete',
    title: 'Delete web pages of a knowledge base',
    summary:
      'Deletes the listed pages from a knowledge base; agents stop using them. The website is untouched, and pages can be learnt again by a new crawl.',
    risk: 'high-impact',
    idempotent: true,
    deletes: { each: ['urlIds[]'] },
    hints: { knowledgeBaseId: baseId, urlIds: 'page ids, not URLs; from knowledge_base_page_list' },
    words: ['website', 'unlearn', 'remove URL', 'outdated'],
  },
} as const satisfies Guides<typeof operations>;
