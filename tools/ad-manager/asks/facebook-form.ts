/** How people ask about Facebook lead forms and message ads. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const facebookFormAsks = {
  'GET /ad-publishing/facebook/page/{pageId}/forms': [
    'which instant forms do we have on Facebook',
    "list a Facebook page's lead forms",
    'find the lead ad form for quotes',
    'Meta lead gen forms on this page',
    'form id to attach to the FB ad',
    'what forms do people fill in inside Instagram',
  ],
  'GET /ad-publishing/facebook/lead-form/{leadFormId}': [
    'what does our Meta instant form ask',
    'get one Facebook lead form',
    'thank-you page of the lead ad form',
    'privacy text on the FB form',
    'check the questions on that Facebook form',
    'full contents of a single instant form',
  ],
  'POST /ad-publishing/facebook/page/{pageId}/forms': [
    'build an instant form for Facebook leads',
    'create a Facebook lead form',
    'collect phone and email right inside Instagram',
    'new Meta lead ad questionnaire',
    'make an FB form asking for budget and zip code',
    'set up a quote request form for our lead ads',
  ],
  'GET /ad-publishing/facebook/conversation-forms': [
    'which welcome messages do our Messenger ads use',
    'list Facebook message ad forms',
    'click-to-chat greetings we have saved',
    'what do people see after tapping a message ad',
    'templates for click to WhatsApp or Messenger ads',
    'find the conversation form for a chat ad',
  ],
  'POST /ad-publishing/facebook/conversation-forms': [
    'write a greeting for our Messenger ads',
    'create a Facebook message ad form',
    'set up quick replies for click-to-message ads',
    'new welcome message when somebody taps the ad',
    'ice breakers for an Instagram DM ad',
    'opening chat questions for a Facebook ad',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
