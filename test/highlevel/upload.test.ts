import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openUpload } from '../../src/highlevel/request/upload.ts';
import { createFolder } from '../support/run.ts';
import { catchError, createTestClient, defineOperation, startRecorder } from './support.ts';

let root: string;
let allowed: string;

beforeAll(async () => {
  root = createFolder('upload');
  allowed = join(root, 'allowed');
  await mkdir(join(allowed, 'deep'), { recursive: true });
  await writeFile(join(allowed, 'deep', 'photo.JPG'), 'jpeg bytes');
  await writeFile(join(allowed, '..hidden.txt'), 'dots in a name');
  await writeFile(join(allowed, 'empty.txt'), '');
  await writeFile(join(root, 'secret.txt'), 'secret');
  await mkdir(join(root, 'allowed-not'));
  await writeFile(join(root, 'allowed-not', 'a.txt'), 'x');
  await symlink(join(root, 'secret.txt'), join(allowed, 'link.txt'));
  await symlink(root, join(allowed, 'linked-folder'));
  await symlink(allowed, join(root, 'alias'));
});

const open = (input: unknown, folders = [allowed]) => openUpload('file', input, { folders, maxBytes: 20 });

describe('from the disk', () => {
  it('opens a file below an allowed folder', async () => {
    const { filename, content } = await open({ path: join(allowed, 'deep', 'photo.JPG') });
    expect({ filename, type: content.type, text: await content.text() }).toEqual({
      filename: 'photo.JPG',
      type: 'image/jpeg',
      text: 'jpeg bytes',
    });
  });

  it('opens it too when the allowed folder is itself a link, and when a name begins with dots', async () => {
    const { content } = await open({ path: join(root, 'alias', 'deep', 'photo.JPG') }, [join(root, 'alias')]);
    expect(content.size).toBe(10);
    expect((await open({ path: join(allowed, '..hidden.txt'), filename: 'b.csv' })).filename).toBe('b.csv');
  });

  it.each([
    ['a file beside the folder', 'secret.txt'],
    ['a file that is not there either', 'missing.txt'],
    ['dots that leave the folder', 'allowed/../secret.txt'],
    ['a folder whose name begins alike', 'allowed-not/a.txt'],
    ['a link to a file outside', 'allowed/link.txt'],
    ['a link to a folder outside', 'allowed/linked-folder/secret.txt'],
    ['the folder itself', 'allowed'],
  ])('refuses %s and names the option', async (_, path) => {
    const error = await catchError(open({ path: `${root}/${path}` }));
    expect(error).toMatchObject({ kind: 'invalid_arguments', sent: 'no' });
    expect(error.advice).toContain('--upload-folder');
    expect(error.message).not.toContain(root);
  });

  it('refuses everything when no folder is allowed, or only one that does not exist', async () => {
    const path = join(allowed, 'deep', 'photo.JPG');
    expect((await catchError(open({ path }, []))).advice).toContain('--upload-folder');
    expect((await catchError(open({ path: '/nowhere/a.txt' }, ['/nowhere']))).message).toContain('does not exist');
  });

  it.each([
    ['deep/photo.JPG', { filename: '../a.jpg' }, 'no plain name'],
    ['deep/photo.JPG', { filename: 'a\r\nb' }, 'no plain name'],
    ['deep/photo.JPG', { contentType: 'text/plain\r\nx: y' }, 'contentType'],
    ['deep/photo.JPG', { base64: 'aGk=' }, 'one of the two'],
    ['deep', {}, 'not a regular file'],
    ['empty.txt', {}, 'empty file'],
    ['missing.txt', {}, 'does not exist'],
  ])('refuses %s with %j', async (path, more, problem) => {
    expect((await catchError(open({ path: join(allowed, path), ...more }))).message).toContain(problem);
  });

  it('refuses relative paths and files above the size limit', async () => {
    await writeFile(join(allowed, 'large.txt'), 'x'.repeat(21));
    expect((await catchError(open({ path: 'photo.jpg' }))).message).toContain('absolute');
    expect((await catchError(open({ path: join(allowed, 'large.txt') }))).message).toContain('larger than 20 bytes');
  });

  it('sends the bytes of the file', async () => {
    const recorder = await startRecorder();
    const client = createTestClient(recorder.url, { uploadFolders: [allowed] });
    const operation = defineOperation({ method: 'POST', places: { file: 'file' }, body: 'multipart' });
    await client.execute(operation, { file: { path: join(allowed, 'deep', 'photo.JPG') } });
    expect(recorder.requests[0]?.body.toString()).toContain('\r\n\r\njpeg bytes\r\n');
  });
});

describe('from base64', () => {
  it.each([
    ['', 'no content'],
    ['aGk', 'not valid base64'],
    ['aGk=\n', 'not valid base64'],
    ['aG k=', 'not valid base64'],
    ['aG-_', 'not valid base64'],
    ['aGl=', 'not valid base64'],
    ['data:text/plain;base64,aGk=', 'base64 alone'],
    ['A'.repeat(28), 'larger than 20 bytes'],
    ['A'.repeat(32), 'larger than 20 bytes'],
  ])('refuses %j', async (base64, problem) => {
    expect((await catchError(open({ base64, filename: 'a.txt' }))).message).toContain(problem);
  });

  it.each([[undefined], ['a text'], [{}], [{ base64: 'aGk=' }], [{ base64: 1, filename: 'a' }], [[1]]])(
    'refuses %j as a file',
    async (input) => {
      expect(await catchError(open(input))).toMatchObject({ kind: 'invalid_arguments', argument: 'file' });
    },
  );
});
