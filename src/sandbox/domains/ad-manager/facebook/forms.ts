/** Lead forms of a page and conversation forms of Messenger. */
import { badRequest, unprocessable } from '../../../errors.ts';
import type { Handlers } from '../../../handler.ts';
import type { World } from '../../../world.ts';
import { resolveInLocation } from '../../locations/access.ts';
import { newestFirst, pickFields } from '../../payments/lists.ts';
import { createDigits } from '../platform-ids.ts';
import { resolveIntegration } from './integration.ts';
import { type ConversationForm, conversationForms, facebookPages, type LeadForm, leadForms } from './records.ts';

const optionalFields = ['privacyPolicyText', 'greetingCard', 'questionPageHeadline', 'customDisclaimer'];

/** `2026-08-19T00:32:57+0000`, as Facebook writes times. */
const formatFacebookTime = (time: string): string => `${time.slice(0, 19)}+0000`;

/** Throws a 400 for a page that is not linked to the location. */
function validatePage(world: World, locationId: string, pageId: string): void {
  const { pages } = resolveIntegration(world, locationId);
  if (!pages.some(({ id }) => id === pageId)) throw badRequest('Facebook page not found');
}

/** A form as lists and its creation show it. */
function formatListed(world: World, { id, name, pageId, questions, createdAt }: LeadForm): object {
  const page = { id: pageId, name: facebookPages(world).get(pageId)?.name };
  const state = { locale: 'en_US', status: 'ACTIVE', createdTime: formatFacebookTime(createdAt) };
  return { id, name, ...state, page, pageId, questions };
}

/** A form read by id has other names for its parts than a list, and more of them. */
function formatWhole(form: LeadForm): object {
  const { buttonLink, ...thankYouPage } = form.thankYouPage;
  return {
    id: form.id,
    name: form.name,
    locale: 'en_US',
    questions: form.questions,
    ...(form.greetingCard && { contextCard: form.greetingCard }),
    ...(form.questionPageHeadline && { questionPageCustomHeadline: form.questionPageHeadline }),
    isOptimizedForQuality: form.type === 'HIGHER_INTENT',
    privacyPolicyUrl: form.privacyPolicyLink,
    thankYouPage: { ...thankYouPage, ...(buttonLink !== undefined && { websiteUrl: buttonLink }) },
    legalContent: {
      privacyPolicy: { url: form.privacyPolicyLink, linkText: form.privacyPolicyText ?? '' },
      ...(form.customDisclaimer && { customDisclaimer: form.customDisclaimer }),
    },
  };
}

const formatConversationForm = ({ id, ...form }: ConversationForm): object => ({ id, ...form });

export const formHandlers: Handlers = {
  'GET /ad-publishing/facebook/page/{pageId}/forms': (request, world) => {
    const { pageId = '' } = request.path;
    validatePage(world, request.locationId, pageId);
    const found = leadForms(world).indexed(request.locationId);
    const ofPage = newestFirst(found.filter((form) => form.pageId === pageId));
    return { body: ofPage.map((form) => formatListed(world, form)) };
  },

  'POST /ad-publishing/facebook/page/{pageId}/forms': (request, world) => {
    const { locationId } = request;
    const { pageId = '' } = request.path;
    validatePage(world, locationId, pageId);
    const { name, type, questions, privacyPolicyLink, thankYouPage } = request.body;
    if (questions.length === 0) throw unprocessable(['questions should not be empty']);
    const withIds = questions.map((question: object) => ({ id: createDigits(world, 16), ...question }));
    const form = leadForms(world).insert({
      id: createDigits(world, 16),
      locationId,
      pageId,
      name,
      type,
      questions: withIds,
      privacyPolicyLink,
      thankYouPage,
      createdAt: world.timestamp(),
      ...pickFields(request.body, optionalFields),
    });
    return { body: formatListed(world, form) };
  },

  'GET /ad-publishing/facebook/lead-form/{leadFormId}': (request, world) => {
    const absent = () => badRequest('Lead form not found');
    const id = request.path.leadFormId ?? '';
    return { body: formatWhole(resolveInLocation(leadForms(world), id, request.locationId, absent)) };
  },

  'GET /ad-publishing/facebook/conversation-forms': (request, world) => ({
    body: newestFirst(conversationForms(world).indexed(request.locationId)).map(formatConversationForm),
  }),

  // As documented: the creation shows the stored record, with `_id`, where the list has `id`.
  'POST /ad-publishing/facebook/conversation-forms': (request, world) => {
    const { name, text, questions } = request.body;
    const now = world.timestamp();
    const withIds = questions.map((question: object) => ({ ...question, _id: world.newObjectId() }));
    const { id, ...form } = conversationForms(world).insert({
      id: world.newObjectId(),
      locationId: request.locationId,
      name,
      text,
      questions: withIds,
      createdAt: now,
      updatedAt: now,
    });
    return { body: { _id: id, ...form, __v: 0 } };
  },
};
