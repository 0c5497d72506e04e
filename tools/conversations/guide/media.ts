/** Files and sound of messages: attachments, call recordings, transcripts. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

export const mediaGuides = {
  'POST /conversations/messages/upload': {
    name: 'conversations_attachment_upload',
    title: 'Upload attachments',
    summary:
      'Uploads files and answers URLs for attachments of conversations_message_send; sends nothing. Media library: medias_file_upload.',
    notes: [
      'Large WhatsApp files: conversations_direct_upload_start.',
      'Accepted: jpg, jpeg, png, mp4, mpeg, zip, rar, pdf, doc, docx, txt, mp3, wav; others are refused with 415, too large ones with 413.',
      'Anyone who has the URL can open the file.',
    ],
    risk: 'write',
    findOut: {
      looks: [],
      check: 'Uploads cannot be listed, and nothing goes out by them: uploading again does no harm.',
    },
    hints: { isGroupSms: '"true" allows one file only' },
    words: ['file', 'image', 'pdf', 'MMS', 'attach'],
    examples: [
      {
        ask: 'Upload the quote so that I can attach it to a message',
        args: {
          conversationId: 'tDtDnQdgm2LXpyiqYvZ6',
          contactId: 'ocQHyuzHvysMo5N5VsXc',
          locationId: 've9EPM428h8vShlRW1KT',
          fileAttachment: { path: 'quote.pdf' },
        },
      },
    ],
  },
  'POST /conversations/messages/upload/initiate': {
    name: 'conversations_direct_upload_start',
    title: 'Start a large upload',
    summary:
      'Step 1 for large files: answers a URL to PUT the bytes to; then conversations_direct_upload_verify. Others: conversations_attachment_upload.',
    notes: [
      'The URL is valid for 15 minutes.',
      'This server does not move the bytes: the PUT has to be done by whoever holds the file.',
    ],
    risk: 'write',
    findOut: { looks: [], check: 'Nothing is stored or sent by it: starting again gives a fresh URL.' },
    hints: {
      filename: 'with extension',
      contentType: 'MIME type, e.g. video/mp4',
      fileSize: 'bytes',
      channel: 'WHATSAPP allows 100 MB, any other 5 MB',
    },
    words: ['video', 'big file', 'signed URL', 'attachment'],
  },
  'POST /conversations/messages/upload/complete': {
    name: 'conversations_direct_upload_verify',
    title: 'Finish a large upload',
    summary:
      'Last step after the PUT to the URL of conversations_direct_upload_start: checks the file and answers the public URL to use as an attachment.',
    risk: 'write',
    idempotent: true,
    hints: {
      uploadId: 'from conversations_direct_upload_start',
      filePath: 'from conversations_direct_upload_start',
      filename: 'the same as at the start',
    },
    words: ['complete', 'finalize', 'attachment'],
  },
  'PUT /conversations/messages/{messageId}/attachments': {
    name: 'conversations_message_attachment_set',
    title: 'Set attachments of a logged call',
    summary:
      'Replaces the attachments of a logged call, e.g. to add its recording. Does not work on SMS, emails or other messages.',
    notes: ['At most 5 URLs, on external and custom-channel calls.'],
    risk: 'write',
    idempotent: true,
    hints: { attachments: 'URLs; replaces all present ones' },
    words: ['call recording', 'file'],
  },
  'GET /conversations/messages/{messageId}/locations/{locationId}/recording': {
    name: 'conversations_recording_download',
    title: 'Download a call recording',
    summary:
      'Audio (WAV) of a recorded call. To know what was said take conversations_transcription_get, which is text and far smaller.',
    risk: 'read',
    hints: { messageId: 'a message of type TYPE_CALL' },
    words: ['audio', 'listen', 'voicemail', 'phone call'],
  },
  'GET /conversations/locations/{locationId}/messages/{messageId}/transcription': {
    name: 'conversations_transcription_get',
    title: 'Get a call transcript',
    summary:
      'Transcript of a recorded call by sentence, with times, speaker and confidence. As plain text: conversations_transcription_download.',
    risk: 'read',
    hints: { messageId: 'a message of type TYPE_CALL' },
    words: ['what was said', 'phone call', 'speech to text'],
  },
  'GET /conversations/locations/{locationId}/messages/{messageId}/transcription/download': {
    name: 'conversations_transcription_download',
    title: 'Download a call transcript',
    summary:
      'Transcript of a recorded call as plain text, good for summaries. With times and confidence per sentence: conversations_transcription_get.',
    risk: 'read',
    hints: { messageId: 'a message of type TYPE_CALL' },
    words: ['what was said', 'phone call', 'speech to text'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
