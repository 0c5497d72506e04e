/**
 * The keychain of the operating system: the user's own, and kept over restarts. Its add-on is native, so it is not part of
 * the bundle: it is used where the user has installed it beside this server.
 */

/** Both throw what the keychain says: locked, refused by the user, not running. */
export interface Keychain {
  /** @returns undefined where it keeps nothing under this name. */
  read(name: string): Promise<string | undefined>;
  write(name: string, secret: string): Promise<void>;
  remove(name: string): Promise<void>;
}

const SERVICE = 'highlevel-mcp';
/** A locked one asks the person; where nobody answers, a server would never start. */
const PATIENCE_MS = 30_000;

/** @returns undefined where the add-on is not installed, or does not load on this system. */
export async function openKeychain(): Promise<Keychain | undefined> {
  let addOn: typeof import('@napi-rs/keyring');
  try {
    addOn = await import('@napi-rs/keyring');
  } catch {
    return undefined;
  }
  // Without a Secret Service the add-on would take the kernel's keyring, which a restart empties.
  const open = (name: string) => new addOn.AsyncEntry(SERVICE, name, { linux: { store: 'secret-service' } });
  const patience = () => AbortSignal.timeout(PATIENCE_MS);
  return {
    read: async (name) => (await open(name).getPassword(patience())) ?? undefined,
    write: async (name, secret) => open(name).setPassword(secret, patience()),
    remove: async (name) => void (await open(name).deletePassword(patience())),
  };
}
