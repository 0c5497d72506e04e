/** Forms: HighLevel's API lists them and what was sent in, and takes files; people build them in the app. */
import type { Domain, SeedContext } from '../../domain.ts';
import type { Handlers } from '../../handler.ts';
import { parseWindow, takeWindow } from '../locations/slice.ts';
import { buildSubmissions } from '../shared/seed-submissions.ts';
import { listSubmissions } from '../shared/submissions.ts';
import { formSubmissions, forms } from './records.ts';
import { uploadHandlers } from './upload.ts';

/** What `type` may name besides; the sandbox has no folders of forms. */
const formType = 'form';

const handlers: Handlers = {
  ...uploadHandlers,

  'GET /forms/': (request, world) => {
    const { type = formType } = request.query;
    const found = type === formType ? forms(world).indexed(request.locationId) : [];
    const page = takeWindow(found, parseWindow(request.query, { limit: 10, maxLimit: 50 }));
    return { body: { forms: page, total: found.length } };
  },

  'GET /forms/submissions': (request, world) => {
    const sent = formSubmissions(world).indexed(request.locationId);
    const { page, meta } = listSubmissions(sent, request, request.query.formId, world);
    const submissions = page.map(({ locationId: _location, phone: _phone, questionnaireId: formId, ...rest }) => ({
      ...rest,
      formId,
    }));
    return { body: { submissions, meta } };
  },
};

function seedForms(context: SeedContext): void {
  const { world, locations } = context;
  for (const { id: locationId, website } of locations) {
    const contact = forms(world).insert({ id: world.newId(), locationId, name: 'Contact us' });
    const request = forms(world).insert({ id: world.newId(), locationId, name: 'Appointment request' });
    const asked = buildSubmissions(context, contact, {
      medium: 'form',
      count: 14,
      website,
      answer: (person) => ({ message: 'Could you call me back this week?', city: person.city }),
    });
    const wanted = buildSubmissions(context, request, {
      medium: 'form',
      count: 9,
      website,
      answer: () => ({ preferred_day: context.pick(['Monday', 'Wednesday', 'Friday']) }),
    });
    for (const submission of [...asked, ...wanted]) formSubmissions(world).insert(submission);
  }
}

export const domain: Domain = { name: 'forms', handlers, seed: seedForms };
