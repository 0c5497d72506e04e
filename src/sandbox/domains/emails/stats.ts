/** Figures of sends: what becomes of the e-mails is made up, but the same for everybody who asks. */
import { badRequest, notFound } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { bulkEmails, emailCampaigns, type Sending, workflowCampaigns } from './records.ts';
import { getProgress } from './status.ts';

const formatRate = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;

/** The documented figures of that many sent e-mails. */
export function buildStats(sent: number): Record<string, number> {
  const share = (rate: number, whole = sent): number => Math.floor(whole * rate);
  const [permanentFail, temporaryFail, accepted] = [share(0.02), share(0.01), share(0.005)];
  const bounced = permanentFail + temporaryFail;
  const delivered = sent - bounced - accepted;
  const opened = share(0.42, delivered);
  const clicked = share(0.08, delivered);
  const unsubscribed = share(0.006, delivered);
  const replied = share(0.02, delivered);
  return {
    ...{ sent, accepted, delivered, opened, clicked, unsubscribed, complained: 0 },
    ...{ permanentFail, temporaryFail, rejected: 0, failed: 0, replied },
    openRate: formatRate(opened, delivered),
    clickRate: formatRate(clicked, delivered),
    unsubscribeRate: formatRate(unsubscribed, delivered),
    complaintRate: 0,
    bounceRate: formatRate(bounced, sent),
    replyRate: formatRate(replied, delivered),
  };
}

const countSent = (sending: Sending, world: World): number =>
  Math.floor(sending.recipientCount * getProgress(sending, world.now()));

/** How many e-mails have left, by where they come from. Undefined: nothing of that id. */
const counters: Readonly<
  Record<string, (request: SandboxRequest, world: World, sourceId: string) => number | undefined>
> = {
  'email-campaigns': ({ locationId }, world, sourceId) => {
    for (const { schedule, sourceId: ownId } of emailCampaigns(world).inLocation(locationId)) {
      if (schedule === undefined) continue;
      if (ownId === sourceId) return countSent(schedule, world);
      const { variationIds } = schedule;
      if (variationIds.includes(sourceId)) return Math.ceil(countSent(schedule, world) / variationIds.length);
    }
    return undefined;
  },
  'workflow-campaigns': ({ locationId, query }, world, sourceId) => {
    const campaign = workflowCampaigns(world)
      .inLocation(locationId)
      .find(({ workflowId }) => workflowId === sourceId);
    const steps = campaign?.steps.filter(({ id }) => query.subSourceId === undefined || id === query.subSourceId);
    if (steps === undefined || steps.length === 0) return undefined;
    return steps.reduce((sum, { recipientCount }) => sum + recipientCount, 0);
  },
  'bulk-actions': ({ locationId }, world, wanted) => {
    const found = bulkEmails(world)
      .inLocation(locationId)
      .find(({ sourceId }) => sourceId === wanted);
    return found && countSent(found, world);
  },
};

export const statsHandlers: Handlers = {
  'GET /emails/locations/{locationId}/campaigns/stats/{source}/{sourceId}': (request, world) => {
    const { source = '', sourceId = '' } = request.path;
    const { subSourceId } = request.query;
    if (subSourceId !== undefined && source !== 'workflow-campaigns') {
      throw badRequest('subSourceId is only valid when source is workflow-campaigns');
    }
    const sent = counters[source]?.(request, world, sourceId);
    if (sent === undefined) throw notFound('The requested resource was not found');
    return { body: { locationId: request.locationId, source, sourceId, subSourceId, stats: buildStats(sent) } };
  },
};
