import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with funnels, websites and redirects. */
export const asks = {
  'GET /funnels/funnel/list': [
    'which funnels does this client have',
    'list funnels and websites',
    'find the webinar landing page funnel',
    'what sites have we built here',
    'steps of our sales funnel',
    'is there an opt-in funnel in this sub-account',
    'show all websites of the location',
  ],
  'GET /funnels/page': [
    'which pages are in the sales funnel',
    "list a funnel's pages",
    'find the thank you page',
    'what landing pages belong to this website',
    'page id of the checkout step',
    "name every page on the client's site",
  ],
  'GET /funnels/page/count': [
    'how many pages does this site have',
    "count a funnel's pages",
    'number of landing pages in the funnel',
    "size of the client's website in pages",
    'is the website over fifty pages',
    'total pages without listing them',
  ],
  'GET /funnels/lookup/redirect/list': [
    'which links forward somewhere else',
    'list URL redirects',
    'where does our old promo address point',
    '301s set up on the domain',
    'show forwarded paths of the website',
    'find the redirect for slash offer',
  ],
  'POST /funnels/lookup/redirect': [
    'send visitors from the old page to the new one',
    'create a URL redirect',
    'forward slash promo to our booking page',
    'set up a 301 for a renamed page',
    'old link gives 404, point it somewhere',
    'make a short vanity link on our domain',
  ],
  'PATCH /funnels/lookup/redirect/{id}': [
    'point the existing redirect at another page',
    'change a URL redirect',
    'forwarding goes to the wrong target, fix it',
    'update where the promo link lands',
    'switch the 301 destination',
    "redirect now to this year's offer instead",
  ],
  'DELETE /funnels/lookup/redirect/{id}': [
    'stop forwarding that old link',
    'delete a URL redirect',
    'remove a 301 from the domain',
    'get rid of the promo forwarding',
    'turn off a redirect that loops',
    'let people reach the original page again',
  ],
} as const satisfies Asks<typeof operations>;
