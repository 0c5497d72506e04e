/** Funnels and websites with their pages, and redirects of addresses. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface FunnelStep {
  /** A UUID. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly url: string;
  /** Ids. */
  readonly pages: readonly string[];
  readonly sequence: number;
}

export interface Funnel extends SandboxRecord {
  readonly name: string;
  readonly type: 'funnel' | 'website';
  readonly category?: string;
  /** The folder it lies in, if any. */
  readonly parentId?: string;
  readonly url: string;
  readonly steps: readonly FunnelStep[];
  readonly dateAdded: string;
  readonly updatedAt: string;
}

export interface FunnelPage extends SandboxRecord {
  readonly funnelId: string;
  readonly stepId: string;
  readonly name: string;
  readonly updatedAt: string;
}

export type RedirectAction = 'funnel' | 'website' | 'url' | 'all';

export interface Redirect extends SandboxRecord {
  readonly domain: string;
  /** Unique within a domain, whatever the case. */
  readonly path: string;
  readonly target: string;
  readonly action: RedirectAction;
}

export const funnels = (world: World): Collection<Funnel> => world.collection<Funnel>('funnels');
export const funnelPages = (world: World): Collection<FunnelPage> => world.collection<FunnelPage>('funnel-pages');
export const redirects = (world: World): Collection<Redirect> => world.collection<Redirect>('funnel-redirects');
