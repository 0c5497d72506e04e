import { expect, test } from 'vitest';
import { refusalOf } from '../sdk.ts';
import { dayMs, openPlanner, type Planner } from './open.ts';

const headings = 'postAtSpecificTime (YYYY-MM-DD HH:mm:ss),content,link (OGmetaUrl),imageUrls,gifUrl,videoUrls';
// The location is in Chicago, five hours behind.
const file = [
  headings,
  '2026-09-17 09:00:00,"Hello, world",https://example.com/a,"https://example.com/1.jpg,https://example.com/2.jpg",,',
  '2026-09-18 10:30:00,Second,,,,',
  'tomorrow,Third,,,,',
].join('\r\n');

function upload({ send, locationId }: Planner, content: string, name = 'posts.csv') {
  const form = new FormData();
  form.append('file', new Blob([content], { type: 'text/csv' }), name);
  return send('POST', `/social-media-posting/${locationId}/csv`, { form });
}

/** An import of the file for Facebook. */
async function createImport(planner: Planner, rest: object = {}): Promise<string> {
  const { social, locationId, accounts, userId } = planner;
  const { results } = (await upload(planner, file)).body;
  const { filePath, rowsCount, fileName } = results;
  const chosen = { accountIds: [accounts.facebook?.id], filePath, rowsCount, fileName, userId, ...rest };
  return (await social('setAccounts', { locationId }, chosen)).results.csvId;
}

test('the posts of a file are looked at, then scheduled', async () => {
  const planner = await openPlanner();
  const { social, locationId, listPosts, passMs, accounts } = planner;
  expect((await upload(planner, file)).body.results).toMatchObject({ rowsCount: 3, fileName: 'posts.csv' });
  const id = await createImport(planner);
  const { results } = await social('getCsvPost', { locationId, id });
  expect(results).toMatchObject({ count: 3, csv: { _id: id, status: 'pending', accountIds: [accounts.facebook?.id] } });
  expect(results.posts).toMatchObject([
    { summary: 'Hello, world', scheduleDate: '2026-09-17T14:00:00.000Z', link: { url: 'https://example.com/a' } },
    { summary: 'Second', scheduleDate: '2026-09-18T15:30:00.000Z' },
    { summary: 'Third', errorMessage: expect.stringContaining('postAtSpecificTime') },
  ]);
  expect(results.posts[0].medias).toHaveLength(2);
  const before = await listPosts({ type: 'scheduled' });
  await social('startCsvFinalize', { locationId, id }, {});
  const after = await listPosts({ type: 'scheduled' });
  expect(after.count).toBe(before.count + 2);
  expect(after.posts).toContainEqual(expect.objectContaining({ summary: 'Second', source: 'csv' }));
  expect((await refusalOf(social('startCsvFinalize', { locationId, id }, {}))).statusCode).toBe(400);
  passMs(4 * dayMs);
  expect((await listPosts({ type: 'published' })).posts).toContainEqual(expect.objectContaining({ summary: 'Second' }));
});

test('imports are listed, and a deleted one takes its posts along', async () => {
  const planner = await openPlanner();
  const { social, locationId, listPosts, userId } = planner;
  const kept = await createImport(planner);
  const id = await createImport(planner, { approver: userId });
  const list = async () => (await social('getUploadStatus', { locationId, skip: 0, limit: 10 })).results;
  expect(await list()).toMatchObject({ count: 2, csvs: [{ _id: id, approver: userId }, { _id: kept }] });
  await social('startCsvFinalize', { locationId, id }, { userId });
  const reviewed = await listPosts({ type: 'in_review' });
  expect((await list()).csvs[0]).toMatchObject({ status: 'in_review' });
  const [row] = (await social('getCsvPost', { locationId, id })).results.posts;
  const removed = await social('deleteCsvPost', { locationId, csvId: id, postId: row._id });
  expect(removed.results).toEqual({ postId: row._id });
  expect((await listPosts({ type: 'in_review' })).count).toBe(reviewed.count - 1);
  expect((await social('deleteCsv', { locationId, id })).results.csv).toMatchObject({ status: 'deleted', count: 2 });
  expect((await listPosts({ type: 'in_review' })).count).toBe(reviewed.count - 2);
  expect(await list()).toMatchObject({ count: 1 });
  expect((await refusalOf(social('getCsvPost', { locationId, id }))).statusCode).toBe(400);
});

test('what is no import is refused with the documented codes', async () => {
  const planner = await openPlanner();
  const { social, locationId, accounts } = planner;
  const codeOf = async (content: string, name?: string) => {
    const { status, body } = await upload(planner, content, name);
    return [status, body.code];
  };
  expect(await codeOf('')).toEqual([400, 'CSV_EMPTY_FILE']);
  expect(await codeOf('a,b\n1,2')).toEqual([400, 'CSV_HEADERS_NOT_MATCHING']);
  expect(await codeOf(headings)).toEqual([400, 'CSV_MISSING_REQUIRED_ROWS']);
  expect(await codeOf(file, 'posts.pdf')).toEqual([400, 'CSV_UNSUPPORTED_EXTENSION']);
  const choose = (rest: object) =>
    social('setAccounts', { locationId }, { filePath: 'x', rowsCount: 1, fileName: 'x.csv', ...rest });
  expect((await refusalOf(choose({ accountIds: [] }))).statusCode).toBe(422);
  expect((await refusalOf(choose({ accountIds: ['unknown'] }))).statusCode).toBe(422);
  expect((await refusalOf(choose({ accountIds: [accounts.facebook?.id] }))).statusCode).toBe(400);
});
