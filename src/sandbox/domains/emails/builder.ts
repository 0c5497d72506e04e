/** The older operations on e-mail templates and campaigns; with `Version: v3` HighLevel refuses them. */
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { definedOnly } from '../locations/access.ts';
import { hasWords, newestFirst, takePage } from '../payments/lists.ts';
import { type EmailCampaign, type EmailTemplate, emailCampaigns, emailTemplates, getContentUrl } from './records.ts';
import { type CampaignStatus, getCampaignStatus } from './status.ts';
import { assertFolder, deleteTemplate, insertTemplate, resolveTemplate } from './templates.ts';

const defaultLimit = 10;

function formatBuilder(template: EmailTemplate): Record<string, unknown> {
  const { id, name, kind, updatedBy, isPlainText, updatedAt, createdAt, builderVersion, editorType } = template;
  return {
    ...{ id, name, updatedBy, isPlainText, lastUpdated: updatedAt, dateAdded: createdAt, version: builderVersion },
    previewUrl: getContentUrl('templates', id),
    templateType: kind === 'folder' ? 'folder' : editorType,
  };
}

/** A search looks into folders; without one, a folder's own level is listed. */
function isListed(template: EmailTemplate, query: SandboxRequest['query']): boolean {
  const { search, name, archived = false, builderVersion = '2', parentId = '', templatesOnly } = query;
  const isSearch = Boolean(search) || Boolean(name);
  return (
    hasWords(search, [template.name]) &&
    hasWords(name, [template.name]) &&
    template.archived === archived &&
    template.builderVersion === builderVersion &&
    (templatesOnly !== true || template.kind === 'template') &&
    ((isSearch && parentId === '') || (template.parentFolderId ?? '') === parentId)
  );
}

/** What the status of a campaign is called here: of the schedule, and of the e-mails. */
const olderNames: Readonly<Record<CampaignStatus, readonly [status: readonly string[], emailStatus: string]>> = {
  draft: [['draft'], 'not-started'],
  scheduled: [['active'], 'scheduled'],
  processing: [['active'], 'processing'],
  sent: [['active', 'complete'], 'complete'],
  paused: [['pause'], 'paused'],
  cancelled: [['cancelled'], 'cancelled'],
};

function formatSchedule(campaign: EmailCampaign, world: World, limitedFields: boolean): Record<string, unknown> {
  const { id, name, schedule, parentFolderId: parentId, editorType, locationId, createdAt, updatedAt } = campaign;
  const url = getContentUrl('campaigns', id);
  const { templateId = '' } = campaign;
  const isPlainText = editorType === 'text';
  const essential = { id, templateDataDownloadUrl: url, updatedAt, templateType: editorType, templateId };
  if (limitedFields) return { ...essential, downloadUrl: url, isPlainText };
  return {
    ...{ ...essential, _id: id, name, parentId, locationId, createdAt, downloadUrl: url, isPlainText },
    status: olderNames[getCampaignStatus(campaign, world.now())][0][0],
    ...{ campaignType: 'normal', bulkActionVersion: '2', childCount: 0, child: [], documentId: id },
    ...{ deleted: false, migrated: true, archived: false, __v: 0 },
    repeatAfter: schedule?.repeatAfter,
    sendDays: schedule?.sendDays ?? [],
    hasTracking: schedule?.clickTracking ?? false,
    hasUtmTracking: schedule?.utmTracking ?? false,
    enableResendToUnopened: schedule?.resendToUnopened ?? false,
  };
}

export const builderHandlers: Handlers = {
  'GET /emails/builder': (request, world) => {
    const found = emailTemplates(world)
      .indexed(request.locationId)
      .filter((template) => isListed(template, request.query));
    const newest = newestFirst(found);
    const sorted = request.query.sortByDate === 'asc' ? newest.toReversed() : newest;
    return {
      body: { builders: takePage(sorted, request.query, defaultLimit).map(formatBuilder), total: found.length },
    };
  },

  'POST /emails/builder': (request, world) => {
    const { type, title, name, parentId, importURL, updatedBy, builderVersion, isPlainText } = request.body;
    if (type === 'import' && importURL === undefined) throw badRequest('importURL is required for type import');
    assertFolder(parentId, request, world);
    const template = insertTemplate(world, {
      locationId: request.locationId,
      kind: type === 'folder' ? 'folder' : 'template',
      name: title ?? name ?? 'New Template',
      editorType: type === 'builder' || type === 'blank' ? 'builder' : 'html',
      ...definedOnly({ parentFolderId: parentId || undefined, importUrl: importURL, updatedBy }),
      ...definedOnly({ builderVersion, isPlainText }),
    });
    return { body: { redirect: template.id } };
  },

  'POST /emails/builder/data': (request, world) => {
    const { templateId, updatedBy, html: content, editorType, previewText, isPlainText } = request.body;
    const { id } = resolveTemplate(templateId, request, world);
    const change = { updatedBy, content, editorType, ...definedOnly({ previewText, isPlainText }) };
    emailTemplates(world).update(id, { ...change, updatedAt: world.timestamp() });
    const url = getContentUrl('templates', id);
    return { body: { ok: 'true', previewUrl: url, templateDownloadUrl: url } };
  },

  'DELETE /emails/builder/{locationId}/{templateId}': (request, world) => {
    deleteTemplate(resolveTemplate(request.path.templateId ?? '', request, world), world);
    return { body: { ok: 'true' } };
  },

  'GET /emails/schedule': (request, world) => {
    const { status = 'active', emailStatus = 'complete', name, parentId, archived, limitedFields } = request.query;
    const found = newestFirst(emailCampaigns(world).indexed(request.locationId)).filter((campaign) => {
      const [statuses, ownEmailStatus] = olderNames[getCampaignStatus(campaign, world.now())];
      return (
        statuses.includes(status) &&
        (emailStatus === 'all' || emailStatus === ownEmailStatus) &&
        hasWords(name, [campaign.name]) &&
        (parentId === undefined || campaign.parentFolderId === parentId) &&
        archived !== true
      );
    });
    const page = takePage(found, request.query, defaultLimit);
    const schedules = page.map((campaign) => formatSchedule(campaign, world, limitedFields === true));
    return { body: { schedules, total: found.length } };
  },
};
