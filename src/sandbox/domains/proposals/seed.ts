/** Three templates in each location and a document in every stage of its life. */
import type { SeedContext, SeedLocation } from '../../domain.ts';
import { buildDocument } from './drafts.ts';
import {
  type DocumentStatus,
  type PaymentStatus,
  type ProposalTemplate,
  proposalDocuments,
  proposalTemplates,
} from './records.ts';

interface TemplateSketch {
  readonly name: string;
  readonly type: ProposalTemplate['type'];
  readonly amount: number;
  readonly isPublicDocument?: true;
}

const templateSketches: readonly TemplateSketch[] = [
  { name: 'Service agreement', type: 'proposal', amount: 890 },
  { name: 'Membership waiver', type: 'proposal', amount: 0, isPublicDocument: true },
  { name: 'Project estimate', type: 'estimate', amount: 1450 },
];

/** Of the first template but for the last, whose template asks for no money. */
const documentSketches: readonly { status: DocumentStatus; paymentStatus: PaymentStatus; daysOld: number }[] = [
  { status: 'completed', paymentStatus: 'paid', daysOld: 60 },
  { status: 'viewed', paymentStatus: 'waiting_for_payment', daysOld: 12 },
  { status: 'sent', paymentStatus: 'waiting_for_payment', daysOld: 6 },
  { status: 'draft', paymentStatus: 'no_payment', daysOld: 1 },
];

function seedTemplates({ world, daysAgo, usersIn }: SeedContext, { id: locationId }: SeedLocation): ProposalTemplate[] {
  const updatedBy = usersIn(locationId)[0]?.userId ?? '';
  return templateSketches.map(({ name, type, amount, isPublicDocument = false }, index) =>
    proposalTemplates(world).insert({
      id: world.newObjectId(),
      locationId,
      ...{ name, type, isPublicDocument, updatedBy },
      version: 2,
      grandTotal: { amount, currency: 'USD', discountPercentage: 0, discounts: [] },
      deleted: false,
      createdAt: daysAgo(150 - index * 10),
      updatedAt: daysAgo(90 - index * 10),
    }),
  );
}

/** Fills both locations. */
export function seedProposals(context: SeedContext): void {
  const { world, daysAgo } = context;
  for (const place of context.locations) {
    const [paid, free] = seedTemplates(context, place);
    const people = context.peopleIn(place.id);
    const userId = context.usersIn(place.id)[0]?.userId ?? '';
    for (const [index, { status, paymentStatus, daysOld }] of documentSketches.entries()) {
      const template = paymentStatus === 'no_payment' ? free : paid;
      const person = people[index * 7];
      if (template === undefined || person === undefined) continue;
      const contact = { ...person, id: person.contactId };
      const times = { createdAt: daysAgo(daysOld), updatedAt: daysAgo(daysOld - 0.5) };
      const isDone = status === 'completed';
      const isOpened = isDone || status === 'viewed';
      const draft = buildDocument(world, { template, contact, userId, isSent: status !== 'draft' });
      const recipients = draft.recipients.map((recipient) => ({
        ...recipient,
        hasCompleted: isDone,
        ...(isOpened && { lastViewedAt: times.updatedAt }),
        ...(isDone && { signedDate: times.updatedAt }),
      }));
      proposalDocuments(world).insert({ ...draft, status, paymentStatus, recipients, ...times });
    }
  }
}
