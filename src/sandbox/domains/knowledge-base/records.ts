/** Knowledge bases: questions with answers, and pages of websites that were crawled and trained. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface KnowledgeBase extends SandboxRecord {
  readonly name: string;
  readonly description?: string;
  readonly isDefault: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Faq extends SandboxRecord {
  readonly knowledgeBaseId: string;
  readonly question: string;
  readonly answer: string;
  readonly trainedUrlId: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export type CrawlMode = 'Exact' | 'Path' | 'Domain';

/** One search for the pages of a website. */
export interface Crawl extends SandboxRecord {
  readonly knowledgeBaseId: string;
  readonly url: string;
  readonly mode: CrawlMode;
  /** Epoch milliseconds at which the search ends. */
  readonly endsAt: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A page that a crawl found; `Successful` once it is trained. */
export interface Page extends SandboxRecord {
  readonly knowledgeBaseId: string;
  readonly crawlId: string;
  readonly url: string;
  readonly title: string;
  readonly status: 'Pending' | 'Successful';
  readonly updatedAt: string;
}

export const knowledgeBases = (world: World): Collection<KnowledgeBase> =>
  world.collection<KnowledgeBase>('knowledge-bases');
export const faqs = (world: World): Collection<Faq> => world.collection<Faq>('knowledge-base-faqs');
export const crawls = (world: World): Collection<Crawl> => world.collection<Crawl>('knowledge-base-crawls');
export const pages = (world: World): Collection<Page> => world.collection<Page>('knowledge-base-pages');

interface OfKnowledgeBase extends SandboxRecord {
  readonly knowledgeBaseId: string;
}

/** What belongs to one knowledge base, oldest first. */
export const partsOf = <T extends OfKnowledgeBase>(collection: Collection<T>, base: KnowledgeBase): T[] =>
  collection.inLocation(base.locationId).filter((part) => part.knowledgeBaseId === base.id);
