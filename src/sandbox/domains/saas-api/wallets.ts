/** Wallets: what usage is paid from. A client of a reseller has its own, for all others the agency pays. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface Wallet extends SandboxRecord {
  /** USD. */
  readonly balance: number;
  /** Given by the agency, and used up first. */
  readonly complimentaryCredits: number;
}

export const wallets = (world: World): Collection<Wallet> => world.collection<Wallet>('wallets');

/** Usage costs fractions of cents, so six decimals are kept. */
const round = (amount: number): number => Math.round(amount * 1e6) / 1e6;

/** The location's own wallet. With an empty id: the agency's. */
export const getWallet = (world: World, locationId: string): Wallet | undefined =>
  wallets(world).inLocation(locationId)[0];

/** Opens an empty wallet for a location that has none. */
export function ensureWallet(world: World, locationId: string): Wallet {
  const empty = { balance: 0, complimentaryCredits: 0 };
  return getWallet(world, locationId) ?? wallets(world).insert({ id: world.newId(), locationId, ...empty });
}

/** Gives free credits to a wallet. */
export function addCredits(world: World, wallet: Wallet, amount: number): Wallet {
  return wallets(world).update(wallet.id, { complimentaryCredits: round(wallet.complimentaryCredits + amount) });
}

/** Puts money into the wallet that pays for the location. */
export function refundWallet(world: World, locationId: string, amount: number): void {
  const wallet = getWallet(world, locationId) ?? ensureWallet(world, '');
  wallets(world).update(wallet.id, { balance: round(wallet.balance + amount) });
}

/** What the wallet that pays for the location holds. */
export function getFunds(world: World, locationId: string): number {
  const wallet = getWallet(world, locationId) ?? getWallet(world, '');
  return wallet === undefined ? 0 : round(wallet.balance + wallet.complimentaryCredits);
}

/** Takes the amount from the wallet that pays for the location. False: it holds less, and nothing was taken. */
export function debitWallet(world: World, locationId: string, amount: number): boolean {
  const wallet = getWallet(world, locationId) ?? getWallet(world, '');
  if (wallet === undefined || getFunds(world, locationId) < amount) return false;
  const fromCredits = Math.min(wallet.complimentaryCredits, amount);
  wallets(world).update(wallet.id, {
    complimentaryCredits: round(wallet.complimentaryCredits - fromCredits),
    balance: round(wallet.balance - (amount - fromCredits)),
  });
  return true;
}
