/** Creations that can be told apart in the books, of records that HighLevel itself does not guard. */
import type { TestWorld } from './world.ts';

export interface Creation {
  /** What the books call it. */
  readonly name: string;
  readonly tool: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Contacts and notes by turns. */
export function listCreations(count: number, { contactId }: Pick<TestWorld, 'contactId'>): Creation[] {
  return Array.from({ length: count }, (_, index) => {
    const name = index % 2 === 0 ? `person-${index}@example.com` : `Note ${index}`;
    return index % 2 === 0
      ? { name, tool: 'contacts_contact_create', args: { firstName: 'Test', lastName: `No ${index}`, email: name } }
      : { name, tool: 'contacts_note_create', args: { contactId, body: name } };
  });
}

export interface Books {
  /** Created more than once. */
  readonly duplicates: number;
  /** Reported as done and not there. */
  readonly falseSuccesses: number;
  /** Not reported as done, and not there. */
  readonly absent: number;
}

/** @param reported Names whose creation the client was told of. */
export function compareWithBooks(
  creations: readonly Creation[],
  reported: ReadonlySet<string>,
  world: TestWorld,
): Books {
  const books = new Map([...world.countNotes(), ...world.countContacts()]);
  const made = ({ name }: Creation): number => books.get(name) ?? 0;
  return {
    duplicates: creations.filter((creation) => made(creation) > 1).length,
    falseSuccesses: creations.filter((creation) => reported.has(creation.name) && made(creation) === 0).length,
    absent: creations.filter((creation) => !reported.has(creation.name) && made(creation) === 0).length,
  };
}

/** Works through the items, so many at a time. */
export async function workThrough<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  const worker = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
