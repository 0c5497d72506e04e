/**
 * The writing end: one chain at a time for each process, so that nobody waits for a lock. What a line will be is told
 * to the state store before it is written and what was written after, so that whatever a crash leaves can be judged.
 */
import type { Records } from '../state/state.ts';
import { type AppendFile, createAppendFile } from './append-file.ts';
import { appendLink, type Link, type Reached, START } from './chain.ts';
import { type Begin, type Call, type Entry, entrySchema } from './entry.ts';
import { AuditError, explainAuditFailure } from './error.ts';
import { type ChainFile, nameFile, namePlace } from './files.ts';
import { createHeads, type Head, HeadLost, type Heads } from './heads.ts';
import { createFingerprints } from './redact.ts';
import { removeOldFiles } from './retention.ts';

export interface AuditLogOptions {
  readonly folder: string;
  /** The store that vouches for the files; asked for when the first line is written. */
  readonly records: () => Promise<Records>;
  /** How long files are kept. */
  readonly keptDays: number;
  /** Of this server. */
  readonly version: string;
  /** Epoch milliseconds. Default: the machine's clock. */
  readonly now?: (() => number) | undefined;
  /** Of a file, after which another is begun. Default 10 MB. */
  readonly maxBytes?: number | undefined;
}

/** A call that is about to be sent. */
export interface UnderWay {
  readonly operation: string;
  readonly time: string;
}

export interface AuditLog {
  /**
   * To be called before anything is sent: everything so far stands in the log, and this call is known to be under way
   * until its line is appended.
   *
   * @throws AuditError, and then nothing may be sent
   */
  announce(call: UnderWay): Promise<void>;
  /**
   * @param announced The call that this is the line of, as it was announced.
   * @throws AuditError. The line is kept and goes before any other; a refusal is dropped and counted when too many wait.
   */
  append(entry: Call, announced?: UnderWay): Promise<void>;
  /**
   * Stands for a value that is not to be read from the log.
   *
   * @throws AuditError
   */
  fingerprint(value: unknown): Promise<string | undefined>;
  /** Waits a little for calls that are under way, and writes what waits, if it can be written. */
  close(): Promise<void>;
}

const MAX_BYTES = 10_000_000;
/** Files are kept and removed whole, so none grows older than this. */
const MAX_AGE_MS = 86_400_000;
const MAX_WAITING = 1_000;
/** For calls whose last line is about to come when the log is closed. */
const CLOSING_MS = 2_000;

interface Chain {
  readonly file: ChainFile;
  readonly appendFile: AppendFile;
  /** In the store's list, and how far it has come. */
  listed?: { head: Head; version: string; readonly begin: Begin };
}

interface Waiting {
  readonly entry: Call;
  readonly announced: UnderWay | undefined;
}

/** Opens nothing yet. */
export function createAuditLog(options: AuditLogOptions): AuditLog {
  const { folder, keptDays, version, now = Date.now, maxBytes = MAX_BYTES } = options;
  const place = namePlace(folder);
  const waiting: Waiting[] = [];
  const underWay = new Set<UnderWay>();
  /** Resolved when its line has come, whether or not that could be written. */
  const endings = new Map<UnderWay, PromiseWithResolvers<void>>();
  let lost = 0;
  let chain: Chain | undefined;
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  let fingerprints: ReturnType<typeof createFingerprints> | undefined;

  /** Resolves when all that waits now is written. Whoever comes while others are being written goes together. */
  function settle(): Promise<void> {
    next ??= running.then(() => {
      const work = flush();
      next = undefined;
      running = work.catch(() => {});
      return work;
    });
    return next;
  }

  async function flush(): Promise<void> {
    try {
      const heads = createHeads(await options.records());
      await write(heads).catch(async (error: unknown) => {
        if (!(error instanceof HeadLost)) throw error;
        await leave();
        await write(heads);
      });
    } catch (cause) {
      throw explainAuditFailure(cause, folder);
    }
  }

  async function write(heads: Heads): Promise<void> {
    // Whoever comes from here on waits for the next turn.
    const taken = [...waiting];
    await leaveIfDone(heads);
    const { file, appendFile, listed } = await openChain(heads);
    const isNew = listed.head.count === START.count;
    const put = async (fields: Partial<Head>) => {
      listed.head = { ...listed.head, ...fields, underWay: [...underWay] };
      listed.version = await heads.write(file.chain, listed.head, listed.version);
    };
    const { links, reached, told } = compose(listed, taken);
    if (links.length === 0) return await put({ next: [] });
    await put({ next: links.map(({ hash }) => hash) });
    await appendFile.append(links.map(({ text }) => text).join(''));
    waiting.splice(0, taken.length);
    lost -= told;
    for (const { announced } of taken) if (announced !== undefined) underWay.delete(announced);
    listed.head = { ...listed.head, ...reached };
    // They stand in the file and were told of: that they have arrived is told again by whoever comes next.
    await put({ next: [] }).catch(() => {});
    if (isNew) await removeOldFiles({ folder, heads, keptDays, nowMs: now() }).catch(() => {});
  }

  function compose({ head, begin }: NonNullable<Chain['listed']>, taken: readonly Waiting[]) {
    const told = taken.length > 0 ? lost : 0;
    const entries: Entry[] = head.count === 0 ? [begin] : [];
    for (const { entry } of taken) {
      entries.push(told > 0 && entry === taken[0]?.entry ? { ...entry, lost: told } : entry);
    }
    const links: Link[] = [];
    let reached: Reached = { count: head.count, hash: head.hash };
    for (const entry of entries) {
      const link = appendLink(reached, entry);
      links.push(link);
      reached = { count: reached.count + 1, hash: link.hash };
    }
    return { links, reached, told };
  }

  /** The file first: what cannot be written must not be missed later. */
  async function openChain(heads: Heads): Promise<Required<Chain>> {
    if (chain === undefined) {
      const file = nameFile(now());
      chain = { file, appendFile: await createAppendFile(folder, file.name) };
    }
    const { file } = chain;
    if (chain.listed === undefined) {
      const { head, version: headVersion, previous } = await heads.enlist(file.chain, { place, begun: file.begun });
      const before = previous && head.previous && { chain: head.previous, count: previous.count, hash: previous.hash };
      const begin: Begin = {
        kind: 'begin',
        time: file.begun,
        chain: file.chain,
        version,
        ...(before && { previous: before }),
      };
      chain.listed = { head, version: headVersion, begin };
    }
    return chain as Required<Chain>;
  }

  /** A file that somebody has touched is left as it is, for `verify` to find. */
  async function leaveIfDone(heads: Heads): Promise<void> {
    if (chain === undefined) return;
    const { file, appendFile, listed } = chain;
    if (!(await appendFile.isIntact())) return await leave();
    const isDone = appendFile.size >= maxBytes || now() - Date.parse(file.begun) >= MAX_AGE_MS;
    if (!isDone || listed === undefined || listed.head.count === START.count) return;
    // What is under way is told of by the chain that will have its line.
    await heads.write(file.chain, { ...listed.head, next: [], underWay: [] }, listed.version);
    await leave();
  }

  async function leave(): Promise<void> {
    const left = chain;
    chain = undefined;
    await left?.appendFile.close();
  }

  return {
    async announce(call) {
      underWay.add(call);
      try {
        await settle();
      } catch (error) {
        underWay.delete(call);
        throw error;
      }
      endings.set(call, Promise.withResolvers());
    },
    async append(entry, announced) {
      if (announced === undefined && waiting.length >= MAX_WAITING) {
        lost += 1;
        throw new AuditError(`The audit log in ${folder} has been out of order for long.`, 'The operator sees to it.');
      }
      try {
        waiting.push({ entry: entrySchema.parse(entry) as Call, announced });
        await settle();
      } finally {
        if (announced !== undefined) {
          endings.get(announced)?.resolve();
          endings.delete(announced);
        }
      }
    },
    async fingerprint(value) {
      try {
        fingerprints ??= createFingerprints(await options.records());
        return await fingerprints(value);
      } catch (cause) {
        throw explainAuditFailure(cause, folder);
      }
    },
    async close() {
      await allOrTimeUp([...endings.values()].map(({ promise }) => promise));
      if (chain !== undefined || waiting.length > 0) await settle().catch(() => {});
      await leave();
    },
  };
}

async function allOrTimeUp(promises: readonly Promise<void>[]): Promise<void> {
  const timeUp = Promise.withResolvers<void>();
  const timer = setTimeout(timeUp.resolve, CLOSING_MS);
  await Promise.race([Promise.all(promises), timeUp.promise]);
  clearTimeout(timer);
}
