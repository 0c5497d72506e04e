/** The social planner: connected accounts, posts, their labels, imports and comments. Queues are in `queue/`. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

/** Its id is made of the sign-in, the location and the account's own id on the network. */
export interface SocialAccount extends SandboxRecord {
  readonly oauthId: string;
  readonly profileId: string;
  readonly originId: string;
  readonly platform: string;
  readonly type: string;
  readonly name: string;
  readonly avatar?: string;
  readonly meta: Readonly<Record<string, unknown>>;
  /** When the network ends the sign-in. */
  readonly expire: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface SocialGroup extends SandboxRecord {
  readonly name: string;
  readonly accountIds: readonly string[];
}

export type PostStatus =
  | 'draft'
  | 'scheduled'
  | 'in_review'
  | 'published'
  | 'in_progress'
  | 'pending'
  | 'failed'
  | 'notification_sent'
  | 'deleted';

export interface PostMedia {
  readonly url: string;
  readonly type?: string;
}

export interface PostApproval {
  readonly approver?: string;
  readonly requesterNote?: string;
  readonly approverNote?: string;
  readonly approvalStatus?: 'pending' | 'approved' | 'rejected' | 'not_required';
}

/** What people write; all of it can come with a request. */
export interface PostContent {
  readonly accountIds: readonly string[];
  readonly type: string;
  readonly summary?: string;
  readonly media?: readonly PostMedia[];
  readonly tags?: readonly string[];
  readonly categoryId?: string;
  readonly followUpComment?: string;
  readonly ogTagsDetails?: Readonly<Record<string, string>>;
  readonly postApprovalDetails?: PostApproval;
  readonly tiktokPostDetails?: Readonly<Record<string, unknown>>;
  readonly gmbPostDetails?: Readonly<Record<string, unknown>>;
}

export interface SocialPost extends SandboxRecord, PostContent {
  readonly status: PostStatus;
  readonly source: 'composer' | 'csv' | 'recurring';
  readonly scheduleDate?: string;
  readonly publishedAt?: string;
  /** Why it failed. */
  readonly error?: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface SocialCategory extends SandboxRecord {
  readonly name: string;
  readonly primaryColor: string;
  readonly secondaryColor: string;
  readonly createdBy: string;
  readonly createdAt: string;
}

export interface SocialTag extends SandboxRecord {
  readonly tag: string;
  readonly createdBy: string;
  readonly createdAt: string;
}

/** One row of a file as a post to be. */
export interface CsvRow {
  readonly id: string;
  readonly summary: string;
  readonly scheduleDate?: string;
  readonly link?: string;
  readonly mediaUrls: readonly string[];
  /** Why it cannot be scheduled. */
  readonly errorMessage?: string;
  /** The post that it became. */
  readonly postId?: string;
}

/** A file that was sent, before anybody has chosen accounts for it. */
export interface CsvUpload extends SandboxRecord {
  readonly filePath: string;
  readonly rows: readonly CsvRow[];
}

export interface CsvImport extends SandboxRecord {
  readonly fileName: string;
  readonly file: string;
  readonly accountIds: readonly string[];
  readonly status: 'pending' | 'in_review' | 'completed' | 'deleted';
  readonly rows: readonly CsvRow[];
  readonly createdBy: string;
  readonly approver?: string;
  readonly createdAt: string;
}

export interface SocialComment extends SandboxRecord {
  readonly platform: string;
  readonly originId: string;
  readonly postId: string;
  /** The comment that it answers; absent for one on the post itself. */
  readonly repliesTo?: string;
  readonly content: string;
  readonly attachments: readonly { readonly type: string; readonly url: string }[];
  readonly author: { readonly id: string; readonly name: string };
  readonly likesOfOthers: number;
  /** By the location itself. */
  readonly isLiked: boolean;
  readonly isRead: boolean;
  readonly publishedAt: string;
}

export const socialAccounts = (world: World): Collection<SocialAccount> =>
  world.collection<SocialAccount>('social-accounts');
export const socialGroups = (world: World): Collection<SocialGroup> => world.collection<SocialGroup>('social-groups');
export const socialPosts = (world: World): Collection<SocialPost> => world.collection<SocialPost>('social-posts');
export const socialCategories = (world: World): Collection<SocialCategory> =>
  world.collection<SocialCategory>('social-categories');
export const socialTags = (world: World): Collection<SocialTag> => world.collection<SocialTag>('social-tags');
export const csvUploads = (world: World): Collection<CsvUpload> => world.collection<CsvUpload>('social-csv-uploads');
export const csvImports = (world: World): Collection<CsvImport> => world.collection<CsvImport>('social-csv-imports');
export const socialComments = (world: World): Collection<SocialComment> =>
  world.collection<SocialComment>('social-comments');
