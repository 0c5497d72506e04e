/** The log of calls. Nobody calls the sandbox, so the seed's calls are all there are. */
import { badRequest } from '../../errors.ts';
import type { Handlers } from '../../handler.ts';
import type { World } from '../../world.ts';
import { resolveInLocation } from '../locations/access.ts';
import { takeNumberedPage } from '../shared/pages.ts';
import { type CallLog, callLogs, voiceAgents } from './records.ts';

interface LogQuery {
  readonly agentId?: string;
  readonly contactId?: readonly string[];
  readonly callType?: 'LIVE' | 'TRIAL';
  /** Epoch milliseconds; only together with `endDate`. */
  readonly startDate?: number;
  readonly endDate?: number;
  readonly actionType?: readonly string[];
  readonly sortBy?: 'duration' | 'createdAt';
  readonly sort?: 'ascend' | 'descend';
}

/** Throws a 400 for half a range, or one that ends before it begins. */
function validateRange({ startDate, endDate }: LogQuery): void {
  if (startDate === undefined && endDate === undefined) return;
  if (startDate === undefined || endDate === undefined)
    throw badRequest('startDate and endDate must be provided together');
  if (startDate >= endDate) throw badRequest('startDate must be less than endDate');
}

function isWanted(call: CallLog, query: LogQuery): boolean {
  const { agentId, contactId, callType, startDate = 0, endDate = Number.POSITIVE_INFINITY, actionType } = query;
  const at = Date.parse(call.createdAt);
  return (
    (agentId === undefined || call.agentId === agentId) &&
    (contactId === undefined || (call.contactId !== undefined && contactId.includes(call.contactId))) &&
    (callType === undefined || call.trialCall === (callType === 'TRIAL')) &&
    at >= startDate &&
    at <= endDate &&
    (actionType === undefined || call.executedCallActions.some((action) => actionType.includes(action.actionType)))
  );
}

/** Newest first unless the query sorts; a sort without a direction descends. */
function sortLogs(calls: readonly CallLog[], { sortBy, sort }: LogQuery): CallLog[] {
  const measure = (call: CallLog): number => (sortBy === 'duration' ? call.duration : Date.parse(call.createdAt));
  const direction = sortBy !== undefined && sort === 'ascend' ? 1 : -1;
  return calls.toSorted((a, b) => direction * (measure(a) - measure(b)));
}

const formatLog = (world: World, { locationId: _locationId, ...call }: CallLog): object => ({
  ...call,
  isAgentDeleted: voiceAgents(world).get(call.agentId) === undefined,
});

export const callLogHandlers: Handlers = {
  'GET /voice-ai/dashboard/call-logs': (request, world) => {
    validateRange(request.query);
    const found = callLogs(world)
      .indexed(request.locationId)
      .filter((call) => isWanted(call, request.query));
    const page = Math.max(1, request.query.page ?? 1);
    const size = Math.min(Math.max(1, request.query.pageSize ?? 10), 50);
    const logs = takeNumberedPage(sortLogs(found, request.query), page, size);
    return { body: { total: found.length, page, pageSize: size, callLogs: logs.map((log) => formatLog(world, log)) } };
  },

  'GET /voice-ai/dashboard/call-logs/{callId}': (request, world) => {
    const absent = () => badRequest('Call log not found');
    const call = resolveInLocation(callLogs(world), request.path.callId ?? '', request.locationId, absent);
    return { body: formatLog(world, call) };
  },
};
