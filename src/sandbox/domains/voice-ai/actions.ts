/** What an agent can do during a call. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { resolveInLocation } from '../locations/access.ts';
import { resolveVoiceAgent } from './agents.ts';
import { type VoiceAction, type VoiceActionType, voiceActions } from './records.ts';

/** What the parameters of each type must have; the gate only knows that they fit one of the types. */
const requiredParameters: Readonly<Record<VoiceActionType, readonly string[]>> = {
  CALL_TRANSFER: ['triggerPrompt', 'transferToType', 'transferToValue', 'triggerMessage'],
  DATA_EXTRACTION: ['contactFieldId', 'description', 'examples'],
  IN_CALL_DATA_EXTRACTION: ['contactFieldId', 'description', 'examples'],
  WORKFLOW_TRIGGER: ['triggerPrompt', 'triggerMessage', 'workflowId'],
  SMS: ['triggerPrompt', 'triggerMessage', 'messageBody'],
  APPOINTMENT_BOOKING: ['calendarId', 'daysOfOfferingDates', 'slotsPerDay', 'hoursBetweenSlots'],
  CUSTOM_ACTION: ['triggerPrompt', 'triggerMessage', 'apiDetails'],
  KNOWLEDGE_BASE: ['triggerPrompt', 'knowledgeBaseId'],
};

/** The action that a body describes. Throws 400 for an unknown agent, 422 for parameters of another type. */
function parseAction(request: SandboxRequest, world: World): Omit<VoiceAction, 'id'> {
  const { agentId, actionType, name, actionParameters } = request.body;
  resolveVoiceAgent(world, request.locationId, agentId);
  const missing = requiredParameters[actionType as VoiceActionType].filter((field) => !(field in actionParameters));
  if (missing.length > 0) throw unprocessable(missing.map((field) => `actionParameters.${field} should not be empty`));
  return { locationId: request.locationId, agentId, actionType, name, actionParameters };
}

const resolveAction = (request: SandboxRequest, world: World): VoiceAction =>
  resolveInLocation(voiceActions(world), request.path.actionId ?? '', request.locationId, () =>
    badRequest('Action not found'),
  );

/** Throws a 400 when the action is attached to another agent than the one named. */
function resolveActionOf(request: SandboxRequest, world: World, agentId: string): VoiceAction {
  const action = resolveAction(request, world);
  if (action.agentId !== agentId) throw badRequest('Action not found');
  return action;
}

const formatAction = ({ id, actionType, name, actionParameters }: VoiceAction): object => ({
  id,
  actionType,
  name,
  actionParameters,
});

export const actionHandlers: Handlers = {
  'POST /voice-ai/actions': (request, world) => ({
    body: formatAction(voiceActions(world).insert({ id: world.newObjectId(), ...parseAction(request, world) })),
  }),

  'GET /voice-ai/actions/{actionId}': (request, world) => ({ body: formatAction(resolveAction(request, world)) }),

  'PUT /voice-ai/actions/{actionId}': (request, world) => {
    const { id } = resolveActionOf(request, world, request.body.agentId);
    return { body: formatAction(voiceActions(world).update(id, parseAction(request, world))) };
  },

  'DELETE /voice-ai/actions/{actionId}': (request, world) => {
    voiceActions(world).delete(resolveActionOf(request, world, request.query.agentId).id);
    return { body: undefined };
  },
};
