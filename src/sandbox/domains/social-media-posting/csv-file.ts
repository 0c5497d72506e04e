/** The file of an import: rows of posts under the headings of HighLevel's basic sample file. */
import { parse } from 'csv-parse/sync';
import { badRequest } from '../../errors.ts';
import type { UploadedFile } from '../../handler.ts';
import { resolveLocalTime } from '../../timezone.ts';
import type { World } from '../../world.ts';
import type { CsvRow } from './records.ts';

/** As the documents write them; of the others, only what the sandbox reads is named. */
const requiredHeaders = ['postAtSpecificTime (YYYY-MM-DD HH:mm:ss)', 'content', 'link (OGmetaUrl)'] as const;
const mediaHeaders = ['imageUrls', 'gifUrl', 'videoUrls'];

const refuse = (code: string, message: string, more: object = {}): Error => badRequest(message, { code, ...more });

/** The cells of a file in CSV, row by row, empty rows left out. Throws 400 for what is none. */
function parseCells(content: Buffer): string[][] {
  try {
    return parse(content, {
      bom: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
      skipRecordsWithEmptyValues: true,
    });
  } catch {
    throw refuse('CSV_HEADERS_NOT_MATCHING', 'CSV headers are not identical to sample file.', { fileType: 'CSV' });
  }
}

/** The same heading whatever the spaces, the case, and the hint in brackets. */
const normalize = (heading: string): string => (heading.split('(', 1)[0] ?? '').replaceAll(/\s/g, '').toLowerCase();

/** On the clock of the location. Undefined for what is no time. */
function parseTime(text: string, timeZone: string): number | undefined {
  const [, date, hours, minutes] = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text.trim()) ?? [];
  if (date === undefined || Number.isNaN(Date.parse(`${date}T00:00:00Z`))) return undefined;
  return resolveLocalTime(date, Number(hours) * 60 + Number(minutes), timeZone);
}

function findRowError(summary: string, mediaUrls: readonly string[], time: number | undefined, now: number) {
  if (summary === '' && mediaUrls.length === 0) return 'content or media is required';
  if (time === undefined) return 'postAtSpecificTime must be in the format YYYY-MM-DD HH:mm:ss';
  return time <= now ? 'postAtSpecificTime must be in the future' : undefined;
}

/**
 * The posts that the file describes, wrong ones with their errorMessage.
 * Throws 400 with the documented code for a file that cannot be an import.
 */
export function parsePosts({ filename, content }: UploadedFile, timeZone: string, world: World): CsvRow[] {
  if (!/\.csv$/i.test(filename)) throw refuse('CSV_UNSUPPORTED_EXTENSION', 'Only CSV files are supported.');
  const [headings, ...rows] = parseCells(content);
  const fileType = 'CSV';
  if (headings === undefined) throw refuse('CSV_EMPTY_FILE', 'The CSV file is empty.', { fileType });
  const places = new Map(headings.map((heading, index) => [normalize(heading), index]));
  const missing = requiredHeaders.filter((heading) => !places.has(normalize(heading)));
  if (missing.length > 0) {
    const more = { fileType, csvFileType: 'basic', missingHeaders: missing.join(', ') };
    throw refuse('CSV_HEADERS_NOT_MATCHING', 'CSV headers are not identical to sample file.', more);
  }
  if (rows.length === 0) throw refuse('CSV_MISSING_REQUIRED_ROWS', 'The CSV file has no posts.', { fileType });
  return rows.map((row) => {
    const read = (heading: string): string => row[places.get(normalize(heading)) ?? -1]?.trim() ?? '';
    const summary = read('content');
    const link = read('link');
    const mediaUrls = mediaHeaders.flatMap((heading) => read(heading).split(',')).flatMap((url) => url.trim() || []);
    const time = parseTime(read('postAtSpecificTime'), timeZone);
    const errorMessage = findRowError(summary, mediaUrls, time, world.now());
    return {
      ...{ id: world.newObjectId(), summary, mediaUrls },
      ...(link !== '' && { link }),
      ...(time !== undefined && { scheduleDate: new Date(time).toISOString() }),
      ...(errorMessage !== undefined && { errorMessage }),
    };
  });
}
