/** The state of the sandbox as its domains see it. */

export interface SandboxRecord {
  readonly id: string;
  /** Empty for what belongs to the company, not to a location. */
  readonly locationId: string;
}

export interface Collection<T extends SandboxRecord> {
  get(id: string): T | undefined;
  insert(record: T): T;
  /** Merges the change into the record (undefined values delete a field). Throws when there is no such record. */
  update(id: string, change: Partial<T>): T;
  delete(id: string): boolean;
  /** In order of insertion, current to the last write. */
  inLocation(locationId: string): T[];
  all(): T[];
  /**
   * What list and search operations see: HighLevel's index follows writes by seconds, so a record is
   * missing, stale or still there until the world's index lag has passed.
   */
  indexed(locationId: string): T[];
}

export interface World {
  /** Epoch milliseconds; injectable, so that tests never wait. */
  now(): number;
  /** ISO time of `now()`. */
  timestamp(): string;
  collection<T extends SandboxRecord>(name: string): Collection<T>;
  /** 20 letters and digits, as contacts, calendars, users and locations have. Deterministic from the seed. */
  newId(): string;
  /** 24 hexadecimal digits, as invoices, products, custom objects and tags have. */
  newObjectId(): string;
  /** Uniform in [0, 1), deterministic from the seed. */
  random(): number;
  readonly companyId: string;
  /** The seeded locations, the first one is where the demonstration takes place. */
  readonly locationIds: readonly [string, string];
}
