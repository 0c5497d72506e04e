/** Websites: searched for pages, which are then chosen and trained. A search takes a while by the world's clock. */
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { hasWords } from '../payments/lists.ts';
import { takeNumberedPage } from '../shared/pages.ts';
import { resolveBase } from './bases.ts';
import { discoverPages, parseWebsite } from './discovery.ts';
import { type Crawl, crawls, type KnowledgeBase, type Page, pages, partsOf } from './records.ts';

const searchDurationMs = 2_000;
const defaultPageLength = 20;

function resolveCrawl(world: World, base: KnowledgeBase, id: string): Crawl {
  const crawl = crawls(world).get(id);
  if (crawl?.knowledgeBaseId !== base.id) throw badRequest('Operation not found');
  return crawl;
}

/** The pages of those ids. Throws a 400 when one is not among the known ones. */
function resolvePages(known: readonly Page[], ids: readonly string[]): Page[] {
  return ids.map((id) => {
    const page = known.find((candidate) => candidate.id === id);
    if (page === undefined) throw badRequest(`Url with id ${id} not found`);
    return page;
  });
}

const baseOfBody = (request: SandboxRequest, world: World): KnowledgeBase =>
  resolveBase(world, request.locationId, request.body.knowledgeBaseId);

const hasEnded = (crawl: Crawl, world: World): boolean => world.now() >= crawl.endsAt;

const pagesOfCrawl = (world: World, crawl: Crawl): Page[] =>
  pages(world)
    .inLocation(crawl.locationId)
    .filter((page) => page.crawlId === crawl.id);

function formatPage({ crawlId: _crawlId, ...page }: Page): object {
  const content = `https://files.example.com/knowledge-base/${page.id}.txt`;
  return { ...page, content, contentEditedByUser: false };
}

function formatDetails(crawl: Crawl, found: readonly Page[], status: string): object {
  const { id, endsAt: _endsAt, ...details } = crawl;
  const trained = found.filter((page) => page.status === 'Successful').length;
  return { _id: id, ...details, status, discoveredUrlsCount: found.length, trainedUrlsCount: trained, __v: 0 };
}

/** Pages by status, as the documents group them. */
function groupPages(found: readonly Page[]): object[] {
  return [...Map.groupBy(found, (page) => page.status)].map(([status, group]) => ({
    _id: status,
    records: group.map(({ id, url, title }) => ({ id, url, title })),
  }));
}

export const crawlerHandlers: Handlers = {
  'POST /knowledge-bases/crawler': (request, world) => {
    const base = baseOfBody(request, world);
    const { url, option } = request.body;
    const found = discoverPages(parseWebsite(url), option);
    const now = world.timestamp();
    const owner = { locationId: base.locationId, knowledgeBaseId: base.id };
    const crawl = crawls(world).insert({
      id: world.newObjectId(),
      ...owner,
      url,
      mode: option,
      createdAt: now,
      updatedAt: now,
      endsAt: world.now() + searchDurationMs,
    });
    for (const page of found) {
      const state = { status: 'Pending', updatedAt: now } as const;
      pages(world).insert({ id: world.newObjectId(), ...owner, crawlId: crawl.id, ...page, ...state });
    }
    return { body: { success: true, data: { operationId: crawl.id, status: 'Processing', url } } };
  },

  'GET /knowledge-bases/crawler/status': (request, world) => {
    const { knowledgeBaseId, operationId } = request.query;
    const crawl = resolveCrawl(world, resolveBase(world, request.locationId, knowledgeBaseId), operationId);
    const ended = hasEnded(crawl, world);
    const found = ended ? pagesOfCrawl(world, crawl) : [];
    const operationDetails = formatDetails(crawl, found, ended ? 'Successful' : 'Processing');
    return { body: { success: true, data: { aggregate: groupPages(found), operationDetails } } };
  },

  'POST /knowledge-bases/crawler/train': (request, world) => {
    const base = baseOfBody(request, world);
    const { operationId, urlIds } = request.body;
    const crawl = resolveCrawl(world, base, operationId);
    if (!hasEnded(crawl, world)) throw badRequest('Crawling is still in progress');
    const updatedAt = world.timestamp();
    for (const page of resolvePages(pagesOfCrawl(world, crawl), urlIds))
      pages(world).update(page.id, { status: 'Successful', updatedAt });
    crawls(world).update(crawl.id, { updatedAt });
    return { body: { success: true } };
  },

  'GET /knowledge-bases/crawler': (request, world) => {
    const { knowledgeBaseId, query } = request.query;
    const base = resolveBase(world, request.locationId, knowledgeBaseId);
    const trained = pages(world)
      .indexed(request.locationId)
      .filter(
        (page) => page.knowledgeBaseId === base.id && page.status === 'Successful' && hasWords(query, [page.url]),
      );
    const page = Math.max(1, request.query.page ?? 1);
    const pageLength = Math.max(1, request.query.pageLength ?? defaultPageLength);
    return { body: { count: trained.length, urls: takeNumberedPage(trained, page, pageLength).map(formatPage) } };
  },

  'DELETE /knowledge-bases/crawler': (request, world) => {
    const known = partsOf(pages(world), baseOfBody(request, world));
    for (const page of resolvePages(known, request.body.urlIds)) pages(world).delete(page.id);
    return { body: { success: true } };
  },
};
