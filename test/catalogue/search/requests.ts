import { accountRequests } from './requests/account.ts';
import { adsRequests } from './requests/ads.ts';
import { agencyRequests } from './requests/agency.ts';
import { aiRequests } from './requests/ai.ts';
import { calendarsRequests } from './requests/calendars.ts';
import { contactsRequests } from './requests/contacts.ts';
import { conversationsRequests } from './requests/conversations.ts';
import { invoicesRequests } from './requests/invoices.ts';
import { languagesRequests } from './requests/languages.ts';
import { marketingRequests } from './requests/marketing.ts';
import { opportunitiesRequests } from './requests/opportunities.ts';
import { paymentsRequests } from './requests/payments.ts';
import { recordsRequests } from './requests/records.ts';
import { shopRequests } from './requests/shop.ts';
import { socialRequests } from './requests/social.ts';
import { synonymsRequests } from './requests/synonyms.ts';
import { typosRequests } from './requests/typos.ts';

/** One request by which search is measured. Written without a look at the words it is trained on. */
export interface Request {
  /** As a person would say it. */
  readonly ask: string;
  /** Tool names of which any one is right, best first. */
  readonly tools: readonly string[];
  /** Why it is here, where it is not plain English. */
  readonly kind?: 'synonym' | 'typo' | 'language';
}

export const requests: readonly Request[] = [
  ...contactsRequests,
  ...conversationsRequests,
  ...calendarsRequests,
  ...opportunitiesRequests,
  ...invoicesRequests,
  ...paymentsRequests,
  ...shopRequests,
  ...socialRequests,
  ...adsRequests,
  ...accountRequests,
  ...agencyRequests,
  ...marketingRequests,
  ...aiRequests,
  ...recordsRequests,
  ...synonymsRequests,
  ...typosRequests,
  ...languagesRequests,
];
