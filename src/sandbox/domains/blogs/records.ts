/** Blog sites of a location, and their posts, authors and categories. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export type BlogStatus = 'DRAFT' | 'PUBLISHED' | 'SCHEDULED' | 'ARCHIVED';

export interface BlogSite extends SandboxRecord {
  readonly name: string;
}

export interface BlogAuthor extends SandboxRecord {
  readonly name: string;
  readonly canonicalLink: string;
  readonly updatedAt: string;
}

export interface BlogCategory extends SandboxRecord {
  readonly label: string;
  readonly urlSlug: string;
  readonly canonicalLink: string;
  readonly updatedAt: string;
}

export interface BlogPost extends SandboxRecord {
  readonly blogId: string;
  readonly title: string;
  readonly description: string;
  readonly imageUrl: string;
  readonly imageAltText: string;
  readonly rawHTML: string;
  /** As written; a scheduled post counts as published once its time has come. */
  readonly status: BlogStatus;
  /** Ids. */
  readonly categories: readonly string[];
  readonly author: string;
  /** Unique within a location. */
  readonly urlSlug: string;
  readonly publishedAt: string;
  readonly tags: readonly string[];
  readonly canonicalLink?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const blogSites = (world: World): Collection<BlogSite> => world.collection<BlogSite>('blog-sites');
export const blogAuthors = (world: World): Collection<BlogAuthor> => world.collection<BlogAuthor>('blog-authors');
export const blogCategories = (world: World): Collection<BlogCategory> =>
  world.collection<BlogCategory>('blog-categories');
export const blogPosts = (world: World): Collection<BlogPost> => world.collection<BlogPost>('blog-posts');

/** What the post is now. */
export function getBlogStatus({ status, publishedAt }: BlogPost, now: number): BlogStatus {
  return status === 'SCHEDULED' && Date.parse(publishedAt) <= now ? 'PUBLISHED' : status;
}
