/** E-mail templates and their folders, as the newer operations see them. */
import { badRequest, notFound, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { resolveInLocation } from '../locations/access.ts';
import { hasWords, takePage } from '../payments/lists.ts';
import { assertContentPair, presentOnly } from './content.ts';
import { type EditorType, type EmailTemplate, emailTemplates, getContentUrl } from './records.ts';

const defaultLimit = 10;

/** Template or folder. Throws 404, as documented. */
export function resolveTemplate(id: string, { locationId }: SandboxRequest, world: World): EmailTemplate {
  return resolveInLocation(emailTemplates(world), id, locationId, () => notFound('Template not found'));
}

/** Throws 404 unless there is a folder of that id; no id: the top. */
export function assertFolder(id: string | null | undefined, request: SandboxRequest, world: World): void {
  if (!id) return;
  if (resolveTemplate(id, request, world).kind !== 'folder') throw notFound('Folder not found');
}

const childrenOf = (folder: EmailTemplate, world: World): EmailTemplate[] =>
  emailTemplates(world)
    .inLocation(folder.locationId)
    .filter(({ parentFolderId }) => parentFolderId === folder.id);

/** Deletes a template, or a folder with all that lies in it. */
export function deleteTemplate(template: EmailTemplate, world: World): void {
  const children = childrenOf(template, world);
  emailTemplates(world).delete(template.id);
  for (const child of children) deleteTemplate(child, world);
}

export type NewTemplate = Pick<EmailTemplate, 'locationId' | 'name' | 'kind'> & Partial<EmailTemplate>;

export function insertTemplate(world: World, template: NewTemplate): EmailTemplate {
  const now = world.timestamp();
  return emailTemplates(world).insert({
    id: world.newObjectId(),
    editorType: 'html',
    content: '',
    isPlainText: template.editorType === 'text',
    builderVersion: '2',
    archived: false,
    createdAt: now,
    updatedAt: now,
    ...template,
  });
}

function formatItem(template: EmailTemplate, world: World): Record<string, unknown> {
  const { id, name, kind, editorType, isPlainText, parentFolderId, createdAt, updatedAt } = template;
  const base = { id, name, type: kind, parentFolderId, createdAt, updatedAt };
  if (kind === 'template') return { ...base, editorType, isPlainText, previewUrl: getContentUrl('templates', id) };
  const childCount = childrenOf(template, world).length;
  return { ...base, childCount, hasChildren: childCount > 0 };
}

/** What is shown of a template that was just written. */
function formatWritten(template: EmailTemplate): Record<string, unknown> {
  const { locationId: _location, kind: _kind, content: _content, builderVersion: _version, ...shown } = template;
  const { importUrl: _url, updatedBy: _by, archived: _archived, ...rest } = shown;
  return { ...rest, previewUrl: getContentUrl('templates', template.id) };
}

/** The fields that create and update share. */
function pickTexts({ body }: SandboxRequest): Partial<EmailTemplate> {
  const { name, subjectLine, fromName, fromEmail, previewText, userId: updatedBy } = body;
  return presentOnly({ name, subjectLine, fromName, fromEmail, previewText, updatedBy });
}

function isListed(template: EmailTemplate, { search, archived, folderId, include }: SandboxRequest['query']): boolean {
  return (
    hasWords(search, [template.name]) &&
    template.archived === (archived ?? false) &&
    (folderId === undefined || (template.parentFolderId ?? 'root') === folderId) &&
    (include === undefined || include === 'all' || include === `${template.kind}s`)
  );
}

export const templateHandlers: Handlers = {
  'GET /emails/locations/{locationId}/templates': (request, world) => {
    const found = emailTemplates(world)
      .indexed(request.locationId)
      .filter((template) => isListed(template, request.query))
      .toSorted((a, b) => (a.updatedAt < b.updatedAt ? -1 : a.updatedAt > b.updatedAt ? 1 : 0));
    const sorted = request.query.sortOrder === 'asc' ? found : found.toReversed();
    const items = takePage(sorted, request.query, defaultLimit).map((template) => formatItem(template, world));
    return { body: { items, total: found.length } };
  },

  'POST /emails/locations/{locationId}/templates': (request, world) => {
    const { name, editorType, editorContent, parentFolderId } = request.body;
    assertFolder(parentFolderId, request, world);
    const template = insertTemplate(world, {
      ...{ locationId: request.locationId, kind: 'template', ...pickTexts(request), name, editorType },
      ...presentOnly({ content: editorContent as string | undefined, parentFolderId }),
    });
    return { body: formatWritten(template) };
  },

  'POST /emails/locations/{locationId}/templates/import': (request, world) => {
    const { importUrl, parentFolderId } = request.body;
    const name = request.body.name ?? 'Imported template';
    if (!URL.canParse(importUrl)) throw unprocessable(['importUrl must be a URL address']);
    assertFolder(parentFolderId, request, world);
    const template = insertTemplate(world, {
      ...{ locationId: request.locationId, kind: 'template', ...pickTexts(request), name, importUrl },
      ...presentOnly({ parentFolderId }),
    });
    return { body: formatWritten(template) };
  },

  'POST /emails/locations/{locationId}/templates/folders': (request, world) => {
    const { name } = request.body;
    const { locationId } = request;
    const folder = insertTemplate(world, { locationId, kind: 'folder', ...pickTexts(request), name });
    const { id, createdAt, updatedAt } = folder;
    return { body: { id, name, createdAt, updatedAt } };
  },

  'GET /emails/locations/{locationId}/templates/{templateId}': (request, world) => {
    const template = resolveTemplate(request.path.templateId ?? '', request, world);
    const { previewUrl: editorContentUrl, subjectLine: subject, ...rest } = formatWritten(template);
    return { body: { ...rest, subject, editorContentUrl, deleted: false } };
  },

  'PATCH /emails/locations/{locationId}/templates/{templateId}': (request, world) => {
    const { id } = resolveTemplate(request.path.templateId ?? '', request, world);
    assertContentPair(request);
    const { editorContent, archived, parentFolderId } = request.body;
    const editorType: EditorType | null | undefined = request.body.editorType;
    if (parentFolderId === id) throw badRequest('A folder cannot lie in itself');
    assertFolder(parentFolderId, request, world);
    const template = emailTemplates(world).update(id, {
      ...pickTexts(request),
      ...presentOnly({ content: editorContent as string | undefined, editorType, archived }),
      ...(editorType != null && { isPlainText: editorType === 'text' }),
      // Null moves it to the top.
      ...(parentFolderId !== undefined && ({ parentFolderId: parentFolderId ?? undefined } as object)),
      updatedAt: world.timestamp(),
    });
    return { body: { ...formatWritten(template), archived: template.archived } };
  },

  'DELETE /emails/locations/{locationId}/templates/{templateId}': (request, world) => {
    deleteTemplate(resolveTemplate(request.path.templateId ?? '', request, world), world);
    return { body: { deleted: true } };
  },
};
