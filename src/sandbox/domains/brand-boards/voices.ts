/** Brand voices: how a location speaks. HighLevel writes one from a website or a description; the sandbox makes do. */
import { badRequest, notFound, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { resolveInLocation } from '../locations/access.ts';
import { hasWords, newestFirst, pickFields, takePage } from '../payments/lists.ts';
import { type BrandVoice, brandVoices } from './records.ts';

type Answers = Readonly<Record<string, unknown>>;

/** The voice of the path, unless it is deleted. Throws a 404. */
function resolveVoice(request: SandboxRequest, world: World): BrandVoice {
  const absent = () => notFound('Brand voice not found');
  const voice = resolveInLocation(brandVoices(world), request.path.brandVoiceId ?? '', request.locationId, absent);
  if (voice.deleted) throw absent();
  return voice;
}

/** What stands in for the generated answers. */
function draftAnswers(brandName: string, targetAudience: string): Answers {
  return {
    brandName,
    toneOfVoice: 'Friendly and professional',
    targetAudience,
    customerPainPoints: 'Finding somebody reliable',
    callToAction: 'Book a visit',
  };
}

/** The answers that a body gives, or that its website or description stands for. Throws 400 for what is missing. */
function parseAnswers({ body }: SandboxRequest): Answers {
  const { type, url, description, answers, name } = body;
  if (type === 'manual') {
    if (answers === undefined) throw badRequest('answers is required when type is manual');
    return answers;
  }
  if (type === 'url') {
    if (url === undefined) throw badRequest('url is required when type is url');
    if (!URL.canParse(url)) throw unprocessable(['url must be a URL address']);
    const { hostname } = new URL(url);
    return { ...draftAnswers(name ?? hostname, description ?? 'Visitors of the website'), companyWebsite: url };
  }
  if (description === undefined) throw badRequest('description is required when type is description');
  return draftAnswers(name ?? 'My brand', description);
}

/** Takes the default from whichever voice of the location has it. */
function clearDefault(world: World, locationId: string): void {
  for (const voice of brandVoices(world).inLocation(locationId)) {
    if (voice.isDefault) brandVoices(world).update(voice.id, { isDefault: false });
  }
}

function answer(request: SandboxRequest, body: object) {
  return { body: { ...body, traceId: request.traceId } };
}

export const voiceHandlers: Handlers = {
  'GET /brand-boards/locations/{locationId}/brand-voices': (request, world) => {
    const { search, deleted = false } = request.query;
    const found = brandVoices(world)
      .indexed(request.locationId)
      .filter((voice) => (deleted || !voice.deleted) && hasWords(search, [voice.name]));
    const items = takePage(newestFirst(found), request.query, 10).map(
      ({ id, name, isDefault, createdAt, updatedAt }) => ({
        id,
        name,
        isDefault,
        createdAt,
        updatedAt,
      }),
    );
    return answer(request, { items, total: found.length });
  },

  'POST /brand-boards/locations/{locationId}/brand-voices': (request, world) => {
    const { locationId } = request;
    const answers = parseAnswers(request);
    const isFirst = !brandVoices(world)
      .inLocation(locationId)
      .some((voice) => !voice.deleted);
    const name = request.body.name ?? String(answers.brandName);
    const [createdAt, updatedAt] = [world.timestamp(), world.timestamp()];
    const state = { isDefault: isFirst, deleted: false, createdAt, updatedAt };
    return answer(request, brandVoices(world).insert({ id: world.newObjectId(), locationId, name, answers, ...state }));
  },

  'GET /brand-boards/locations/{locationId}/brand-voices/{brandVoiceId}': (request, world) =>
    answer(request, resolveVoice(request, world)),

  'PATCH /brand-boards/locations/{locationId}/brand-voices/{brandVoiceId}': (request, world) => {
    const voice = resolveVoice(request, world);
    const answers = { ...voice.answers, ...request.body.answers };
    const change = { ...pickFields(request.body, ['name']), answers, updatedAt: world.timestamp() };
    return answer(request, brandVoices(world).update(voice.id, change));
  },

  'DELETE /brand-boards/locations/{locationId}/brand-voices/{brandVoiceId}': (request, world) => {
    const { id } = resolveVoice(request, world);
    brandVoices(world).update(id, { deleted: true, isDefault: false, updatedAt: world.timestamp() });
    return answer(request, { deleted: true });
  },

  'POST /brand-boards/locations/{locationId}/brand-voices/{brandVoiceId}/default': (request, world) => {
    const { id, locationId } = resolveVoice(request, world);
    clearDefault(world, locationId);
    brandVoices(world).update(id, { isDefault: true, updatedAt: world.timestamp() });
    return answer(request, { success: true, brandVoiceId: id });
  },
};
