/** What a table does not show of itself. */
import type { Exported } from './export/export.ts';
import type { Reached } from './run.ts';

interface Shown {
  readonly shown: number;
  readonly of: number;
  readonly isGrouped: boolean;
  readonly isSorted: boolean;
  /** Every row is in it. */
  readonly exported: Exported | undefined;
  /** Of the amounts that were added up together. */
  readonly currencies: readonly string[];
}

/** What a reader must know not to take a part for the whole. */
export function describeReach(
  reached: Reached,
  { shown, of, isGrouped, isSorted, exported, currencies }: Shown,
): string {
  const { scanned, repeated, start, total, totalBefore, rest, end, unseen } = reached;
  const read = scanned + repeated;
  const notes: string[] = [];
  const known = total === undefined ? '' : ` of ${total}`;
  if (rest !== undefined || start > 0) {
    const why =
      rest === undefined ? 'the last part' : `${rest.why}${rest.position ? '; the cursor goes on after it' : ''}`;
    const covered = read === 0 ? 'no record' : `only records ${start + 1} to ${start + read}${known}`;
    notes.push(`This covers ${covered}: ${why}${isGrouped ? '. Its groups are those of this part alone' : ''}.`);
  }
  if (end === 'repeated') notes.push('HighLevel gave a page twice, so reading ended there.');
  if (end === 'short-of-total') notes.push(`HighLevel gave no more, though it counts ${total} records.`);
  if (repeated > 0) {
    const records = repeated === 1 ? '1 record' : `${repeated} records`;
    notes.push(`${records} came a second time, as the list moved, and counted once.`);
  }
  if (totalBefore !== undefined) {
    notes.push(`HighLevel's count went from ${totalBefore} to ${total} meanwhile, so some records may be missing.`);
  }
  if (exported !== undefined)
    notes.push(...describeFile(exported, { isPart: rest !== undefined, isGrouped, isSorted }));
  else if (shown < of)
    notes.push(`${shown} of ${of} ${isGrouped ? 'groups' : 'matching records'} shown; limit shows more.`);
  if (currencies.length === 1) notes.push(`Amounts are in ${currencies[0]}.`);
  if (currencies.length > 1) {
    const list = currencies.slice(0, 10).join(', ');
    notes.push(`Amounts of several currencies (${list}) are mixed: add currency to groupBy.`);
  }
  if (unseen.length > 0) notes.push(`No record has a value in: ${unseen.slice(0, 10).join(', ')}.`);
  return notes.join(' ');
}

function describeFile({ leftOut }: Exported, { isPart, isGrouped, isSorted }: FileFacts): string[] {
  const notes: string[] = [];
  if (isPart) notes.push('The file holds this part; the next one goes into another file, under another name.');
  if (isSorted && !isGrouped) notes.push('Rows of the file are in the order of the list; sort orders those shown.');
  if (leftOut.length > 0) {
    notes.push(
      `Columns are the fields of the first page, so the file lacks: ${leftOut.join(', ')}. select names columns.`,
    );
  }
  return notes;
}

interface FileFacts {
  readonly isPart: boolean;
  readonly isGrouped: boolean;
  readonly isSorted: boolean;
}
