import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  createPrivateIntegrationTokens,
  type PrivateIntegrationToken,
  validateToken,
} from '../../src/highlevel/auth/private-integration.ts';
import { Secret } from '../../src/highlevel/auth/secret.ts';
import { resolveNeededLevel } from '../../src/highlevel/auth/token-source.ts';
import { ConfigurationError } from '../../src/highlevel/errors/index.ts';
import { catchError, token } from './support.ts';

describe('Secret', () => {
  const secret = new Secret(token);

  it.each([
    ['a template', `${secret}`],
    ['concatenation', `token: ${String(secret)}`],
    ['JSON', JSON.stringify({ secret })],
    ['inspect', inspect({ secret }, { showHidden: true, depth: 5 })],
    ['its keys', Object.entries(secret).join()],
    ['a clone', JSON.stringify(structuredClone(Object.assign({}, secret)))],
    ['its fingerprint', secret.fingerprint()],
    ['a text that repeats it', secret.redactFrom(`{"sent":"Bearer ${token}","again":"${token}"}`)],
  ])('does not show in %s', (_, text) => {
    expect(text).not.toContain(token.slice(4));
  });

  it('tells tokens apart by fingerprint', () => {
    expect(secret.fingerprint()).toBe(new Secret(token).fingerprint());
    expect(secret.fingerprint()).not.toBe(new Secret(`${token}2`).fingerprint());
  });
});

describe('validateToken', () => {
  it.each([
    '',
    ' ',
    'pit-fake secret',
    'Bearer pit-fake',
    'pit-fake\n',
    'pit-fake\r\nx-injected: 1',
    'pit-fake\0',
    'pit-fäke',
    'pit-fake\u200b',
    'pit-fake\u007f',
    'x'.repeat(8193),
  ])('refuses %j without repeating it', (text) => {
    expect(() => validateToken(text)).toThrow(ConfigurationError);
    expect(() => validateToken(text)).toThrow(
      expect.objectContaining({ sent: 'no', message: expect.not.stringMatching(/fake|fäke|xxx/) }),
    );
  });

  it('accepts private integration tokens and JWTs', () => {
    expect(() => validateToken(token)).not.toThrow();
    expect(() => validateToken('eyJh.eyJz_-+/=.c2ln')).not.toThrow();
  });
});

describe('createPrivateIntegrationTokens', () => {
  const first = { token: 'pit-first', locationId: 'L1' };
  const second = { token: 'pit-second', locationId: 'L2' };
  const agency = { token: 'pit-agency', level: 'agency' } as const;
  const unbound = { token: 'pit-unbound' };

  it.each([
    ['the only token', [unbound], { locationId: 'L1', level: 'any' }, 'pit-unbound'],
    ['the only token, bound, when no location is named', [first], { level: 'any' }, 'pit-first'],
    ['the token of the location', [agency, first, second], { locationId: 'L2', level: 'any' }, 'pit-second'],
    ['the agency token for another location', [first, agency], { locationId: 'L9', level: 'location' }, 'pit-agency'],
    ['an unbound token before the agency one', [agency, unbound], { locationId: 'L9', level: 'any' }, 'pit-unbound'],
    ['the agency token for the agency', [first, agency], { locationId: 'L1', level: 'agency' }, 'pit-agency'],
    ['the agency token when nothing is named', [first, second, agency], { level: 'any' }, 'pit-agency'],
    ['the only token of a location', [agency, first], { level: 'location' }, 'pit-first'],
    ['what there is for the agency', [first], { level: 'agency' }, 'pit-first'],
  ] as const)('gives %s', async (_, tokens, need, expected) => {
    const { secret } = await createPrivateIntegrationTokens(tokens).resolveToken(need);
    expect(secret.reveal()).toBe(expected);
  });

  it('gives a key that the same tokens give again, in any order, and others do not', () => {
    const derive = (...tokens: readonly PrivateIntegrationToken[]) =>
      createPrivateIntegrationTokens(tokens).deriveKey('journal').toString('hex');
    expect(derive(first, second)).toBe(derive(second, first));
    expect(new Set([derive(first), derive(second), derive(first, second)]).size).toBe(3);
  });

  it('says of what level a token is', async () => {
    const levels = [unbound, first, agency].map(async (one) => {
      const { level } = await createPrivateIntegrationTokens([one]).resolveToken({ level: 'any' });
      return level;
    });
    expect(await Promise.all(levels)).toEqual(['unknown', 'location', 'agency']);
  });

  it('never sends a location its neighbour’s token', async () => {
    const source = createPrivateIntegrationTokens([first, second]);
    const error = await catchError(source.resolveToken({ locationId: 'L3', level: 'any' }));
    expect(error).toMatchObject({ kind: 'needs_another_token', sent: 'no', reason: 'no-token-for-location' });
  });

  it('asks for the location when several tokens would do', async () => {
    const error = await catchError(createPrivateIntegrationTokens([first, second]).resolveToken({ level: 'any' }));
    expect(error).toMatchObject({ kind: 'invalid_arguments', argument: 'locationId' });
  });

  it('needs at least one token', () => {
    expect(() => createPrivateIntegrationTokens([])).toThrow(ConfigurationError);
  });
});

it.each([
  [['bearer'], 'any'],
  [[], 'any'],
  [['Location-Access'], 'location'],
  [['Location-Access-Only'], 'location'],
  [['Agency-Access'], 'agency'],
  [['Agency-Access-Only'], 'agency'],
  [['Agency-Access', 'Location-Access'], 'any'],
])('security %j asks for a token of level %s', (security, level) => {
  expect(resolveNeededLevel({ security })).toBe(level);
});
