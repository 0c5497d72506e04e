/** Submissions for the forms and surveys that the world starts with. */
import type { Person, SeedContext } from '../../domain.ts';
import type { Submission } from './submissions.ts';

export interface SeedQuestionnaire {
  readonly id: string;
  readonly locationId: string;
  readonly name: string;
}

export interface SubmissionPlan {
  readonly medium: 'form' | 'survey';
  /** How many answer. */
  readonly count: number;
  readonly website: string;
  answer(person: Person): Readonly<Record<string, unknown>>;
}

/** One submission every three days, the last one half a day ago, so that some lie beyond the listed month. */
export function buildSubmissions(
  context: SeedContext,
  questionnaire: SeedQuestionnaire,
  { medium, count, website, answer }: SubmissionPlan,
): Submission[] {
  const people = context.peopleIn(questionnaire.locationId).slice(-count);
  return people.map((person, index) => {
    const createdAt = context.daysAgo((people.length - 1 - index) * 3 + 0.5);
    const answers = answer(person);
    return {
      id: context.world.newObjectId(),
      locationId: questionnaire.locationId,
      contactId: person.contactId,
      questionnaireId: questionnaire.id,
      name: `${person.firstName} ${person.lastName}`,
      email: person.email,
      phone: person.phone,
      others: {
        ...answers,
        eventData: {
          type: 'page-visit',
          source: 'direct',
          medium,
          mediumId: questionnaire.id,
          domain: new URL(website).host,
          page: { url: `${website}/contact`, title: questionnaire.name },
          timestamp: Date.parse(createdAt),
        },
        fieldsOriSequance: Object.keys(answers),
      },
      createdAt,
    };
  });
}
