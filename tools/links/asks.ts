import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with trigger links. */
export const asks = {
  'GET /links/id/{linkId}': [
    'where does this trigger link lead',
    'get one trigger link by id',
    'show a single tracked link',
    'redirect target of a link id',
    'merge field key of that link',
    'details of the short url with this id',
  ],
  'PUT /links/{linkId}': [
    'change where a trigger link points',
    'landing page moved, update the tracked link',
    'rename a trigger link',
    'redirect people to the new url',
    'fix a wrong address in a tracking link already sent',
    'swap the destination behind the short link',
  ],
  'DELETE /links/{linkId}': [
    'delete a trigger link',
    'remove an old tracked link',
    'get rid of a click tracking url',
    'kill this redirect for good',
    'clean up unused trigger links',
    'promo over, its short link must stop working',
  ],
  'GET /links/search': [
    'find a trigger link by name',
    'search tracked links for webinar',
    'is there a link named pricing',
    'look for the review link',
    'which trigger link contains this word',
    'lookup of a short url by part of its title',
  ],
  'GET /links/': [
    'list all trigger links',
    'what tracked links do we have',
    'show every click tracking url of the account',
    'overview of links with their targets',
    'all short links used in messages',
    'which redirects can fire an automation',
  ],
  'POST /links/': [
    'create a trigger link',
    'track who clicks the link in my email',
    'make a tracked url for the webinar page',
    'start an automation when somebody clicks a link',
    'short link for an SMS blast with click tracking',
    'want to know if leads open the offer page',
  ],
} as const satisfies Asks<typeof operations>;
