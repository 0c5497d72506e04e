/**
 * What must not be written, by its shape. Patterns are read over bytes as latin1, encrypted ones among them: each is long
 * enough that no run of the tests meets one by chance.
 */

/** Tokens and other secrets; or what names a person: telephone numbers and e-mail addresses. */
export type LeakClass = 'secret' | 'person';

export interface LeakKind {
  readonly name: string;
  readonly class: LeakClass;
  readonly pattern: RegExp;
}

/** As they are, URL-encoded, and as JSON may escape them. */
const AT = '(?:@|%40|\\\\u0040)';
const PLUS = '(?:\\+|%2[Bb]|\\\\u002[Bb])';
/** Reserved ones, which all tests use, and the most usual. Not just any: two letters stand behind a dot in noise, too. */
const DOMAINS = 'com|net|org|info|test|example|invalid|edu|gov|io|dev|app|co|de|uk';

export const leakKinds: readonly LeakKind[] = [
  { name: 'private integration token', class: 'secret', pattern: /(?<![A-Za-z0-9])pit-[A-Za-z0-9][\w-]{2,80}/g },
  { name: 'JWT', class: 'secret', pattern: /eyJ[\w-]{8,2000}\.[\w-]{8,4000}\.[\w-]{0,1000}/g },
  { name: 'token of a client of ours', class: 'secret', pattern: /hlmcp_[\w-]{16,80}/g },
  { name: 'bearer token', class: 'secret', pattern: /Bearer(?: |%20|\+)[\w.~+/-]{12,4000}/g },
  {
    name: "sandbox's OAuth secret",
    class: 'secret',
    pattern: /sandbox-(?:refresh-[0-9a-f]{8}|client-secret|code-\w{4})[\w-]{0,80}/g,
  },
  {
    name: 'e-mail address',
    class: 'person',
    pattern: new RegExp(
      `(?<=[\\w.+-]{2}|\\b\\w)${AT}(?:[A-Za-z0-9-]{1,63}\\.){0,8}[A-Za-z0-9-]{3,63}\\.(?:${DOMAINS})\\b`,
      'gi',
    ),
  },
  {
    name: 'telephone number',
    class: 'person',
    pattern: new RegExp(`(?<![\\w.])${PLUS}[1-9](?:[ ().-]{0,2}\\d){8,14}(?!\\d)`, 'g'),
  },
  {
    name: 'telephone number, as Americans write it',
    class: 'person',
    pattern: /(?<![\w.-])(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\w-])/g,
  },
];
