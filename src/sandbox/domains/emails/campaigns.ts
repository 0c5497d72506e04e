/** E-mail campaigns: written as drafts, then scheduled; from there on their status follows the clock. */
import { badRequest, conflict, notFound } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { definedOnly, resolveInLocation } from '../locations/access.ts';
import { hasWords, newestFirst, takePage } from '../payments/lists.ts';
import { assertContentPair } from './content.ts';
import { countRecipients } from './recipients.ts';
import { type CampaignSchedule, type EmailCampaign, emailCampaigns, getContentUrl } from './records.ts';
import { getCampaignStatus } from './status.ts';
import { resolveTemplate } from './templates.ts';
import { resolveTiming } from './timing.ts';

const defaultLimit = 10;

function formatCampaign(campaign: EmailCampaign, world: World): Record<string, unknown> {
  const { id, sourceId, name, schedule, createdAt, updatedAt } = campaign;
  const status = getCampaignStatus(campaign, world.now());
  const variations = (schedule?.variationIds ?? []).map((variationId, index) => ({
    sourceId: variationId,
    isWinner: status === 'sent' && index === 0,
  }));
  return {
    ...{ id, source: 'email-campaign', sourceId, name, status },
    ...{ campaignType: 'bulk-email', campaignCategory: 'email-campaign' },
    ...(variations.length > 0 && { variations }),
    ...{ deleted: false, createdAt, updatedAt },
  };
}

function formatWhole(campaign: EmailCampaign, world: World): Record<string, unknown> {
  const { id, editorType, schedule } = campaign;
  const written = { editorType, isPlainText: editorType === 'text', editorContentUrl: getContentUrl('campaigns', id) };
  return { ...formatCampaign(campaign, world), ...written, ...schedule?.sender };
}

/** Throws 404, as documented. */
function resolveCampaign({ path, locationId }: SandboxRequest, world: World): EmailCampaign {
  return resolveInLocation(emailCampaigns(world), path.campaignId ?? '', locationId, () =>
    notFound('Campaign not found'),
  );
}

/** Throws as the parts of the request deserve: 422 for what is missing, 400 for what is wrong. */
function parseSchedule(request: SandboxRequest, world: World): CampaignSchedule {
  const { scheduleType, emailMeta, sendDays = [], scheduleConfig, rssConfig, abTestConfig } = request.body;
  const { attachments: _attachments, ...sender } = emailMeta;
  if (scheduleType === 'rss' && abTestConfig !== undefined) throw badRequest('abTestConfig does not go with rss');
  const recipientCount = countRecipients(request, world);
  const variationIds = (abTestConfig?.variations ?? []).map(() => world.newId());
  return {
    scheduleType,
    sender,
    recipientCount,
    ...resolveTiming(request, recipientCount, world.now()),
    sendDays,
    ...definedOnly({ repeatAfter: rssConfig?.repeatAfter as string | undefined }),
    clickTracking: scheduleConfig?.tracking?.clickTracking ?? false,
    utmTracking: scheduleConfig?.tracking?.utmTracking ?? false,
    resendToUnopened: scheduleConfig?.resend?.enabled ?? false,
    variationIds,
  };
}

export const campaignHandlers: Handlers = {
  'GET /emails/locations/{locationId}/campaigns/emails': (request, world) => {
    const { search, status = 'all' } = request.query;
    const found = newestFirst(emailCampaigns(world).indexed(request.locationId)).filter(
      (campaign) =>
        hasWords(search, [campaign.name]) && (status === 'all' || getCampaignStatus(campaign, world.now()) === status),
    );
    const campaigns = takePage(found, request.query, defaultLimit).map((campaign) => formatCampaign(campaign, world));
    return { body: { campaigns, total: found.length } };
  },

  'POST /emails/locations/{locationId}/campaigns/emails': (request, world) => {
    const { name, editorType, timeZone, userId, templateId, editorContent, parentFolderId } = request.body;
    const template = templateId === undefined ? undefined : resolveTemplate(templateId, request, world);
    const now = world.timestamp();
    const campaign = emailCampaigns(world).insert({
      ...{ id: world.newObjectId(), locationId: request.locationId, name, timeZone, updatedBy: userId },
      editorType,
      content: editorContent ?? template?.content ?? '',
      ...definedOnly({ templateId, parentFolderId }),
      ...{ createdAt: now, updatedAt: now },
    });
    return { body: formatCampaign(campaign, world) };
  },

  'GET /emails/locations/{locationId}/campaigns/emails/{campaignId}': (request, world) => ({
    body: formatWhole(resolveCampaign(request, world), world),
  }),

  'PATCH /emails/locations/{locationId}/campaigns/emails/{campaignId}': (request, world) => {
    const before = resolveCampaign(request, world);
    assertContentPair(request);
    const status = getCampaignStatus(before, world.now());
    if (status !== 'draft') throw badRequest(`Only a draft can be updated, this campaign is ${status}`);
    const { name, editorContent: content, editorType, userId: updatedBy } = request.body;
    const change = definedOnly({ name, content, editorType, updatedBy });
    const campaign = emailCampaigns(world).update(before.id, { ...change, updatedAt: world.timestamp() });
    return { body: formatCampaign(campaign, world) };
  },

  'DELETE /emails/locations/{locationId}/campaigns/emails/{campaignId}': (request, world) => ({
    body: { deleted: emailCampaigns(world).delete(resolveCampaign(request, world).id) },
  }),

  'POST /emails/locations/{locationId}/campaigns/emails/{campaignId}/schedule': (request, world) => {
    const { id, ...before } = resolveCampaign(request, world);
    const status = getCampaignStatus({ id, ...before }, world.now());
    if (!['draft', 'cancelled', 'paused'].includes(status)) {
      throw conflict('Campaign is already scheduled or being processed');
    }
    const sourceId = before.sourceId ?? world.newId();
    const { timeZone, userId: updatedBy } = request.body;
    const schedule = parseSchedule(request, world);
    emailCampaigns(world).update(id, {
      ...{ schedule, sourceId, timeZone, updatedBy, updatedAt: world.timestamp() },
      ...({ halted: undefined } as object),
    });
    return { body: { campaignId: id, sourceId } };
  },
};
