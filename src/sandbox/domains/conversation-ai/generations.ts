/** How a message of an agent came about. The sandbox has no model, so only the seed's messages have a story. */
import { badRequest } from '../../errors.ts';
import type { Handlers } from '../../handler.ts';
import { resolveInLocation } from '../locations/access.ts';
import { generations } from './records.ts';

export const generationHandlers: Handlers = {
  'GET /conversation-ai/generations': (request, world) => {
    const { messageId, source } = request.query;
    const absent = () => badRequest(`No generation details found for the message id: ${messageId}`);
    const generation = resolveInLocation(generations(world), messageId, request.locationId, absent);
    if (generation.source !== source) throw absent();
    const { id: _id, locationId: _locationId, source: _source, ...story } = generation;
    return { body: { ...story, faqs: [], website: [], actionLogs: [] } };
  },
};
