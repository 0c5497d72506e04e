/** Pages for people, beside the API: no token, no Version header, no limit. */
import type { Domain, PageReply } from '../domain.ts';
import type { World } from '../world.ts';

/** @returns undefined for what is no page */
export type GetPage = (method: string, url: string) => PageReply | undefined;

/** @param save Called when a page was opened: it may have left something behind. */
export function createPages(domains: readonly Domain[], world: World, save: () => void): GetPage {
  const pages = new Map(domains.flatMap(({ pages = {} }) => Object.entries(pages)));
  return (method, url) => {
    const [path = '', query = ''] = url.split('?', 2);
    const page = method === 'GET' ? pages.get(path) : undefined;
    if (page === undefined) return undefined;
    const reply = page(new URLSearchParams(query), world);
    save();
    return reply;
  };
}
