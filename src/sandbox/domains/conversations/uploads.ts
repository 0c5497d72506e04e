/** Files for messages: sent along in one request, or through a signed URL in three steps. */
import { badRequest, notFound, Refusal, unprocessable } from '../../errors.ts';
import type { Handler, Handlers, SandboxRequest } from '../../handler.ts';
import { findConversation, parseList } from './lookups.ts';
import { uploads } from './records.ts';

const allowed: ReadonlySet<string> = new Set('jpg jpeg png mp4 mpeg zip rar pdf doc docx txt mp3 wav'.split(' '));
const megabyte = 1024 * 1024;
const defaultLimitBytes = 5 * megabyte;
const whatsappLimitBytes = 100 * megabyte;
const uploadWindowMs = 15 * 60_000;

/** Where the sandbox pretends to keep files; nothing answers there. */
const storage = 'https://storage.sandbox.example.com';

const getExtension = (filename: string): string => filename.split('.').at(-1)?.toLowerCase() ?? '';

function assertAllowed(filename: string, sizeBytes: number, limitBytes: number): void {
  if (!allowed.has(getExtension(filename))) throw new Refusal(415, `Unsupported file type: ${filename}`);
  if (sizeBytes > limitBytes) throw new Refusal(413, `File ${filename} exceeds ${limitBytes / megabyte} MB`);
}

/** URLs of files that are online already are passed through. */
const uploadFiles: Handler = (request: SandboxRequest, world) => {
  const { body, files } = request;
  const conversationId: string | undefined = body.conversationId;
  if (conversationId !== undefined) findConversation(world, request, conversationId);
  const urls = parseList(body.attachmentUrls);
  if (files.length === 0 && urls.length === 0) throw unprocessable(['fileAttachment should not be empty']);
  const uploadedFiles: Record<string, string> = {};
  for (const { filename, content } of files) assertAllowed(filename, content.length, defaultLimitBytes);
  for (const { filename } of files) {
    const name = `${world.newObjectId()}.${getExtension(filename)}`;
    uploadedFiles[filename] = `${storage}/location/${request.locationId}/conversations/${conversationId}/${name}`;
  }
  for (const url of urls) uploadedFiles[url.split('/').at(-1) || url] = url;
  return { body: { uploadedFiles } };
};

/** Hands out a URL for the file itself; HighLevel's is one of Google's storage, and lives 15 minutes. */
const initiateUpload: Handler = (request, world) => {
  const { conversationId, filename, contentType, fileSize = 0, channel } = request.body;
  const conversation = findConversation(world, request, conversationId);
  const maxFileSize = channel === 'WHATSAPP' ? whatsappLimitBytes : defaultLimitBytes;
  assertAllowed(filename, fileSize, maxFileSize);
  const id = world.newObjectId();
  const filePath = `location/${conversation.locationId}/conversations/${conversation.id}/${id}.${getExtension(filename)}`;
  const upload = uploads(world).insert({
    id,
    locationId: conversation.locationId,
    conversationId: conversation.id,
    filename,
    contentType,
    filePath,
    size: fileSize,
    expiresAt: world.now() + uploadWindowMs,
    completed: false,
  });
  return {
    body: {
      uploadUrl: `${storage}/${filePath}?X-Goog-Signature=sandbox`,
      uploadId: upload.id,
      filePath,
      expiresAt: upload.expiresAt,
      maxFileSize,
    },
  };
};

const completeUpload: Handler = (request, world) => {
  const { uploadId, filePath, conversationId, filename } = request.body;
  const upload = uploads(world).get(uploadId);
  const isSame = upload?.filePath === filePath && upload?.conversationId === conversationId;
  if (upload === undefined || !isSame || upload.locationId !== request.locationId) {
    throw notFound('Upload not found');
  }
  if (!upload.completed && upload.expiresAt < world.now()) throw badRequest('Upload URL has expired');
  uploads(world).update(upload.id, { completed: true });
  return {
    body: {
      uploadedFiles: { [filename]: `${storage}/${filePath}` },
      metadata: { size: upload.size, contentType: upload.contentType },
    },
  };
};

export const uploadHandlers = {
  'POST /conversations/messages/upload': uploadFiles,
  'POST /conversations/messages/upload/initiate': initiateUpload,
  'POST /conversations/messages/upload/complete': completeUpload,
} satisfies Handlers;
