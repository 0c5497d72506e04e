/** Social posts, blogs and ads. */
import assert from 'node:assert/strict';
import { type Answer, defineTask } from '../task.ts';

const posts = defineTask({
  title: 'Draft and schedule social posts on all channels',
  resources: ['medias', 'social-media-posting', 'users'],
  async run(agent) {
    await agent.find('my social media accounts', 'social_media_posting_account_list');
    const { results } = await agent.read('social_media_posting_account_list', {}, [
      'results.accounts.platform',
      'results.accounts.isExpired',
    ]);
    const accountIds: string[] = results.accounts.map(({ id }: Answer) => id);
    await agent.find('upload a picture', 'medias_file_upload');
    const file = await agent.write('medias_file_upload', {
      hosted: true,
      fileUrl: 'https://lakeview-dental.example.com/spring.jpg',
      name: 'spring.jpg',
    });
    const { match: author } = await agent.lookup('user', 'Morgan Ellery');
    await agent.find('schedule a social media post', 'social_media_posting_post_create');
    await agent.describe('social_media_posting_post_create', 'accountIds', 'media');
    const post = {
      accountIds,
      type: 'post',
      userId: author.id,
      summary: 'Spring check-ups: mornings are free again.',
      media: [{ url: file.url, type: 'image/jpeg' }],
    };
    await agent.confirm('social_media_posting_post_create', { ...post, status: 'draft' });
    const scheduleDate = '2026-03-09T15:00:00.000Z';
    const made = await agent.confirm('social_media_posting_post_create', {
      ...post,
      status: 'scheduled',
      scheduleDate,
    });
    await agent.find('one social post by id', 'social_media_posting_post_get');
    const { results: found } = await agent.read('social_media_posting_post_get', { id: made.results.post._id }, [
      'results.post.status',
      'results.post.displayDate',
    ]);
    assert.equal(found.post.status, 'scheduled');
    assert.equal(Date.parse(found.post.displayDate), Date.parse(scheduleDate));
    return { accountIds, summary: post.summary, url: file.url };
  },
  async check(inspect, { accountIds, summary, url }, locationId) {
    const place = `altId=${locationId}&altType=location`;
    const { files } = await inspect(`/medias/files?${place}&type=file&sortBy=name&sortOrder=asc`);
    assert.ok(files.some((file: Answer) => file.url === url));
    const period = { fromDate: '2026-03-01T00:00:00.000Z', toDate: '2026-03-31T00:00:00.000Z' };
    const list = async (type: string): Promise<Answer[]> => {
      const body = { type, skip: '0', limit: '50', ...period, includeUsers: 'false' };
      const { results } = await inspect(`/social-media-posting/${locationId}/posts/list`, body);
      return results.posts.filter((post: Answer) => post.summary === summary);
    };
    const accounts = (found: Answer[]) => [...new Set(found.flatMap((post) => post.accountIds ?? post.accountId))];
    for (const type of ['draft', 'scheduled']) {
      assert.deepEqual(accounts(await list(type)).toSorted(), accountIds.toSorted(), type);
    }
    assert.equal(accountIds.length, 3);
  },
});

const performance = defineTask({
  title: 'Social performance report',
  resources: ['social-media-posting'],
  async run(agent) {
    await agent.find(
      'social media performance statistics of my accounts',
      'social_media_posting_account_list',
      'social_media_posting_statistics_get',
    );
    const { results } = await agent.read('social_media_posting_account_list', {}, [
      'results.accounts.platform',
      'results.accounts.profileId',
    ]);
    const profileIds = results.accounts.map(({ profileId }: Answer) => profileId);
    await agent.describe('social_media_posting_statistics_get', 'profileIds');
    const statistics = await agent.read('social_media_posting_statistics_get', { profileIds }, [
      'results.totals',
      'results.breakdowns',
    ]);
    return { profileIds, totals: statistics.results.totals };
  },
  async check(inspect, { profileIds, totals }, locationId) {
    const path = `/social-media-posting/statistics?locationId=${locationId}`;
    assert.deepEqual(totals, (await inspect(path, { profileIds })).results.totals);
    assert.ok(profileIds.length === 3 && totals.followers > 0);
  },
});

const blog = defineTask({
  title: 'Publish a blog post',
  resources: ['blogs'],
  async run(agent) {
    await agent.find('blogs of this account', 'blogs_site_list');
    const { data: sites } = await agent.read('blogs_site_list', { skip: 0, limit: 20 });
    await agent.find('blog authors and categories', 'blogs_author_list', 'blogs_category_list');
    const { authors } = await agent.read('blogs_author_list', { limit: 20, offset: 0 });
    const { categories } = await agent.read('blogs_category_list', { limit: 20, offset: 0 });
    const advice = categories.find(({ label }: Answer) => label === 'Advice');
    await agent.find('write and publish a blog post, slug must be free', 'blogs_slug_check', 'blogs_post_create');
    const urlSlug = 'how-often-to-have-your-teeth-cleaned';
    const { exists } = await agent.read('blogs_slug_check', { urlSlug });
    assert.equal(exists, false);
    await agent.describe('blogs_post_create', 'categories');
    await agent.confirm('blogs_post_create', {
      title: 'How often to have your teeth cleaned',
      blogId: sites[0]._id,
      author: authors[0]._id,
      categories: [advice._id],
      urlSlug,
      description: 'Twice a year is a good rule.',
      rawHTML: '<p>Twice a year is a good rule, more often for smokers.</p>',
      imageUrl: 'https://lakeview-dental.example.com/cleaning.jpg',
      imageAltText: 'A dentist at work',
      status: 'PUBLISHED',
      publishedAt: '2026-03-04T16:00:00Z',
    });
    return { blogId: sites[0]._id, urlSlug };
  },
  async check(inspect, { blogId, urlSlug }, locationId) {
    const { exists } = await inspect(`/blogs/posts/url-slug-exists?locationId=${locationId}&urlSlug=${urlSlug}`);
    assert.equal(exists, true);
    const query = `locationId=${locationId}&blogId=${blogId}&limit=10&offset=0&status=PUBLISHED`;
    const { blogs } = await inspect(`/blogs/posts/all?${query}`);
    assert.ok(blogs.some((post: Answer) => post.urlSlug === urlSlug));
  },
});

const ads = defineTask({
  title: 'Weekly ads report',
  resources: ['ad-manager', 'opportunities'],
  async run(agent) {
    await agent.find('facebook ads report of last week', 'ad_manager_facebook_report_get');
    await agent.find('google ads report of last week', 'ad_manager_google_report_get');
    await agent.describe('ad_manager_facebook_report_get', 'fields');
    await agent.describe('ad_manager_google_report_get', 'fields');
    const week = { startDate: '2026-02-23', endDate: '2026-03-01', type: 'INTEGRATION' };
    const facebook = await agent.read('ad_manager_facebook_report_get', {
      ...week,
      groupBy: 'week',
      fields: ['spend', 'clicks', 'conversions'],
    });
    const google = await agent.read('ad_manager_google_report_get', {
      ...week,
      fields: ['cost_micros', 'clicks', 'conversions'],
    });
    await agent.find('deals by source', 'opportunities_opportunity_search');
    const { rows: deals } = await agent.query({
      operation: 'opportunities_opportunity_search',
      where: [{ field: 'source', op: 'in', value: ['facebook ads', 'google ads'] }],
      groupBy: ['source', 'status'],
      aggregate: ['count', 'sum:monetaryValue'],
    });
    return { facebook, google, deals };
  },
  async check(inspect, { facebook, google, deals }, locationId) {
    // The sandbox has no figures of ads: what HighLevel answers is not documented. The answers are there all the same.
    assert.ok(facebook && google);
    const all = (await inspect('/opportunities/search', { locationId, limit: 500, page: 1 })).opportunities;
    const fromAds = all.filter(({ source }: Answer) => ['facebook ads', 'google ads'].includes(source));
    assert.equal(
      deals.reduce((sum: number, { count }: Answer) => sum + count, 0),
      fromAds.length,
    );
    assert.ok(fromAds.length > 0);
  },
});

export const tasks = [posts, performance, blog, ads];
