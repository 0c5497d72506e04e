/** The term a word is searched by: its stem, unless the stemmer would make two things one or one thing two. */
import { stem } from 'porter2';

/** Words the stemmer would throw together with others: "customer" with "custom", "settings" with "set". */
const kept = new Set(
  `customer setting recording opening rating important conversion posting authorization greeting listing training
  messenger general community`.split(/\s+/),
);

/** Irregular forms, and spellings that differ by country. */
const forms: Readonly<Record<string, string>> = {
  sent: 'send',
  paid: 'pay',
  bought: 'buy',
  sold: 'sell',
  wrote: 'write',
  written: 'write',
  built: 'build',
  gave: 'give',
  given: 'give',
  took: 'take',
  taken: 'take',
  ran: 'run',
  made: 'make',
  went: 'go',
  gone: 'go',
  said: 'say',
  spoke: 'speak',
  spoken: 'speak',
  kept: 'keep',
  met: 'meet',
  held: 'hold',
  chosen: 'choose',
  chose: 'choose',
  came: 'come',
  saw: 'see',
  seen: 'see',
  told: 'tell',
  colour: 'color',
  colours: 'color',
  catalogue: 'catalog',
  catalogues: 'catalog',
  fulfilment: 'fulfillment',
  organisation: 'organization',
  organisations: 'organization',
  cheque: 'check',
  authorise: 'authorization',
  authorize: 'authorization',
  authorisation: 'authorization',
  people: 'person',
  children: 'child',
};

export function toTerm(word: string): string {
  const form = Object.hasOwn(forms, word) ? (forms[word] ?? word) : word;
  const singular = form.endsWith('s') ? form.slice(0, -1) : form;
  return kept.has(singular) ? singular : stem(form);
}
