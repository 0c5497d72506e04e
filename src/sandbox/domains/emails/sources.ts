/** E-mails that campaigns did not send: steps of workflows, and bulk actions on contacts. Read only. */
import { notFound } from '../../errors.ts';
import type { Handlers } from '../../handler.ts';
import type { World } from '../../world.ts';
import { resolveInLocation } from '../locations/access.ts';
import { hasWords, newestFirst, takePage } from '../payments/lists.ts';
import { workflows } from '../workflows/records.ts';
import {
  type BulkEmail,
  bulkEmails,
  getContentUrl,
  type WorkflowCampaign,
  type WorkflowEmail,
  workflowCampaigns,
} from './records.ts';
import { getSendPhase } from './status.ts';

const defaultLimit = 10;

function formatWorkflowCampaign(campaign: WorkflowCampaign, world: World): Record<string, unknown> {
  const { id, workflowId, createdAt, updatedAt } = campaign;
  const { name, status } = workflows(world).get(workflowId) ?? {};
  return { id, name, status, source: 'workflow', sourceId: workflowId, deleted: false, createdAt, updatedAt };
}

function formatStep({ recipientCount: _count, replyToAddress: _reply, ...step }: WorkflowEmail): object {
  const content = { editorType: 'html', isPlainText: false, editorContentUrl: getContentUrl('workflows', step.id) };
  return { ...step, ...content, updatedAt: step.createdAt };
}

const statusOfPhase = { waiting: 'scheduled', running: 'processing', done: 'complete' } as const;

function formatBulk(bulk: BulkEmail, world: World) {
  const { id, sourceId, name, scheduleType, createdAt, finishedAt } = bulk;
  const phase = getSendPhase(bulk, world.now());
  return {
    ...{ id, source: 'email-marketing', sourceId, name, status: statusOfPhase[phase], scheduleType, deleted: false },
    ...{ createdAt, updatedAt: createdAt, completedAt: phase === 'done' ? finishedAt : undefined },
  };
}

export const sourceHandlers: Handlers = {
  'GET /emails/locations/{locationId}/campaigns/workflows': (request, world) => {
    const { search, status } = request.query;
    const found = newestFirst(workflowCampaigns(world).indexed(request.locationId)).filter(({ workflowId }) => {
      const workflow = workflows(world).get(workflowId);
      return hasWords(search, [workflow?.name]) && (status === undefined || workflow?.status === status);
    });
    const page = takePage(found, request.query, defaultLimit);
    return { body: { campaigns: page.map((item) => formatWorkflowCampaign(item, world)), total: found.length } };
  },

  'GET /emails/locations/{locationId}/campaigns/workflows/{campaignId}': ({ path, locationId }, world) => {
    const absent = () => notFound('Campaign not found');
    const campaign = resolveInLocation(workflowCampaigns(world), path.campaignId ?? '', locationId, absent);
    return { body: { ...formatWorkflowCampaign(campaign, world), subSources: campaign.steps.map(formatStep) } };
  },

  'GET /emails/locations/{locationId}/campaigns/bulk-actions': (request, world) => {
    const { search, dateFrom, dateTo, status } = request.query;
    const found = newestFirst(bulkEmails(world).indexed(request.locationId)).filter(
      (bulk) =>
        hasWords(search, [bulk.name]) &&
        (dateFrom === undefined || Date.parse(bulk.createdAt) >= Date.parse(dateFrom)) &&
        (dateTo === undefined || Date.parse(bulk.createdAt) <= Date.parse(dateTo)) &&
        (status === undefined || formatBulk(bulk, world).status === status),
    );
    const campaigns = takePage(found, request.query, defaultLimit).map((bulk) => {
      const { subject, fromName: name, fromEmail } = bulk.sender;
      const emailMetadata = { subject, name, from: `${name} <${fromEmail}>`, templateId: bulk.templateId };
      return { ...formatBulk(bulk, world), emailMetadata };
    });
    return { body: { campaigns, total: found.length } };
  },

  'GET /emails/locations/{locationId}/campaigns/bulk-actions/{campaignId}': ({ path, locationId }, world) => {
    const absent = () => notFound('Campaign not found');
    const bulk = resolveInLocation(bulkEmails(world), path.campaignId ?? '', locationId, absent);
    const content = {
      ...{ editorType: 'html', isPlainText: false, editorContentUrl: getContentUrl('bulk-actions', bulk.id) },
    };
    return { body: { ...formatBulk(bulk, world), ...bulk.sender, ...content } };
  },
};
