import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

const fileId = 'file or folder id, from medias_file_list';
const folderId = 'folder id, from medias_file_list';

export const guides = {
  'GET /medias/files': {
    name: 'medias_file_list',
    title: 'List files or folders',
    summary:
      'Files or folders (type) of the media library with ids and public URLs, level by level: parentId opens a folder. Not files from chats.',
    risk: 'read',
    paging: {
      style: 'offset-limit',
      items: 'files',
      size: 'limit',
      offset: 'offset',
    },
    hints: {
      type: 'file or folder',
      sortBy: 'createdAt, updatedAt or name',
      sortOrder: 'asc or desc',
      query: 'part of the name',
      parentId: folderId,
      fetchAll: 'true: everything at once',
    },
    words: ['media library', 'images', 'pictures', 'videos', 'documents', 'storage'],
    examples: [
      {
        ask: 'Find the logo in our media library',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          type: 'file',
          sortBy: 'createdAt',
          sortOrder: 'desc',
          query: 'logo',
          limit: 20,
          offset: 0,
        },
      },
    ],
  },
  'POST /medias/upload-file': {
    name: 'medias_file_upload',
    title: 'Upload a file',
    summary:
      'Adds a file (at most 25 MB, public URL) to the media library. For attachments of messages: conversations_attachment_upload.',
    notes: [
      'Anyone with the url of the answer can open it.',
      "It goes to the location of the token: there is no location argument, so an agency's token does not do.",
      'Send either file, or hosted true with fileUrl.',
      'Calling twice stores two files.',
    ],
    risk: 'write',
    findOut: { looks: [], check: 'medias_file_list with sortBy createdAt and sortOrder desc shows the newest files.' },
    hints: {
      file: 'leave out with fileUrl',
      hosted: 'true only with fileUrl',
      fileUrl: 'public address of the file',
      parentId: folderId,
    },
    words: ['image', 'picture', 'video', 'PDF', 'media library', 'attach'],
    examples: [
      {
        ask: 'Put this picture from the web into our media library',
        args: { hosted: true, fileUrl: 'https://www.example.com/spring.jpg', name: 'spring.jpg' },
      },
    ],
  },
  'POST /medias/folder': {
    name: 'medias_folder_create',
    title: 'Create a media folder',
    summary:
      'Creates a folder in the media library, at the top or inside parentId. Files already there cannot be moved into it here.',
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [
            {
              ask: 'GET /medias/files',
              with: { type: 'folder', sortBy: 'createdAt', sortOrder: 'desc', fetchAll: true, limit: 100, offset: 0 },
            },
          ],
          records: 'files',
          match: { name: 'name', parentId: 'parentId' },
          created: 'createdAt',
          id: '_id',
        },
      ],
      check: 'medias_file_list with type folder shows whether it is there.',
    },
    hints: { parentId: folderId },
    words: ['directory', 'organize files', 'media library'],
  },
  'POST /medias/{id}': {
    name: 'medias_file_update',
    title: 'Rename a file or folder',
    summary: 'Renames one file or folder and nothing else. Several at once: medias_bulk_file_update.',
    risk: 'write',
    idempotent: true,
    hints: { id: fileId, name: 'with extension' },
    words: ['rename', 'media library'],
  },
  'PUT /medias/update-files': {
    name: 'medias_bulk_file_update',
    title: 'Rename many files or folders',
    summary: 'Renames many files or folders in one call. The answer tells for each whether it worked.',
    risk: 'write',
    idempotent: true,
    hints: { 'filesToBeUpdated[].id': fileId, 'filesToBeUpdated[].name': 'with extension' },
    words: ['batch rename', 'media library'],
    examples: [
      {
        ask: 'Rename this file to logo.png',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          filesToBeUpdated: [{ id: '686f9817f0d3165be9fbcef6', name: 'logo.png' }],
        },
      },
    ],
  },
  'DELETE /medias/{id}': {
    name: 'medias_file_delete',
    title: 'Delete a file or folder',
    summary:
      'Deletes a file, or a folder with its content: pages and mails lose it. To be able to restore it: medias_bulk_file_delete (trashed).',
    risk: 'high-impact',
    idempotent: true,
    hints: { id: fileId },
    words: ['remove image', 'media library'],
  },
  'PUT /medias/delete-files': {
    name: 'medias_bulk_file_delete',
    title: 'Trash or delete many files',
    summary:
      'Moves files or folders to the trash (trashed, restorable in HighLevel) or deletes them (deleted). Pages and mails may lose them.',
    notes: ['The answer tells for each whether it worked.', 'Each entry is an object: {"_id": "…"}.'],
    risk: 'high-impact',
    idempotent: true,
    deletes: { each: ['filesToBeDeleted[]'] },
    hints: { 'filesToBeDeleted[]._id': fileId, status: 'trashed is the careful choice' },
    words: ['remove images', 'trash', 'clean up', 'media library'],
    examples: [
      {
        ask: 'Move these two pictures to the trash',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          filesToBeDeleted: [{ _id: '686f630df0d3166d68fbcec2' }, { _id: '686f9817f0d3165be9fbcef6' }],
          status: 'trashed',
        },
      },
    ],
  },
} as const satisfies Guides<typeof operations>;
