/** Content, agents and campaigns. */
import type { Account, Item } from './account.ts';
import type { LookCase } from './case.ts';

const userId = (account: Account): string => account.pick('users').id;
const accountIds = (account: Account): string[] => [
  account.pick('social-accounts', ({ platform }: Item) => platform === 'facebook').id,
];
const post = (account: Account) => ({
  accountIds: accountIds(account),
  type: 'post',
  userId: userId(account),
  summary: 'Fresh from the workshop.',
  status: 'draft',
});

export const assetCases: readonly LookCase[] = [
  {
    key: 'POST /links/',
    kept: 'trigger-links',
    namesCandidates: true,
    setUp: () => ({ name: 'Spring offer', redirectTo: 'https://example.com/spring' }),
  },
  { key: 'POST /medias/folder', kept: 'media-objects', setUp: () => ({ name: 'Spring pictures' }) },
  {
    key: 'POST /knowledge-bases/',
    kept: 'knowledge-bases',
    refusesTwins: true,
    setUp: () => ({ name: 'House rules', description: 'What holds in the house' }),
  },
  {
    key: 'POST /knowledge-bases/faqs',
    kept: 'knowledge-base-faqs',
    setUp: (account) => ({
      knowledgeBaseId: account.pick('knowledge-bases').id,
      question: 'Are you open on Sundays?',
      answer: 'No, from Monday to Saturday.',
    }),
  },
  {
    key: 'POST /emails/builder',
    kept: 'email-templates',
    answersWithoutId: true,
    setUp: () => ({ type: 'html', title: 'Welcome, spring' }),
  },
  {
    key: 'POST /emails/locations/{locationId}/templates',
    kept: 'email-templates',
    setUp: () => ({ name: 'Hello, spring', editorType: 'html', editorContent: '<p>Good to have you.</p>' }),
  },
  {
    key: 'POST /emails/locations/{locationId}/templates/folders',
    kept: 'email-templates',
    setUp: () => ({ name: 'Spring mails' }),
  },
  {
    key: 'POST /emails/locations/{locationId}/campaigns/emails',
    kept: 'email-campaigns',
    setUp: (account) => ({
      name: 'Spring newsletter',
      editorType: 'html',
      editorContent: '<p>News</p>',
      timeZone: 'America/Chicago',
      userId: userId(account),
    }),
  },
  {
    key: 'POST /social-media-posting/{locationId}/posts',
    kept: 'social-posts',
    setUp: post,
  },
  {
    key: 'POST /blogs/posts',
    kept: 'blog-posts',
    refusesTwins: true,
    setUp: (account) => ({
      title: 'How to care for oak floors',
      blogId: account.pick('blog-sites').id,
      description: 'Five habits that keep oak floors bright.',
      rawHTML: '<p>Sweep daily, mop rarely.</p>',
      status: 'DRAFT',
      imageUrl: 'https://example.com/oak-floor.jpg',
      imageAltText: 'A bright oak floor',
      author: account.pick('blog-authors').id,
      categories: [account.pick('blog-categories').id],
      urlSlug: 'care-for-oak-floors',
      publishedAt: '2031-07-01T08:00:00.000Z',
    }),
  },
  {
    key: 'POST /brand-boards/',
    kept: 'brand-boards',
    staysUnknown: true,
    setUp: () => ({ name: 'Example Dental', type: 'blank' }),
  },
  {
    key: 'POST /brand-boards/locations/{locationId}/brand-voices',
    kept: 'brand-voices',
    setUp: () => ({ type: 'url', name: 'Example Dental', url: 'https://www.example.com' }),
  },
  {
    key: 'POST /chat-widget/',
    kept: 'chat-widgets',
    setUp: () => ({ version: 2, chatType: 'liveChat', name: 'Spring chat' }),
  },
  {
    key: 'POST /chat-widget/clone',
    kept: 'chat-widgets',
    setUp: (account) => ({ chatWidgetId: account.pick('chat-widgets').id, name: 'Spring copy' }),
  },
  {
    key: 'POST /agent-studio/agent',
    kept: 'studio-agents',
    setUp: () => ({
      name: 'Support helper',
      status: 'active',
      version: {
        ...{ versionName: 'Version 1', description: 'First draft', nodes: [], edges: [], uiNodes: [], uiEdges: [] },
        ...{ globalVariables: [], inputVariables: [], runtimeVariables: [], scopes: [] },
      },
    }),
  },
  {
    key: 'POST /conversation-ai/agents',
    kept: 'conversation-agents',
    setUp: () => ({
      name: 'Booking helper',
      businessName: 'Example Dental',
      mode: 'suggestive',
      personality: 'Friendly and brief',
      goal: 'Book a consultation',
      instructions: 'Ask for the reason of the visit, then offer a time.',
    }),
  },
  {
    key: 'POST /voice-ai/agents',
    kept: 'voice-agents',
    namesCandidates: true,
    setUp: () => ({ agentName: 'After hours desk', businessName: 'Example Dental', language: 'en-US' }),
  },
  {
    key: 'POST /voice-ai/actions',
    kept: 'voice-actions',
    namesCandidates: true,
    setUp: (account) => ({
      agentId: account.pick('voice-agents').id,
      actionType: 'CALL_TRANSFER',
      name: 'Transfer to the manager',
      actionParameters: {
        triggerPrompt: 'When the caller asks for a manager',
        triggerMessage: 'One moment.',
        transferToType: 'number',
        transferToValue: '+14155550123',
      },
    }),
  },
  {
    key: 'POST /funnels/lookup/redirect',
    kept: 'funnel-redirects',
    refusesTwins: true,
    setUp: () => ({
      domain: 'example.com',
      path: '/spring',
      target: 'https://www.example.com/summer',
      action: 'url',
    }),
  },
  {
    key: 'POST /custom-menus/',
    kept: 'custom-menus',
    namesCandidates: true,
    setUp: ({ locationId }) => ({
      title: 'Help',
      url: 'https://help.example.com/',
      icon: { name: 'circle-question', fontFamily: 'fas' },
      showOnCompany: false,
      showOnLocation: true,
      showToAllLocations: false,
      locations: [locationId],
      openMode: 'new_tab',
      userRole: 'all',
    }),
  },
  {
    key: 'POST /ad-publishing/facebook/conversation-forms',
    kept: 'facebook-conversation-forms',
    setUp: () => ({
      name: 'Roof check chat',
      text: 'Hello! How can we help?',
      questions: [{ question: 'What does a check cost?', response: 'The first check is free.' }],
    }),
  },
  {
    key: 'PUT /ad-publishing/google/segments',
    kept: 'google-segments',
    namesCandidates: true,
    answersWithoutId: true,
    idOf: ({ resourceName }) => resourceName,
    setUp: () => ({
      type: 'CUSTOM_SEGMENTS',
      name: 'Roof repair seekers',
      bodyType: 'SEARCH',
      members: [{ memberType: 'KEYWORD', keyword: 'roof repair' }],
    }),
  },
  {
    key: 'POST /conversation-ai/agents/{agentId}/actions',
    kept: 'conversation-agent-actions',
    namesCandidates: true,
    setUp: (account) => ({
      agentId: account.pick('conversation-agents').id,
      type: 'humanHandOver',
      name: 'Ask for a person',
      details: {
        ...{ enabled: true, handoverType: 'contactRequest', triggerCondition: 'The contact asks for a human' },
        ...{ examples: ['can I talk to a person'], assignToUserId: userId(account), createTask: true },
        ...{ reactivateEnabled: true, sleepTime: 24, sleepTimeUnit: 'hours', finalMessage: 'A colleague will write.' },
      },
    }),
  },
  {
    key: 'POST /emails/locations/{locationId}/templates/import',
    kept: 'email-templates',
    setUp: () => ({ name: 'Brought along', importProvider: 'mailchimp', importUrl: 'https://example.com/mail' }),
  },
];
