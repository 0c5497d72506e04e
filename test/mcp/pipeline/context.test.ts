import { describe, expect, it } from 'vitest';
import {
  assertOneLocation,
  assertWithinPin,
  listPinnedArguments,
  resolveContext,
} from '../../../src/mcp/pipeline/context.ts';
import { CallRefusal } from '../../../src/mcp/pipeline/refusal.ts';

const security = ['Location-Access'];
const byAlt = { security, context: { altId: 'location', altType: 'alt-type' } } as const;
const byBoth = { security, context: { companyId: 'company', locationId: 'location' } } as const;

describe('a pinned location', () => {
  it('is filled in wherever the operation names it', () => {
    const context = resolveContext(byAlt, { name: 'x' }, { locationId: 'L1' });
    expect(context.args).toEqual({ name: 'x', altId: 'L1', altType: 'location' });
    expect(context.locationId).toBe('L1');
  });

  it('is touched even when the operation has no argument for it', () => {
    expect(resolveContext({ security }, {}, { locationId: 'L1' })).toEqual({
      args: {},
      locationId: 'L1',
      companyId: undefined,
    });
  });

  it('may be repeated by the agent', () => {
    expect(resolveContext(byAlt, { altId: 'L1' }, { locationId: 'L1' }).args).toHaveProperty('altId', 'L1');
  });

  it.each([['L2'], [''], [null], [['L1']]])('lets no other value through: %j', (other) => {
    expect(() => resolveContext(byAlt, { altId: other }, { locationId: 'L1' })).toThrow(CallRefusal);
  });

  it('is compared with, but not put into, an argument that must be spoken', () => {
    const target = { security, context: { locationId: 'location' } } as const;
    expect(resolveContext(target, {}, { locationId: 'L1' }, ['locationId']).args).toEqual({});
    expect(() => resolveContext(target, { locationId: 'L2' }, { locationId: 'L1' }, ['locationId'])).toThrow(
      CallRefusal,
    );
  });
});

describe('a pin is not walked around', () => {
  it.each([
    [{ payload: { locationId: 'L2' } }],
    [{ items: [{ deep: { location_id: 'L2' } }] }],
    [{ providerLocationId: 'L2' }],
    [{ details: { altId: 'L2', altType: 'location' } }],
    [{ filter: { locationIds: ['L1', 'L2'] } }],
    [{ showToAllLocations: true }],
  ])('by %j', (args) => {
    expect(() => assertWithinPin(args, 'L1')).toThrow(CallRefusal);
    expect(() => assertWithinPin(args, undefined)).not.toThrow();
  });

  it.each([
    [{ payload: { locationId: 'L1' } }],
    [{ altId: 'message-id-of-a-provider' }],
    [{ showToAllLocations: false }],
  ])('%j is fine', (args) => {
    expect(() => assertWithinPin(args, 'L1')).not.toThrow();
  });
});

describe('a write is about one location', () => {
  it.each([[{ payload: { locationId: 'L2' } }], [{ details: { altId: 'L2', altType: 'location' } }]])(
    'so %j is refused',
    (args) => {
      expect(() => assertOneLocation({ locationId: 'L1', ...args }, 'L1')).toThrow(CallRefusal);
      expect(() => assertOneLocation(args, undefined)).not.toThrow();
    },
  );

  it('which it may name at any depth', () => {
    expect(() => assertOneLocation({ locationId: 'L1', payload: { locationId: 'L1' } }, 'L1')).not.toThrow();
  });
});

it('an operation of the agency is not said to touch the pinned location', () => {
  expect(resolveContext({ security: ['Agency-Access'] }, {}, { locationId: 'L1' }).locationId).toBeUndefined();
});

describe('a list of locations', () => {
  const bulk = { security, context: { locationIds: 'location-list' } } as const;

  it.each([[['L1']], [undefined], [[]]])('may name the pinned one: %j', (list) => {
    const args = list === undefined ? {} : { locationIds: list };
    expect(resolveContext(bulk, args, { locationId: 'L1' }).args).toEqual(args);
  });

  it.each([[['L1', 'L2']], [['L2']], ['L2'], ['["L2"]'], [[null]]])('and no other: %j', (list) => {
    expect(() => resolveContext(bulk, { locationIds: list }, { locationId: 'L1' })).toThrow(CallRefusal);
  });

  it('stays visible and is never filled in', () => {
    expect(listPinnedArguments(bulk.context, { locationId: 'L1' })).toEqual([]);
    expect(resolveContext(bulk, {}, { locationId: 'L1' }).args).toEqual({});
    expect(resolveContext(bulk, { locationIds: ['a', 'b'] }, {}).args).toEqual({ locationIds: ['a', 'b'] });
  });
});

describe('without a pin', () => {
  it('the argument decides, and altType fills itself in', () => {
    const context = resolveContext(byAlt, { altId: 'L9' }, {});
    expect(context.args).toEqual({ altId: 'L9', altType: 'location' });
    expect(context.locationId).toBe('L9');
  });

  it('altType stays out where the id beside it does', () => {
    expect(resolveContext(byAlt, { name: 'x' }, {}).args).toEqual({ name: 'x' });
  });

  it.each(['company', 7, null])('altType is nothing else: %j', (altType) => {
    expect(() => resolveContext(byAlt, { altId: 'L9', altType }, {})).toThrow(CallRefusal);
  });

  it('nothing is invented', () => {
    expect(resolveContext(byBoth, {}, {})).toEqual({ args: {}, locationId: undefined, companyId: undefined });
  });
});

it('agents see the arguments that are theirs to fill', () => {
  expect(listPinnedArguments(byAlt.context, {})).toEqual(['altType']);
  expect(listPinnedArguments(byAlt.context, { locationId: 'L1' })).toEqual(['altId', 'altType']);
  expect(listPinnedArguments(byBoth.context, { locationId: 'L1' })).toEqual(['locationId']);
  expect(listPinnedArguments(byBoth.context, { locationId: 'L1' }, ['locationId'])).toEqual([]);
  expect(listPinnedArguments(undefined, { locationId: 'L1' })).toEqual([]);
});
