/** Text that only who has the key can read, and only under the name it was written for. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
export const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Without a length, a tag that was cut to four bytes would do, and one of those can be guessed. */
const OPTIONS = { authTagLength: TAG_BYTES };

/** AES-256-GCM under a nonce of its own. @param name What the text belongs to. @returns base64 */
export function encrypt(text: string, name: string, key: Buffer): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv, OPTIONS).setAAD(Buffer.from(name));
  const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), content]).toString('base64');
}

/** @returns undefined for what is damaged, or was encrypted with another key or under another name. */
export function decrypt(sealed: string, name: string, key: Buffer): string | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const iv = bytes.subarray(0, IV_BYTES);
    const decipher = createDecipheriv(ALGORITHM, key, iv, OPTIONS).setAAD(Buffer.from(name));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}

/**
 * A key of its own for each purpose (HKDF, RFC 5869), from which nobody gets back to the secret.
 *
 * @param secret Too long to be guessed.
 */
export function deriveKey(secret: string | Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `highlevel-mcp ${purpose}`, KEY_BYTES));
}

/** The key that a text of an operator's configuration is: 32 bytes in base64 or hex. @returns undefined for none. */
export function parseKey(text: string): Buffer | undefined {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  // `Buffer.from` skips what is not base64, and would make a key of many a passphrase.
  return /^[\w+/-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : undefined;
}
