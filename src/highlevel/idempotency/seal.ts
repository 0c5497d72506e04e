/** Encrypts what the journal keeps of answers, where the operator gave a key. */
import { decrypt, encrypt, parseKey } from '../cipher.ts';
import { ConfigurationError } from '../errors/index.ts';

export interface Seal {
  /** @param name What the text belongs to: it cannot be opened under another name. */
  close(text: string, name: string): string;
  /** @returns undefined for what was closed with another key, or under another name. */
  open(text: string, name: string): string | undefined;
}

const PLAIN = 'plain:';
const SEALED = 'sealed:';

/**
 * @param key 32 bytes in base64 or hex; undefined: texts are kept as they are.
 * @throws ConfigurationError for a key that is none.
 */
export function createSeal(key: string | undefined): Seal {
  const secret = key === undefined ? undefined : requireKey(key);
  return {
    close(text, name) {
      return secret === undefined ? PLAIN + text : SEALED + encrypt(text, name, secret);
    },
    open(text, name) {
      if (text.startsWith(PLAIN)) return text.slice(PLAIN.length);
      if (secret === undefined || !text.startsWith(SEALED)) return undefined;
      return decrypt(text.slice(SEALED.length), name, secret);
    },
  };
}

function requireKey(text: string): Buffer {
  const key = parseKey(text);
  if (key !== undefined) return key;
  throw new ConfigurationError(
    'The key for the state is not 32 bytes in base64 or hex.',
    'The operator sets HIGHLEVEL_STATE_KEY to the output of "openssl rand -base64 32".',
  );
}
