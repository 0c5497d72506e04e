/** Each location has a default knowledge base with questions and its website, and one for its staff. */
import type { SeedContext, SeedLocation } from '../../domain.ts';
import { discoverPages } from './discovery.ts';
import { crawls, faqs, type KnowledgeBase, knowledgeBases, pages } from './records.ts';

const answersForAll = (location: SeedLocation): readonly (readonly [question: string, answer: string])[] => [
  ['Where are you?', `${location.address}, ${location.city}, ${location.state} ${location.postalCode}.`],
  ['When are you open?', 'Monday to Friday from 9 to 18, Saturday from 9 to 13.'],
  ['How do I book?', `Online at ${location.website}/book or by telephone at ${location.phone}.`],
  ['Can I cancel?', 'Yes, free of charge until the day before.'],
  ['Which cards do you take?', 'All of the usual credit and debit cards.'],
];

export function seedKnowledgeBases(context: SeedContext): void {
  for (const location of context.locations) {
    const base = seedBase(context, location, 'Website and questions', true);
    for (const [question, answer] of answersForAll(location)) seedFaq(context, base, question, answer);
    seedWebsite(context, base, location);
    const internal = seedBase(context, location, 'For the team', false);
    seedFaq(context, internal, 'Who opens in the morning?', 'See the plan on the wall, it changes every week.');
  }
}

function seedBase({ world, daysAgo }: SeedContext, location: SeedLocation, name: string, isDefault: boolean) {
  const times = { createdAt: daysAgo(70), updatedAt: daysAgo(10) };
  return knowledgeBases(world).insert({ id: world.newId(), locationId: location.id, name, isDefault, ...times });
}

function seedFaq({ world, daysAgo }: SeedContext, base: KnowledgeBase, question: string, answer: string): void {
  faqs(world).insert({
    id: world.newId(),
    locationId: base.locationId,
    knowledgeBaseId: base.id,
    question,
    answer,
    trainedUrlId: world.newObjectId(),
    createdAt: daysAgo(60),
    updatedAt: daysAgo(60),
  });
}

/** The location's own website, half of it trained. */
function seedWebsite({ world, daysAgo }: SeedContext, base: KnowledgeBase, location: SeedLocation): void {
  const owner = { locationId: location.id, knowledgeBaseId: base.id };
  const times = { createdAt: daysAgo(50), updatedAt: daysAgo(50) };
  const crawl = crawls(world).insert({
    id: world.newObjectId(),
    ...owner,
    url: location.website,
    mode: 'Domain',
    ...times,
    endsAt: Date.parse(times.createdAt),
  });
  for (const [index, page] of discoverPages(new URL(location.website), 'Domain').entries()) {
    const state = { status: index < 3 ? 'Successful' : 'Pending', updatedAt: times.updatedAt } as const;
    pages(world).insert({ id: world.newObjectId(), ...owner, crawlId: crawl.id, ...page, ...state });
  }
}
