/** Forms people fill in without leaving Facebook, and the welcome messages of message ads. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

export const facebookFormGuides = {
  'GET /ad-publishing/facebook/page/{pageId}/forms': {
    name: 'ad_manager_facebook_lead_form_list',
    title: "List a page's lead forms",
    summary:
      "Facebook lead forms of a page with questions, newest first; an ad takes one as destinationFormId. HighLevel's own forms: forms_form_list.",
    risk: 'read',
    paging: { style: 'none', items: '' },
    hints: { pageId: 'from ad_manager_facebook_page_list' },
    words: ['meta', 'instant form', 'lead ad', 'lead gen'],
  },
  'GET /ad-publishing/facebook/lead-form/{leadFormId}': {
    name: 'ad_manager_facebook_lead_form_get',
    title: 'Get a Facebook lead form',
    summary:
      'Full definition of one Facebook lead form, with thank-you page and legal text, which ad_manager_facebook_lead_form_list leaves out.',
    risk: 'read',
    words: ['meta', 'instant form', 'lead ad'],
  },
  'POST /ad-publishing/facebook/page/{pageId}/forms': {
    name: 'ad_manager_facebook_lead_form_create',
    title: 'Create a Facebook lead form',
    summary:
      'Publishes a lead form to a Facebook page at once. No call changes or deletes it, so have the texts approved first.',
    notes: [
      'An ad with conversionLocation on_ad takes its id as destinationFormId.',
      'Standard questions (EMAIL, FULL_NAME, PHONE …) are filled in by Facebook; CUSTOM and SHORT_ANSWER need a label, and only CUSTOM takes options.',
      'The page must have accepted the lead ad terms: see tosAccepted in ad_manager_facebook_page_list.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /ad-publishing/facebook/page/{pageId}/forms', with: { pageId: '$pageId' } }],
          records: '',
          match: { name: 'name' },
          created: 'createdTime',
        },
      ],
      check: 'ad_manager_facebook_lead_form_list shows the forms of the page.',
    },
    hints: {
      pageId: 'from ad_manager_facebook_page_list',
      type: 'HIGHER_INTENT adds a review step',
      'questions[].label': 'for CUSTOM and SHORT_ANSWER',
      privacyPolicyLink: 'public URL',
      'thankYouPage.buttonType': 'e.g. VIEW_WEBSITE',
      'thankYouPage.buttonLink': 'with VIEW_WEBSITE',
      'greetingCard.style': 'e.g. LIST_STYLE',
    },
    words: ['meta', 'instant form', 'lead ad', 'lead gen'],
    examples: [
      {
        ask: 'Make a Facebook lead form asking for name, email and whether they own their home',
        args: {
          pageId: '103456789012345',
          locationId: 've9EPM428h8vShlRW1KT',
          type: 'MORE_VOLUME',
          name: 'Roof check 2026',
          questions: [
            { key: 'full_name', type: 'FULL_NAME' },
            { key: 'email', type: 'EMAIL' },
            {
              key: 'owner',
              type: 'CUSTOM',
              label: 'Do you own your home?',
              options: [
                { key: 'yes', value: 'Yes' },
                { key: 'no', value: 'No' },
              ],
            },
          ],
          privacyPolicyLink: 'https://example.com/privacy',
          thankYouPage: {
            title: 'Thank you',
            body: 'We will call you within a day.',
            buttonText: 'Visit our site',
            buttonType: 'VIEW_WEBSITE',
            buttonLink: 'https://example.com',
          },
        },
      },
    ],
  },
  'GET /ad-publishing/facebook/conversation-forms': {
    name: 'ad_manager_facebook_conversation_form_list',
    title: 'List message ad forms',
    summary:
      'Welcome messages for ads that open a chat; an ad takes one as conversationFormId. Instant forms: ad_manager_facebook_lead_form_list.',
    risk: 'read',
    paging: { style: 'none', items: '' },
    words: ['messenger', 'click to message', 'icebreaker'],
  },
  'POST /ad-publishing/facebook/conversation-forms': {
    name: 'ad_manager_facebook_conversation_form_create',
    title: 'Create a message ad form',
    summary:
      'Saves a welcome message with quick replies for ads that open a chat; people see it once a published ad uses it. No call changes or deletes it.',
    notes: ['The id comes back as _id, while the list calls it id.', 'Calling twice makes two.'],
    risk: 'write',
    openWorld: true,
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /ad-publishing/facebook/conversation-forms', with: {} }],
          records: '',
          match: { name: 'name', text: 'text' },
          created: 'createdAt',
        },
      ],
      check: 'ad_manager_facebook_conversation_form_list shows the forms.',
    },
    hints: { text: 'welcome message', 'questions[].response': 'automatic reply' },
    words: ['messenger', 'click to message', 'icebreaker'],
    examples: [
      {
        ask: 'Greet people who open the chat and offer prices or a visit',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'Roof check chat',
          text: 'Hello! How can we help with your roof?',
          questions: [
            { question: 'What does a check cost?', response: 'The first check is free.' },
            { question: 'Can you come by?', response: 'Gladly. Which day suits you?' },
          ],
        },
      },
    ],
  },
} as const satisfies Partial<Guides<typeof operations>>;
