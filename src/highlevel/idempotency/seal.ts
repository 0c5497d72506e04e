/** Encrypts what the journal keeps of answers: they hold names, numbers and addresses of people. */
import { decrypt, encrypt } from '../cipher.ts';

export interface Seal {
  /** @param name What the text belongs to: it cannot be opened under another name. */
  close(text: string, name: string): string;
  /** @returns undefined for what was closed with another key, or under another name. */
  open(text: string, name: string): string | undefined;
}

/** @param key 32 bytes */
export function createSeal(key: Buffer): Seal {
  return {
    close: (text, name) => encrypt(text, name, key),
    open: (text, name) => decrypt(text, name, key),
  };
}
