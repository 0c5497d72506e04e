/** Which operations of publishing and of people's answers are kept in the world, and which the core makes up. */
import { expect, test } from 'vitest';
import type { Operations } from '../../../src/catalogue/operation.ts';
import type { Domain } from '../../../src/sandbox/domain.ts';
import { domain as blogs } from '../../../src/sandbox/domains/blogs/index.ts';
import { domain as emails } from '../../../src/sandbox/domains/emails/index.ts';
import { domain as forms } from '../../../src/sandbox/domains/forms/index.ts';
import { domain as funnels } from '../../../src/sandbox/domains/funnels/index.ts';
import { domain as links } from '../../../src/sandbox/domains/links/index.ts';
import { domain as medias } from '../../../src/sandbox/domains/medias/index.ts';
import { domain as social } from '../../../src/sandbox/domains/social-media-posting/index.ts';
import { domain as surveys } from '../../../src/sandbox/domains/surveys/index.ts';
import { createSeedContext, seedWorld } from '../../../src/sandbox/seed/seed.ts';
import { createWorldStore } from '../../../src/sandbox/store/world.ts';
import { operations as blogOperations } from '../../../tools/blogs/operations.gen.ts';
import { operations as emailOperations } from '../../../tools/emails/operations.gen.ts';
import { operations as formOperations } from '../../../tools/forms/operations.gen.ts';
import { operations as funnelOperations } from '../../../tools/funnels/operations.gen.ts';
import { operations as linkOperations } from '../../../tools/links/operations.gen.ts';
import { operations as mediaOperations } from '../../../tools/medias/operations.gen.ts';
import { operations as socialOperations } from '../../../tools/social-media-posting/operations.gen.ts';
import { operations as surveyOperations } from '../../../tools/surveys/operations.gen.ts';
import { startTime } from '../checked.ts';

const pairs: readonly (readonly [Domain, Operations])[] = [
  [blogs, blogOperations],
  [emails, emailOperations],
  [forms, formOperations],
  [funnels, funnelOperations],
  [links, linkOperations],
  [medias, mediaOperations],
  [social, socialOperations],
  [surveys, surveyOperations],
];

/** Signing in to a network, and what is found there: neither is HighLevel's own. */
const madeUp = /^GET \/social-media-posting\/oauth\//;

test.each(pairs.map(([domain, operations]) => [domain.name, domain, operations] as const))(
  '%s: every operation has a handler unless its answer comes from a network',
  (_name, domain, operations) => {
    const expected = Object.keys(operations).filter((key) => !madeUp.test(key));
    expect(Object.keys(domain.handlers).toSorted()).toEqual(expected.toSorted());
  },
);

test('what the networks answer is made up for sixteen operations', () => {
  expect(Object.keys(socialOperations).filter((key) => madeUp.test(key))).toHaveLength(16);
});

test('the same seed makes the same records, in both locations', () => {
  const build = () => {
    const { world } = createWorldStore({ seed: 7, indexLagMs: 0, now: () => startTime });
    seedWorld(world, [blogs, links, medias, forms, surveys, funnels, social]);
    return world;
  };
  const [first, again] = [build(), build()];
  const { locations } = createSeedContext(createWorldStore({ seed: 7, indexLagMs: 0, now: () => startTime }).world);
  for (const name of ['blog-posts', 'trigger-links', 'media-objects', 'form-submissions', 'funnels', 'social-posts']) {
    for (const { id } of locations) {
      const records = first.collection(name).inLocation(id);
      expect(records.length, name).toBeGreaterThan(1);
      expect(again.collection(name).inLocation(id)).toEqual(records);
    }
  }
});
