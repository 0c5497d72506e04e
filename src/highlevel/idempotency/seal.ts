/** Encrypts what the journal keeps of answers, where the operator gave a key. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { ConfigurationError } from '../errors/index.ts';

export interface Seal {
  /** @param name What the text belongs to: it cannot be opened under another name. */
  close(text: string, name: string): string;
  /** @returns undefined for what was closed with another key, or under another name. */
  open(text: string, name: string): string | undefined;
}

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Without a length, a tag that was cut to four bytes would do, and one of those can be guessed. */
const CIPHER_OPTIONS = { authTagLength: TAG_BYTES };
const PLAIN = 'plain:';
const SEALED = 'sealed:';

/**
 * @param key 32 bytes in base64 or hex; undefined: texts are kept as they are.
 * @throws ConfigurationError for a key that is none.
 */
export function createSeal(key: string | undefined): Seal {
  const secret = key === undefined ? undefined : parseKey(key);
  return {
    close(text, name) {
      if (secret === undefined) return PLAIN + text;
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, secret, iv, CIPHER_OPTIONS).setAAD(Buffer.from(name));
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return SEALED + Buffer.concat([iv, cipher.getAuthTag(), content]).toString('base64');
    },
    open(text, name) {
      if (text.startsWith(PLAIN)) return text.slice(PLAIN.length);
      if (secret === undefined || !text.startsWith(SEALED)) return undefined;
      const bytes = Buffer.from(text.slice(SEALED.length), 'base64');
      try {
        const iv = bytes.subarray(0, IV_BYTES);
        const decipher = createDecipheriv(CIPHER, secret, iv, CIPHER_OPTIONS).setAAD(Buffer.from(name));
        decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return undefined;
      }
    },
  };
}

function parseKey(text: string): Buffer {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  // `Buffer.from` skips what is not base64, and would make a key of many a passphrase.
  if (/^[\w+/-]{43}=?$/.test(text)) return Buffer.from(text, 'base64');
  throw new ConfigurationError(
    'The key for the state is not 32 bytes in base64 or hex.',
    'The operator sets HIGHLEVEL_STATE_KEY to the output of "openssl rand -base64 32".',
  );
}
