/** What the index of all operations holds. Types only: `tools/index.gen.ts` is data of these shapes. */
import type { Guide, Placeholder, Risk, ToolName } from './guide.ts';
import type { ContextRole, Method, OperationKey, Operations, Source } from './operation.ts';

/** A row as stored: what the key or a default says is left out. */
export interface IndexRow {
  readonly key: OperationKey;
  readonly name: ToolName;
  readonly title?: string;
  readonly version: string;
  /** Left out for `v2`. */
  readonly source?: Source;
  readonly risk: Risk;
  readonly scopes: readonly string[];
  /** Whose tokens it is for; left out where a location's alone will do, as for most. */
  readonly level?: 'agency' | 'either';
  /** Set where it takes the tokens of installed apps alone, and no private integration. */
  readonly appOnly?: true;
  readonly context?: Readonly<Record<string, ContextRole>>;
  readonly explicit?: readonly string[];
  readonly idempotent?: true;
  readonly openWorld?: true;
  readonly deprecated?: true;
  /** Set while no person has judged the operation. */
  readonly placeholder?: true;
  readonly withheld?: string;
}

/** What can be known of an operation without loading its resource. */
export interface OperationRow extends Omit<IndexRow, 'source' | 'placeholder' | 'level'> {
  readonly method: Method;
  readonly path: `/${string}`;
  readonly resource: string;
  readonly source: Source;
  /** Whose tokens it is for. */
  readonly level: 'location' | 'agency' | 'either';
  /** A person judged it. Anything else is kept out of every surface. */
  readonly guided: boolean;
}

/** A tool as a client sees it in `tools/list`. */
export interface ToolDefinition {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: {
    readonly type: string;
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly required?: readonly string[];
    readonly additionalProperties?: boolean;
  };
  readonly annotations: {
    readonly title: string;
    readonly readOnlyHint: boolean;
    readonly destructiveHint: boolean;
    readonly idempotentHint: boolean;
    readonly openWorldHint: boolean;
  };
}

/** Imports of one resource's files, each done on first use. */
export interface ResourceLoaders {
  readonly operations: () => Promise<{ readonly operations: Operations }>;
  readonly guides: () => Promise<{ readonly guides: Readonly<Record<OperationKey, Guide | Placeholder>> }>;
  readonly tools: () => Promise<{ readonly default: readonly ToolDefinition[] }>;
}

export interface IndexedResource {
  readonly rows: readonly IndexRow[];
  readonly load: ResourceLoaders;
}

/** All resources by folder name, in the order in which agents see them. */
export type CatalogueIndex = Readonly<Record<string, IndexedResource>>;
