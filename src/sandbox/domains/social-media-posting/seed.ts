/** For every location: accounts of three networks, a month of posts, labels, comments and a running queue. */
import type { SeedContext, SeedLocation } from '../../domain.ts';
import { connectAccount } from './accounts.ts';
import { fillQueue } from './queue/content.ts';
import { type CategoryQueue, categoryQueues } from './queue/records.ts';
import { restartQueue } from './queue/run.ts';
import {
  type SocialAccount,
  type SocialPost,
  socialAccounts,
  socialCategories,
  socialComments,
  socialGroups,
  socialPosts,
  socialTags,
} from './records.ts';

interface PostSketch {
  readonly summary: string;
  /** Negative: in the future. */
  readonly daysAgo: number;
  readonly status: SocialPost['status'];
  readonly category?: 'Tips' | 'Offers';
}

const sketches: readonly PostSketch[] = [
  { summary: 'Three small habits that make a difference.', daysAgo: 26, status: 'published', category: 'Tips' },
  { summary: 'Meet the newest member of our team.', daysAgo: 19, status: 'published' },
  { summary: 'This month: bring a friend, both of you save.', daysAgo: 12, status: 'published', category: 'Offers' },
  { summary: 'The question we hear most, answered.', daysAgo: 5, status: 'published', category: 'Tips' },
  { summary: 'A look behind the scenes.', daysAgo: 2, status: 'failed' },
  { summary: 'Our hours over the holidays.', daysAgo: -4, status: 'scheduled' },
  { summary: 'Last days of the seasonal offer.', daysAgo: -8, status: 'in_review', category: 'Offers' },
  { summary: 'Idea: a story of a happy customer.', daysAgo: 1, status: 'draft' },
];

function seedAccounts({ world, daysAgo, between }: SeedContext, location: SeedLocation): SocialAccount[] {
  const { id: locationId, name } = location;
  const accounts = ['facebook', 'instagram', 'google'].map((platform) => {
    const account = { locationId, platform, name, oauthId: world.newObjectId() };
    const originId = `${between(10_000_000, 99_999_999)}${between(10_000_000, 99_999_999)}`;
    const createdAt = daysAgo(150);
    return connectAccount(world, { ...account, originId, createdAt, updatedAt: createdAt });
  });
  const accountIds = accounts.map(({ id }) => id);
  socialGroups(world).insert({ id: world.newObjectId(), locationId, name: 'Primary', accountIds });
  return accounts;
}

/** Ids by name. */
function seedCategories({ world, daysAgo }: SeedContext, locationId: string, createdBy: string): Map<string, string> {
  const base = { locationId, createdBy, createdAt: daysAgo(140) };
  const colors = [
    ['Tips', '#004EEB', '#EFF4FF'],
    ['Offers', '#C11574', '#FDF2FA'],
    ['News', '#027A48', '#ECFDF3'],
  ] as const;
  return new Map(
    colors.map(([name, primaryColor, secondaryColor]) => {
      const category = { id: world.newObjectId(), ...base, name, primaryColor, secondaryColor };
      return [name, socialCategories(world).insert(category).id];
    }),
  );
}

function seedPosts(
  { world, daysAgo }: SeedContext,
  accounts: readonly SocialAccount[],
  categories: ReadonlyMap<string, string>,
  createdBy: string,
): SocialPost[] {
  const locationId = accounts[0]?.locationId ?? '';
  const tags = ['community', 'seasonal'].map(
    (tag) =>
      socialTags(world).insert({ id: world.newObjectId(), locationId, tag, createdBy, createdAt: daysAgo(140) }).id,
  );
  return sketches.map((sketch, index) => {
    const { summary, status, category } = sketch;
    const date = daysAgo(sketch.daysAgo);
    const createdAt = daysAgo(Math.max(sketch.daysAgo, 0) + 1);
    const categoryId = categories.get(category ?? '');
    const review = { approver: createdBy, approvalStatus: 'pending' } as const;
    return socialPosts(world).insert({
      ...{ id: world.newObjectId(), locationId, type: 'post', summary, status, source: 'composer', createdBy },
      accountIds: accounts.slice(0, 1 + (index % 2)).map(({ id }) => id),
      tags: tags.slice(0, index % 3),
      ...(categoryId !== undefined && { categoryId }),
      ...(status === 'published' && { publishedAt: date }),
      ...(status !== 'draft' && { scheduleDate: date }),
      ...(status === 'failed' && { error: 'Failed due to auth token' }),
      ...(status === 'in_review' && { postApprovalDetails: review }),
      ...{ createdAt, updatedAt: createdAt },
    });
  });
}

/** Three people under the first post on Facebook; the last one is answered. */
function seedComments({ world, daysAgo, peopleIn }: SeedContext, post: SocialPost): void {
  const originId = socialAccounts(world).get(post.accountIds[0] ?? '')?.originId ?? '';
  const { locationId } = post;
  const base = { locationId, platform: 'facebook', postId: post.id, originId, attachments: [] };
  const texts = ['Good to know, thank you!', 'Does this work for children too?', 'When are you open on Saturday?'];
  for (const [index, content] of texts.entries()) {
    const person = peopleIn(locationId)[index * 7];
    if (person === undefined) continue;
    const author = { id: `1000${index}${post.id.slice(0, 8)}`, name: `${person.firstName} ${person.lastName}` };
    const comment = socialComments(world).insert({
      ...{ ...base, id: world.newObjectId(), content, author, likesOfOthers: 2 - index, isLiked: false },
      ...{ isRead: index < 2, publishedAt: daysAgo(25 - index) },
    });
    if (index < 2) continue;
    socialComments(world).insert({
      ...{ ...base, id: world.newObjectId(), content: 'From nine to one.', repliesTo: comment.id, likesOfOthers: 0 },
      ...{ author: { id: originId, name: 'We' }, isLiked: false, isRead: true, publishedAt: daysAgo(22.5) },
    });
  }
}

/** The tips go out again on Tuesdays and Thursdays. */
function seedQueue({ world, daysAgo }: SeedContext, tips: readonly SocialPost[], createdBy: string): void {
  const [first] = tips;
  if (first?.categoryId === undefined) return;
  const createdAt = daysAgo(4);
  const queue: CategoryQueue = categoryQueues(world).insert({
    ...{ id: world.newObjectId(), locationId: first.locationId, categoryId: first.categoryId, status: 'active' },
    timeSlots: [2, 4].map((dayOfWeek) => ({ id: world.newObjectId(), dayOfWeek, time: '09:00' })),
    ...{ enableFuturePosts: true, prioritizeNewContent: false, skipDateTime: [], currentOrder: 0 },
    ...{ startDate: createdAt, createdBy, createdAt, updatedAt: createdAt },
  });
  fillQueue(world, queue, tips);
  restartQueue(world, queue.id);
}

export function seedSocial(context: SeedContext): void {
  for (const location of context.locations) {
    const createdBy = context.usersIn(location.id)[0]?.userId ?? '';
    const accounts = seedAccounts(context, location);
    const categories = seedCategories(context, location.id, createdBy);
    const posts = seedPosts(context, accounts, categories, createdBy);
    const [first] = posts;
    if (first !== undefined) seedComments(context, first);
    seedQueue(
      context,
      posts.filter(({ categoryId, status }) => status === 'published' && categoryId === categories.get('Tips')),
      createdBy,
    );
  }
}
