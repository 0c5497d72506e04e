/** Surveys: HighLevel's API lists them and what was answered; people build them in the app. */
import type { Domain, SeedContext } from '../../domain.ts';
import type { Handlers } from '../../handler.ts';
import { parseWindow, takeWindow } from '../locations/slice.ts';
import { buildSubmissions } from '../shared/seed-submissions.ts';
import { listSubmissions } from '../shared/submissions.ts';
import { surveySubmissions, surveys } from './records.ts';

/** What `type` may name besides; the sandbox has no folders of surveys. */
const surveyType = 'survey';

const handlers: Handlers = {
  'GET /surveys/': (request, world) => {
    const { type = surveyType } = request.query;
    const found = type === surveyType ? surveys(world).indexed(request.locationId) : [];
    const page = takeWindow(found, parseWindow(request.query, { limit: 10, maxLimit: 50 }));
    return { body: { surveys: page, total: found.length } };
  },

  'GET /surveys/submissions': (request, world) => {
    const sent = surveySubmissions(world).indexed(request.locationId);
    const { page, meta } = listSubmissions(sent, request, request.query.surveyId, world);
    const submissions = page.map(({ locationId: _location, phone: _phone, questionnaireId: surveyId, ...rest }) => ({
      ...rest,
      surveyId,
    }));
    return { body: { submissions, meta } };
  },
};

function seedSurveys(context: SeedContext): void {
  const { world, locations } = context;
  for (const { id: locationId, website } of locations) {
    const visit = surveys(world).insert({ id: world.newId(), locationId, name: 'How was your visit?' });
    surveys(world).insert({ id: world.newId(), locationId, name: 'What should we offer next?' });
    const answered = buildSubmissions(context, visit, {
      medium: 'survey',
      count: 12,
      website,
      answer: () => ({ rating: String(context.between(3, 5)), would_recommend: context.pick(['yes', 'yes', 'maybe']) }),
    });
    for (const submission of answered) surveySubmissions(world).insert(submission);
  }
}

export const domain: Domain = { name: 'surveys', handlers, seed: seedSurveys };
