/**
 * Who is served apart from whom. All that is kept between requests (lists, zones, what calls taught of a token, the
 * connections to HighLevel) hangs on a tenant, so one never sees what another one left. The least recently used are
 * closed when there are too many.
 */
import type { Grant } from './clients/grant.ts';

export interface Tenant {
  close(): Promise<void>;
}

export interface Tenants<T extends Tenant> {
  /** Runs with the tenant of a grant, which stays open meanwhile. */
  use<R>(grant: Grant, run: (tenant: T) => Promise<R>): Promise<R>;
  /** Those that are open, with the account of each. */
  list(): readonly { readonly account: string; readonly tenant: T }[];
  /** To be called when nothing runs any more. */
  close(): Promise<void>;
}

export interface TenantsOptions<T extends Tenant> {
  open(grant: Grant): T;
  /** Those that run are never closed, so there may be as many more as requests run at once. */
  readonly max: number;
}

interface Kept<T> {
  readonly account: string;
  readonly tenant: T;
  users: number;
}

export function createTenants<T extends Tenant>({ open, max }: TenantsOptions<T>): Tenants<T> {
  /** Least recently used first. */
  const kept = new Map<string, Kept<T>>();
  const closing = new Set<Promise<void>>();

  function closeOne(key: string, { tenant }: Kept<T>): void {
    kept.delete(key);
    const closed = tenant.close();
    closing.add(closed);
    const forget = (): void => void closing.delete(closed);
    closed.then(forget, forget);
  }

  function closeSurplus(): void {
    for (const [key, entry] of kept) {
      if (kept.size <= max) return;
      if (entry.users === 0) closeOne(key, entry);
    }
  }

  return {
    async use(grant, run) {
      const entry = kept.get(grant.key) ?? { account: grant.account.name, tenant: open(grant), users: 0 };
      kept.delete(grant.key);
      kept.set(grant.key, entry);
      entry.users += 1;
      try {
        closeSurplus();
        return await run(entry.tenant);
      } finally {
        entry.users -= 1;
        closeSurplus();
      }
    },
    list: () => [...kept.values()].map(({ account, tenant }) => ({ account, tenant })),
    async close() {
      for (const [key, entry] of [...kept]) closeOne(key, entry);
      await Promise.allSettled(closing);
    },
  };
}
