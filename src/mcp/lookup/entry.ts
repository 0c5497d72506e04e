/** Records of any kind, as far as a lookup needs them. */
import type { LookupKind } from './kinds.ts';

export interface LookupEntry {
  readonly id: string;
  readonly name: string;
  /** Whatever else it goes by. */
  readonly aliases: readonly string[];
  /** As an agent sees it. */
  readonly view: Readonly<Record<string, unknown>>;
}

type Item = Readonly<Record<string, unknown>>;

/** The records of a list, with those inside of them where these are what is looked for. */
export function readEntries(items: readonly unknown[], kind: LookupKind): LookupEntry[] {
  return items.filter(isItem).flatMap((item) => {
    const outer = readEntry(item, kind);
    if (kind.inside === undefined) return outer === undefined ? [] : [outer];
    const inner = item[kind.inside];
    const parent = { pipelineId: outer?.id, pipeline: outer?.name };
    return (Array.isArray(inner) ? inner : []).filter(isItem).flatMap((one) => readEntry(one, kind, parent) ?? []);
  });
}

function readEntry(item: Item, { aliases = [], shown = [] }: LookupKind, parent: object = {}): LookupEntry | undefined {
  const id = item.id ?? item._id;
  const name = typeof item.name === 'string' ? item.name : [item.firstName, item.lastName].filter(Boolean).join(' ');
  if (typeof id !== 'string' || id === '') return undefined;
  const view = Object.fromEntries(shown.filter((key) => item[key] !== undefined).map((key) => [key, item[key]]));
  return {
    id,
    name,
    aliases: aliases.flatMap((key) => (typeof item[key] === 'string' ? [item[key]] : [])),
    view: { id, name, ...parent, ...view },
  };
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null;
}
