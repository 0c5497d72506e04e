/** For every location: templates in a folder and beside it, campaigns of every status, e-mails of workflows. */
import type { SeedContext, SeedLocation } from '../../domain.ts';
import { createWorldUuid } from '../shared/uuid.ts';
import { workflows } from '../workflows/records.ts';
import { bulkEmails, type EmailCampaign, emailCampaigns, type Sender, workflowCampaigns } from './records.ts';
import { insertTemplate } from './templates.ts';

const buildSender = ({ name, email }: SeedLocation, subject: string): Sender => ({
  subject,
  fromName: name,
  fromEmail: email,
});

/** The id of the newsletter's template, which campaigns are made from. */
function seedTemplates({ world, daysAgo, usersIn }: SeedContext, location: SeedLocation): string {
  const { id: locationId } = location;
  const updatedBy = usersIn(locationId)[0]?.userId ?? '';
  const at = (days: number) => ({ createdAt: daysAgo(days), updatedAt: daysAgo(days) });
  const texts = { fromName: location.name, fromEmail: location.email };
  const base = { locationId, updatedBy, ...texts };
  const folder = insertTemplate(world, { ...base, kind: 'folder', name: 'Seasonal', ...at(120) });
  insertTemplate(world, {
    ...{ ...base, kind: 'template', name: 'Welcome', subjectLine: 'Welcome to us', ...at(110) },
    content: '<p>Hello {{contact.first_name}}, good to have you here.</p>',
  });
  insertTemplate(world, {
    ...{ ...base, kind: 'template', name: 'Spring offer', subjectLine: 'Spring is here', ...at(70) },
    ...{ parentFolderId: folder.id, content: '<h1>Spring offer</h1><p>Book this month and save.</p>' },
  });
  const newsletter = insertTemplate(world, {
    ...{ ...base, kind: 'template', name: 'Newsletter', subjectLine: 'News from us', ...at(40) },
    content: '<h1>News</h1><p>What happened this month.</p>',
  });
  return newsletter.id;
}

function seedCampaigns(context: SeedContext, location: SeedLocation, templateId: string): void {
  const { world, daysAgo, usersIn, peopleIn } = context;
  const { id: locationId, timezone: timeZone } = location;
  const updatedBy = usersIn(locationId)[0]?.userId ?? '';
  const recipientCount = peopleIn(locationId).length;
  const insert = (name: string, days: number, rest: Partial<EmailCampaign>) =>
    emailCampaigns(world).insert({
      ...{ id: world.newObjectId(), locationId, name, editorType: 'html', timeZone, templateId, updatedBy },
      ...{ content: '<h1>News</h1>', createdAt: daysAgo(days), updatedAt: daysAgo(days), ...rest },
    });
  const schedule = (subject: string, startsDaysAgo: number) => ({
    ...({ scheduleType: 'scheduled', sender: buildSender(location, subject), recipientCount, sendDays: [] } as const),
    ...{ startsAt: daysAgo(startsDaysAgo), finishedAt: daysAgo(startsDaysAgo - 0.001) },
    ...{ clickTracking: true, utmTracking: false, resendToUnopened: false, variationIds: [] },
  });
  insert('Summer newsletter', 45, { sourceId: world.newId(), schedule: schedule('Our summer news', 44) });
  insert('Autumn newsletter', 16, { sourceId: world.newId(), schedule: schedule('Our autumn news', 15) });
  insert('Price change', 10, { sourceId: world.newId(), schedule: schedule('New prices', 9), halted: 'cancelled' });
  insert('Holiday hours', 3, { sourceId: world.newId(), schedule: schedule('When we are open', -6) });
  insert('Winter newsletter', 1, {});
}

function seedWorkflowCampaigns({ world, daysAgo, between }: SeedContext, location: SeedLocation): void {
  for (const workflow of workflows(world).inLocation(location.id).slice(0, 2)) {
    const [createdAt, updatedAt] = [daysAgo(100), daysAgo(30)];
    const steps = ['First e-mail', 'Follow-up after 3 days'].map((name, index) => ({
      ...{ id: createWorldUuid(world), name, createdAt, recipientCount: between(20, 60) - index * 10 },
      ...buildSender(location, `${workflow.name}, part ${index + 1}`),
    }));
    workflowCampaigns(world).insert({
      ...{ id: world.newObjectId(), locationId: location.id, workflowId: workflow.id, steps, createdAt, updatedAt },
    });
  }
}

function seedBulkEmails({ world, daysAgo }: SeedContext, location: SeedLocation, templateId: string): void {
  for (const [name, days, scheduleType] of [
    ['Reminder to those without an appointment', 28, 'DRIP'],
    ['Thank you, vip', 12, 'NOW'],
  ] as const) {
    bulkEmails(world).insert({
      ...{ id: world.newId(), locationId: location.id, sourceId: createWorldUuid(world), name, scheduleType },
      ...{ recipientCount: 34, startsAt: daysAgo(days), finishedAt: daysAgo(days - 0.5), templateId },
      ...{ sender: buildSender(location, name), createdAt: daysAgo(days) },
    });
  }
}

export function seedEmails(context: SeedContext): void {
  for (const location of context.locations) {
    const templateId = seedTemplates(context, location);
    seedCampaigns(context, location, templateId);
    seedWorkflowCampaigns(context, location);
    seedBulkEmails(context, location, templateId);
  }
}
