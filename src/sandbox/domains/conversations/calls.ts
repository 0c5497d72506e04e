/** Recordings and transcriptions of calls that were answered. */
import { badRequest } from '../../errors.ts';
import type { Handler, Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { isCall } from './channels.ts';
import { findMessage } from './lookups.ts';
import type { CallDetails, Message } from './records.ts';

const sampleRate = 8_000;

/** What is heard on every recorded call; who says it alternates. */
const sentences = [
  'This call may be recorded.',
  'Hello, how can I help you?',
  'I would like to ask about an appointment.',
  'Of course, let me look at the calendar.',
  'Thank you, that works for me.',
] as const;

interface Sentence {
  readonly channel: 1 | 2;
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly text: string;
}

/** Throws a 400 for what is no call, or one that nobody answered. */
function findRecordedCall(world: World, request: SandboxRequest): { message: Message; call: CallDetails } {
  const message = findMessage(world, request, request.path.messageId);
  const { call } = message;
  if (!isCall(message.messageType) || call === undefined || call.durationSeconds === 0) {
    throw badRequest(`No recording found for message ${message.id}`);
  }
  return { message, call };
}

/** One second of a quiet tone: mono, 8 bit, a valid RIFF file. */
function buildWav(): Buffer {
  const data = Buffer.alloc(sampleRate);
  for (let index = 0; index < data.length; index += 1) {
    data[index] = 128 + Math.round(20 * Math.sin((2 * Math.PI * 440 * index) / sampleRate));
  }
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}

function transcribe(call: CallDetails): Sentence[] {
  const length = call.durationSeconds / sentences.length;
  return sentences.map((text, index) => ({
    channel: index % 2 === 0 ? 1 : 2,
    startSeconds: Math.round(index * length),
    endSeconds: Math.round((index + 1) * length),
    text,
  }));
}

const getRecording: Handler = (request, world) => {
  const { message } = findRecordedCall(world, request);
  return {
    body: buildWav(),
    contentType: 'audio/x-wav',
    headers: { 'content-disposition': `attachment; filename="${message.id}.wav"` },
  };
};

/** The documents show one object, not a list of sentences: all that was said is in its transcript. */
const getTranscription: Handler = (request, world) => {
  const spoken = transcribe(findRecordedCall(world, request).call);
  return {
    body: {
      mediaChannel: 1,
      sentenceIndex: 0,
      startTime: 0,
      endTime: spoken.at(-1)?.endSeconds ?? 0,
      transcript: spoken.map(({ text }) => text).join(' '),
      confidence: 0.94,
    },
  };
};

const formatClock = (seconds: number): string =>
  `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;

const downloadTranscription: Handler = (request, world) => {
  const { message, call } = findRecordedCall(world, request);
  const lines = transcribe(call).map(
    ({ channel, startSeconds, text }) => `[${formatClock(startSeconds)}] Speaker ${channel}: ${text}`,
  );
  return {
    body: Buffer.from(`${lines.join('\n')}\n`),
    contentType: 'text/plain',
    headers: { 'content-disposition': `attachment; filename="${message.id}.txt"` },
  };
};

export const callHandlers = {
  'GET /conversations/messages/{messageId}/locations/{locationId}/recording': getRecording,
  'GET /conversations/locations/{locationId}/messages/{messageId}/transcription': getTranscription,
  'GET /conversations/locations/{locationId}/messages/{messageId}/transcription/download': downloadTranscription,
} satisfies Handlers;
