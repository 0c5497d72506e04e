/** Brand boards (logos, colours, fonts) and brand voices. Both stay, marked as deleted, when they are deleted. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export type BoardSource = 'template' | 'blank' | 'snapshot';

export interface BrandBoard extends SandboxRecord {
  readonly name: string;
  readonly logos: readonly Readonly<Record<string, string>>[];
  readonly colors: readonly Readonly<Record<string, string>>[];
  readonly fonts: readonly Readonly<Record<string, string>>[];
  /** At most one of a location. */
  readonly default: boolean;
  readonly deleted: boolean;
  readonly parentId?: string;
  readonly meta: {
    readonly updatedBy?: string;
    readonly lastAction: 'CREATE' | 'UPDATE' | 'DELETE';
    readonly sourceId?: string;
    readonly sourceType: BoardSource;
  };
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface BrandVoice extends SandboxRecord {
  readonly name: string;
  /** At most one of a location. */
  readonly isDefault: boolean;
  readonly deleted: boolean;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const brandBoards = (world: World): Collection<BrandBoard> => world.collection<BrandBoard>('brand-boards');
export const brandVoices = (world: World): Collection<BrandVoice> => world.collection<BrandVoice>('brand-voices');
