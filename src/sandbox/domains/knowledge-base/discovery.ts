/** The pages that a crawl of the sandbox finds: always the same for a URL, and never fetched. */
import { unprocessable } from '../../errors.ts';
import type { CrawlMode } from './records.ts';

export interface DiscoveredPage {
  readonly url: string;
  readonly title: string;
}

const belowPath = ['', 'about', 'services', 'contact'];
const inDomain = ['', 'about', 'services', 'prices', 'faq', 'contact'];

/** Throws a 422 for what is not the address of a website. */
export function parseWebsite(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) throw unprocessable(['url must be a URL address']);
  return parsed;
}

function nameOf(path: string, { hostname }: URL): string {
  return `${path === '' ? 'Home' : path.charAt(0).toUpperCase() + path.slice(1)} | ${hostname}`;
}

/** The page itself, the pages below its path, or those of the whole domain. */
export function discoverPages(website: URL, mode: CrawlMode): DiscoveredPage[] {
  if (mode === 'Exact') return [{ url: website.href, title: nameOf('', website) }];
  const base = mode === 'Domain' ? website.origin : website.origin + website.pathname;
  const paths = mode === 'Domain' ? inDomain : belowPath;
  const directory = base.endsWith('/') ? base : `${base}/`;
  return paths.map((path) => ({ url: directory + path, title: nameOf(path, website) }));
}
