/** One blog for every location, with an author, two categories and a post of every status. */
import type { SeedContext, SeedLocation } from '../../domain.ts';
import { type BlogStatus, blogAuthors, blogCategories, blogPosts, blogSites } from './records.ts';

interface PostSketch {
  readonly title: string;
  readonly description: string;
  readonly status: BlogStatus;
  /** Negative: in the future. */
  readonly publishedDaysAgo: number;
}

const sketches: readonly PostSketch[] = [
  {
    title: 'Five questions to ask on your first visit',
    description: 'What to bring and what to ask.',
    status: 'PUBLISHED',
    publishedDaysAgo: 64,
  },
  {
    title: 'A morning routine that lasts',
    description: 'Small habits for busy people.',
    status: 'PUBLISHED',
    publishedDaysAgo: 21,
  },
  {
    title: 'What changes this season',
    description: 'New opening hours and services.',
    status: 'SCHEDULED',
    publishedDaysAgo: -9,
  },
  {
    title: 'Meet the team',
    description: 'Who looks after you.',
    status: 'DRAFT',
    publishedDaysAgo: 3,
  },
];

const formatSlug = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

function seedBlog(context: SeedContext, { id: locationId, name, website }: SeedLocation): void {
  const { world, daysAgo } = context;
  const updatedAt = daysAgo(150);
  const link = (path: string): string => `${website}/blog/${path}`;
  const blog = blogSites(world).insert({ id: world.newObjectId(), locationId, name: `${name} blog` });
  const author = blogAuthors(world).insert({
    ...{ id: world.newObjectId(), locationId, name, updatedAt },
    canonicalLink: link(`author/${formatSlug(name)}`),
  });
  const categories = ['Advice', 'News'].map((label) =>
    blogCategories(world).insert({
      ...{ id: world.newObjectId(), locationId, label, updatedAt },
      urlSlug: formatSlug(label),
      canonicalLink: link(`category/${formatSlug(label)}`),
    }),
  );
  for (const [index, { title, description, status, publishedDaysAgo }] of sketches.entries()) {
    const createdAt = daysAgo(Math.max(publishedDaysAgo, 0) + 2);
    blogPosts(world).insert({
      ...{ id: world.newObjectId(), locationId, blogId: blog.id, title, description, status },
      imageUrl: link(`images/${index + 1}.jpg`),
      imageAltText: title,
      rawHTML: `<h1>${title}</h1><p>${description}</p>`,
      categories: [categories[index % 2]?.id ?? ''],
      author: author.id,
      urlSlug: formatSlug(title),
      publishedAt: daysAgo(publishedDaysAgo),
      tags: [],
      canonicalLink: link(`post/${formatSlug(title)}`),
      createdAt,
      updatedAt: createdAt,
    });
  }
}

export function seedBlogs(context: SeedContext): void {
  for (const location of context.locations) seedBlog(context, location);
}
