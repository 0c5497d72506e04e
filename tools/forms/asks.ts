import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with forms. */
export const asks = {
  'GET /forms/submissions': [
    'who filled out the contact form',
    'new form submissions this week',
    'what did she enter on the quote request',
    'leads from the landing page opt-in',
    'show responses to a form',
    'how many people signed up through the web form',
    'inquiries from the website',
    'form was sent in but I see no lead',
  ],
  'POST /forms/upload-custom-files': [
    'upload a document into the file field of a contact',
    'attach a signed contract to the client record',
    'save an ID photo on the customer',
    'put the insurance card scan on her profile',
    'add files to a custom field of a lead',
    'store a PDF with the person',
  ],
  'GET /forms/': [
    'which forms do we have',
    'list all forms',
    'find the id of the intake form',
    'show all lead capture forms',
    'opt-in forms in this account',
    'name of the website form',
  ],
} as const satisfies Asks<typeof operations>;
