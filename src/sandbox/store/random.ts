/** Seeded randomness: the same seed gives the same world, and a reopened file goes on where it stopped. */

export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** What to hand to `createRandom` to go on from here. */
  state(): number;
}

/** Mulberry32: 32 bits of state, which is all that a file has to remember. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return {
    next() {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = state;
      mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    },
    state: () => state,
  };
}

const lettersAndDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** An id as contacts and users have: 20 letters and digits. */
export function createId(random: Random): string {
  return buildText(random, lettersAndDigits, 20);
}

/** An id as invoices and products have: 24 hexadecimal digits. */
export function createObjectId(random: Random): string {
  return buildText(random, '0123456789abcdef', 24);
}

/** A version 4 UUID, as traces have. */
export function createUuid(random: Random): string {
  const hex = buildText(random, '0123456789abcdef', 31);
  const variant = '89ab'[Math.floor(random.next() * 4)];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}

function buildText(random: Random, alphabet: string, length: number): string {
  let text = '';
  for (let index = 0; index < length; index += 1) text += alphabet[Math.floor(random.next() * alphabet.length)];
  return text;
}
