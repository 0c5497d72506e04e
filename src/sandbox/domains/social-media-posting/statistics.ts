/** Figures of the last seven days: posts are counted, what people made of them is made up, always the same way. */
import type { Handlers } from '../../handler.ts';
import type { World } from '../../world.ts';
import { type SocialAccount, type SocialPost, socialAccounts, socialComments, socialPosts } from './records.ts';

const dayMs = 86_400_000;
const days = [0, 1, 2, 3, 4, 5, 6] as const;

/** A number below the limit that belongs to the id. */
function drawFrom(id: string, limit: number): number {
  let value = 7;
  for (const letter of id) value = (value * 31 + letter.charCodeAt(0)) % 1_000_003;
  return value % limit;
}

interface Figures {
  readonly posts: number;
  readonly likes: number;
  readonly comments: number;
  readonly shares: number;
  readonly impressions: number;
}

const none: Figures = { posts: 0, likes: 0, comments: 0, shares: 0, impressions: 0 };

const add = (a: Figures, b: Figures): Figures => ({
  posts: a.posts + b.posts,
  likes: a.likes + b.likes,
  comments: a.comments + b.comments,
  shares: a.shares + b.shares,
  impressions: a.impressions + b.impressions,
});

function measure(world: World, post: SocialPost): Figures {
  const comments = socialComments(world)
    .inLocation(post.locationId)
    .filter(({ postId }) => postId === post.id).length;
  const likes = 3 + drawFrom(post.id, 40);
  return { posts: 1, likes, comments, shares: drawFrom(post.id, 6), impressions: likes * (8 + drawFrom(post.id, 9)) };
}

const sum = (figures: readonly Figures[]): Figures => figures.reduce(add, none);

/** In percent, of what it was in the days before. */
const formatChange = (now: number, before: number): number =>
  before === 0 ? (now === 0 ? 0 : 100) : Math.round(((now - before) / before) * 10_000) / 100;

type Week = readonly Figures[];

/** The seven days that end at that midnight (UTC), for one platform. */
function measureWeek(world: World, accounts: readonly SocialAccount[], endMs: number): Week {
  const [first] = accounts;
  const ids = new Set(accounts.map(({ id }) => id));
  const posts = socialPosts(world)
    .inLocation(first?.locationId ?? '')
    .filter(({ status, accountIds }) => status === 'published' && accountIds.some((id) => ids.has(id)));
  return days.map((day) => {
    const start = endMs - (7 - day) * dayMs;
    const ofDay = posts.filter(({ publishedAt = '' }) => {
      const time = Date.parse(publishedAt);
      return time >= start && time < start + dayMs;
    });
    return sum(ofDay.map((post) => measure(world, post)));
  });
}

interface Platform {
  readonly name: string;
  readonly followers: number;
  readonly week: Week;
  readonly before: Week;
}

type Measure = (platform: Platform) => unknown;

const mapPlatforms = (platforms: readonly Platform[], measureOne: Measure): Record<string, unknown> =>
  Object.fromEntries(platforms.map((platform) => [platform.name, measureOne(platform)]));

function buildBreakdown(platforms: readonly Platform[], pick: (figures: Figures) => number): object {
  const compare = (week: readonly Figures[], before: readonly Figures[]) => {
    const value = pick(sum(week));
    return { value, change: formatChange(value, pick(sum(before))) };
  };
  const all = compare(
    platforms.flatMap(({ week }) => week),
    platforms.flatMap(({ before }) => before),
  );
  return {
    ...{ total: all.value, totalChange: all.change },
    platforms: mapPlatforms(platforms, ({ week, before }) => compare(week, before)),
  };
}

const buildSeries = (week: Week, pick: (figures: Figures) => number): object => ({
  total: pick(sum(week)),
  series: week.map(pick),
});

function buildStatistics(platforms: readonly Platform[], endMs: number): object {
  const daily = days.map((day) => sum(platforms.map(({ week }) => week[day] ?? none)));
  const totals = sum(daily);
  const followers = platforms.reduce((count, platform) => count + platform.followers, 0);
  const share = (rate: number) => ({ total: Math.round(followers * rate), percentage: Math.round(rate * 100) });
  const name = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: 'UTC' });
  return {
    dayRange: days.map((day) => name.format(endMs - (7 - day) * dayMs)),
    totals: {
      posts: totals.posts,
      likes: totals.likes,
      followers,
      impressions: totals.impressions,
      comments: totals.comments,
    },
    postPerformance: {
      posts: mapPlatforms(platforms, ({ week }) => week.map(({ posts }) => posts)),
      impressions: daily.map(({ impressions }) => impressions),
      likes: daily.map(({ likes }) => likes),
      comments: daily.map(({ comments }) => comments),
    },
    breakdowns: {
      posts: buildBreakdown(platforms, ({ posts }) => posts),
      impressions: buildBreakdown(platforms, ({ impressions }) => impressions),
      reach: buildBreakdown(platforms, ({ impressions }) => Math.floor(impressions * 0.7)),
      engagement: mapPlatforms(platforms, ({ week, before }) => {
        const { likes, comments, shares } = sum(week);
        const earlier = sum(before);
        const change = formatChange(likes + comments + shares, earlier.likes + earlier.comments + earlier.shares);
        return { likes, comments, shares, change };
      }),
    },
    platformTotals: {
      impressions: mapPlatforms(platforms, ({ week }) => buildSeries(week, ({ impressions }) => impressions)),
      followers: mapPlatforms(platforms, (platform) => ({
        total: platform.followers,
        series: days.map(() => platform.followers),
      })),
      likes: mapPlatforms(platforms, ({ week }) => buildSeries(week, ({ likes }) => likes)),
    },
    demographics: {
      gender: { totals: { male: share(0.42), female: share(0.51), unknown: share(0.07) } },
      age: { totals: { '13-17': 2, '18-24': 14, '25-34': 29, '35-44': 25, '45-54': 17, '55-64': 9, '65+': 4 } },
    },
  };
}

export const statisticsHandlers: Handlers = {
  'POST /social-media-posting/statistics': ({ body, locationId, traceId }, world) => {
    const { profileIds, platforms: wanted } = body;
    const accounts = socialAccounts(world)
      .inLocation(locationId)
      .filter(
        ({ profileId, platform }) =>
          profileIds.includes(profileId) && (wanted === undefined || wanted.includes(platform)),
      );
    const endMs = Math.floor(world.now() / dayMs) * dayMs;
    const platforms = [...Map.groupBy(accounts, ({ platform }) => platform)].map(
      ([name, group]): Platform => ({
        ...{ name, followers: group.reduce((count, { id }) => count + 120 + drawFrom(id, 2000), 0) },
        ...{ week: measureWeek(world, group, endMs), before: measureWeek(world, group, endMs - 7 * dayMs) },
      }),
    );
    const results = buildStatistics(platforms, endMs);
    return { body: { results, message: 'Fetched Statistics', traceId } };
  },
};
