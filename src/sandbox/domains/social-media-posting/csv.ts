/** Imports: a file is sent, accounts are chosen for it, its posts are looked at and then scheduled together. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { definedOnly } from '../locations/access.ts';
import { locations } from '../locations/records.ts';
import { newestFirst } from '../payments/lists.ts';
import { findRecord } from '../shared/find-record.ts';
import { createWorldUuid } from '../shared/uuid.ts';
import { resolveAccounts } from './accounts.ts';
import { answer, takePart } from './answer.ts';
import { parsePosts } from './csv-file.ts';
import { deletePost } from './posts.ts';
import { type CsvImport, type CsvRow, csvImports, csvUploads, type SocialPost, socialPosts } from './records.ts';

function formatImport(csv: CsvImport): Record<string, unknown> {
  const { id, locationId, fileName, accountIds, file, status, rows, createdBy, approver, createdAt } = csv;
  const owner = { _id: id, id, locationId, originId: locationId, createdBy, approver, createdAt };
  return { ...owner, fileName, accountIds, file, status, count: rows.length };
}

function formatRow(
  { id, summary, scheduleDate, link, mediaUrls, errorMessage }: CsvRow,
  accountIds: readonly string[],
) {
  return {
    ...{ _id: id, accountIds, summary, scheduleDate, type: 'post', errorMessage },
    ...(link !== undefined && { link: { url: link, ogUrl: link } }),
    medias: mediaUrls.map((url) => ({ url })),
  };
}

/** Deleted ones are not there any more. Throws 400. */
function resolveImport(request: SandboxRequest, id: string | undefined, world: World): CsvImport {
  const csv = findRecord(csvImports(world), request, { id, name: 'CSV' });
  if (csv.status === 'deleted') throw badRequest(`CSV with id ${id} not found`);
  return csv;
}

/** The post of a row goes with it unless it is out already. */
function deleteRowPost({ postId }: CsvRow, world: World): void {
  const post = postId === undefined ? undefined : socialPosts(world).get(postId);
  if (post !== undefined && post.status !== 'published' && post.status !== 'deleted') deletePost(world, post);
}

function scheduleRow(csv: CsvImport, row: CsvRow, world: World): SocialPost {
  const { accountIds, locationId, approver, createdBy } = csv;
  const now = world.timestamp();
  return socialPosts(world).insert({
    ...{
      id: world.newObjectId(),
      locationId,
      accountIds,
      type: 'post',
      summary: row.summary,
      source: 'csv',
      createdBy,
    },
    media: row.mediaUrls.map((url) => ({ url })),
    ...(row.link !== undefined && { ogTagsDetails: { metaLink: row.link } }),
    ...(row.scheduleDate !== undefined && { scheduleDate: row.scheduleDate }),
    status: approver === undefined ? 'scheduled' : 'in_review',
    ...(approver !== undefined && { postApprovalDetails: { approver, approvalStatus: 'pending' } }),
    ...{ createdAt: now, updatedAt: now },
  });
}

export const csvHandlers: Handlers = {
  'POST /social-media-posting/{locationId}/csv': ({ files, locationId }, world) => {
    const [file] = files;
    if (file === undefined) throw badRequest('File is required');
    const timeZone = locations(world).get(locationId)?.timezone ?? 'UTC';
    const rows = parsePosts(file, timeZone, world);
    const filePath = `${locationId}/social-import/${createWorldUuid(world)}.csv`;
    csvUploads(world).insert({ id: world.newObjectId(), locationId, filePath, rows });
    return answer(201, 'Uploaded CSV', { filePath, rowsCount: rows.length, fileName: file.filename });
  },

  'POST /social-media-posting/{locationId}/set-accounts': (request, world) => {
    const { body, locationId } = request;
    const { accountIds, filePath, rowsCount, fileName, approver, userId } = body;
    if (accountIds.length === 0) throw unprocessable(['accountIds should not be empty']);
    resolveAccounts(accountIds, request, world);
    const upload = csvUploads(world)
      .inLocation(locationId)
      .find((candidate) => candidate.filePath === filePath);
    if (upload === undefined) throw badRequest(`File ${filePath} not found`);
    const csv = csvImports(world).insert({
      ...{ id: world.newObjectId(), locationId, fileName, file: filePath, accountIds, status: 'pending' },
      ...{ rows: upload.rows.slice(0, rowsCount), createdAt: world.timestamp() },
      ...{
        createdBy: userId ?? request.grant.userId ?? '',
        ...definedOnly({ approver: approver as string | undefined }),
      },
    });
    return answer(201, 'Accounts Set Successfully', { csvId: csv.id });
  },

  'GET /social-media-posting/{locationId}/csv': ({ query, locationId }, world) => {
    const found = newestFirst(csvImports(world).indexed(locationId)).filter(
      ({ status, createdBy }) => status !== 'deleted' && (query.userId === undefined || createdBy === query.userId),
    );
    const results = { csvs: takePart(found, query).map(formatImport), count: found.length };
    return answer(200, 'Fetched CSV Upload Status', results);
  },

  'GET /social-media-posting/{locationId}/csv/{id}': (request, world) => {
    const csv = resolveImport(request, request.path.id, world);
    const posts = takePart(csv.rows, request.query).map((row) => formatRow(row, csv.accountIds));
    return answer(200, 'Fetched CSV Post', { csv: formatImport(csv), count: csv.rows.length, posts });
  },

  'PATCH /social-media-posting/{locationId}/csv/{id}': (request, world) => {
    const csv = resolveImport(request, request.path.id, world);
    if (csv.status !== 'pending') throw badRequest('CSV is already finalized');
    if (csv.rows.every(({ errorMessage }) => errorMessage !== undefined)) {
      throw badRequest('The CSV file has no valid post.', { code: 'CSV_NO_VALID_POST' });
    }
    const rows = csv.rows.map((row) =>
      row.errorMessage === undefined ? { ...row, postId: scheduleRow(csv, row, world).id } : row,
    );
    csvImports(world).update(csv.id, { rows, status: csv.approver === undefined ? 'completed' : 'in_review' });
    return answer(200, 'Updated Successfully');
  },

  'DELETE /social-media-posting/{locationId}/csv/{id}': (request, world) => {
    const csv = resolveImport(request, request.path.id, world);
    for (const row of csv.rows) deleteRowPost(row, world);
    const deleted = csvImports(world).update(csv.id, { status: 'deleted' });
    return answer(200, 'Deleted CSV', { csv: formatImport(deleted) });
  },

  'DELETE /social-media-posting/{locationId}/csv/{csvId}/post/{postId}': (request, world) => {
    const csv = resolveImport(request, request.path.csvId, world);
    const { postId = '' } = request.path;
    const row = csv.rows.find(({ id }) => id === postId);
    if (row === undefined) throw badRequest(`Post with id ${postId} not found`);
    deleteRowPost(row, world);
    csvImports(world).update(csv.id, { rows: csv.rows.filter(({ id }) => id !== postId) });
    return answer(200, 'Deleted CSV Post', { postId });
  },
};
