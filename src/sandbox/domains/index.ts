/** All domains, in the order in which they fill a new world: whom a record refers to is there before it. */
import type { Domain } from '../domain.ts';
import { domain as adManager } from './ad-manager/index.ts';
import { domain as affiliateManager } from './affiliate-manager/index.ts';
import { domain as agentStudio } from './agent-studio/index.ts';
import { domain as associations } from './associations/index.ts';
import { domain as blogs } from './blogs/index.ts';
import { domain as brandBoards } from './brand-boards/index.ts';
import { domain as businesses } from './businesses/index.ts';
import { domain as calendars } from './calendars/index.ts';
import { domain as campaigns } from './campaigns/index.ts';
import { domain as chatWidget } from './chat-widget/index.ts';
import { domain as companies } from './companies/index.ts';
import { domain as contacts } from './contacts/index.ts';
import { domain as conversationAi } from './conversation-ai/index.ts';
import { domain as conversations } from './conversations/index.ts';
import { domain as courses } from './courses/index.ts';
import { domain as customFields } from './custom-fields/index.ts';
import { domain as customMenus } from './custom-menus/index.ts';
import { domain as emailIsv } from './email-isv/index.ts';
import { domain as emails } from './emails/index.ts';
import { domain as forms } from './forms/index.ts';
import { domain as funnels } from './funnels/index.ts';
import { domain as invoices } from './invoices/index.ts';
import { domain as knowledgeBase } from './knowledge-base/index.ts';
import { domain as links } from './links/index.ts';
import { domain as locations } from './locations/index.ts';
import { domain as marketplace } from './marketplace/index.ts';
import { domain as medias } from './medias/index.ts';
import { domain as oauth } from './oauth/index.ts';
import { domain as objects } from './objects/index.ts';
import { domain as opportunities } from './opportunities/index.ts';
import { domain as payments } from './payments/index.ts';
import { domain as phoneSystem } from './phone-system/index.ts';
import { domain as products } from './products/index.ts';
import { domain as proposals } from './proposals/index.ts';
import { domain as saasApi } from './saas-api/index.ts';
import { domain as snapshots } from './snapshots/index.ts';
import { domain as socialMediaPosting } from './social-media-posting/index.ts';
import { domain as store } from './store/index.ts';
import { domain as surveys } from './surveys/index.ts';
import { domain as users } from './users/index.ts';
import { domain as voiceAi } from './voice-ai/index.ts';
import { domain as workflows } from './workflows/index.ts';

export const domains: readonly Domain[] = [
  companies,
  locations,
  users,
  oauth,
  customFields,
  businesses,
  contacts,
  workflows,
  campaigns,
  opportunities,
  calendars,
  conversations,
  products,
  invoices,
  payments,
  objects,
  associations,
  store,
  snapshots,
  saasApi,
  marketplace,
  proposals,
  affiliateManager,
  courses,
  customMenus,
  phoneSystem,
  emailIsv,
  links,
  forms,
  surveys,
  blogs,
  funnels,
  medias,
  emails,
  socialMediaPosting,
  voiceAi,
  knowledgeBase,
  conversationAi,
  agentStudio,
  brandBoards,
  chatWidget,
  adManager,
];
