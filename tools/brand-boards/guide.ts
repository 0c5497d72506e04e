import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

const boardHints = {
  logos: 'complete list; images from medias_file_list',
  'logos[].id': 'leave out for a new one',
  'logos[].path': 'path in the media library',
  colors: 'complete list',
  'colors[].id': 'leave out for a new one',
  'colors[].hexa': 'with alpha, e.g. #FF5733FF',
  'colors[].rgba': 'e.g. rgba(255, 87, 51, 1)',
  'colors[].hex': 'e.g. #FF5733',
  'colors[].rgb': 'e.g. rgb(255, 87, 51)',
  fonts: 'complete list',
  'fonts[].id': 'leave out for a new one',
  'fonts[].fallback': 'e.g. sans-serif',
  default: 'true takes it from the present default',
  parentId: 'media folder id',
} as const;

const answerHints = {
  answers: 'what the brand says of itself',
  'answers.phone': '{phoneNumber, countryCode}',
} as const;

const orange = {
  label: 'Brand orange',
  hex: '#FF5733',
  hexa: '#FF5733FF',
  rgb: 'rgb(255, 87, 51)',
  rgba: 'rgba(255, 87, 51, 1)',
} as const;

export const guides = {
  'GET /brand-boards/{locationId}': {
    name: 'brand_boards_board_list',
    title: 'List brand boards',
    summary:
      'Brand boards of a location by name. Logos, colors and fonts: brand_boards_board_get; tone of voice: brand_boards_voice_list.',
    risk: 'read',
    paging: {
      style: 'offset-limit',
      items: 'brandBoards',
      total: 'totalCount',
      size: 'limit',
      defaultSize: 10,
      offset: 'offset',
    },
    hints: { search: 'part of the name', deleted: 'true adds deleted ones' },
    words: ['branding', 'design kit', 'style guide', 'corporate identity'],
  },
  'GET /brand-boards/{locationId}/{id}': {
    name: 'brand_boards_board_get',
    title: 'Get a brand board',
    summary:
      'One brand board with logo URLs, colors and fonts. Use it for designs that must match the brand, and before brand_boards_board_update.',
    risk: 'read',
    hints: { id: 'from brand_boards_board_list' },
    words: ['branding', 'logo', 'brand colors', 'fonts', 'design kit'],
  },
  'POST /brand-boards/': {
    name: 'brand_boards_board_create',
    title: 'Create a brand board',
    summary:
      'Creates a brand board from logos, colors and fonts, or as a copy of brandBoardId. default true replaces the present default.',
    notes: [
      'Each color needs all four notations.',
      'Logo URLs must be public; HighLevel copies them into the media library.',
      'To copy, send brandBoardId and type template.',
      'Calling twice creates two boards.',
    ],
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [
            { ask: 'GET /brand-boards/{locationId}', with: { search: '$name', limit: 10, offset: 0 } },
            { ask: 'GET /brand-boards/{locationId}/{id}', with: { id: '$0.brandBoards.0._id' } },
          ],
          records: '',
          match: { name: 'name', default: 'default', colors: 'colors', fonts: 'fonts' },
          created: 'createdAt',
          id: '_id',
        },
        {
          // The list does not say when a board was made, only when it was changed.
          steps: [{ ask: 'GET /brand-boards/{locationId}', with: { limit: 100, offset: 0 } }],
          records: 'brandBoards',
          match: { name: 'name' },
          id: '_id',
          complete: true,
        },
      ],
      check: 'brand_boards_board_list shows whether a board of this name was changed just now.',
    },
    hints: { ...boardHints, brandBoardId: 'board to copy', type: 'blank, or template with brandBoardId' },
    words: ['branding', 'design kit', 'style guide', 'duplicate brand board'],
    examples: [
      {
        ask: 'Make a brand board with our orange and Montserrat for headings',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'Example Dental',
          type: 'blank',
          colors: [orange],
          fonts: [{ font: 'Montserrat', fallback: 'sans-serif', label: 'Heading' }],
        },
      },
    ],
  },
  'PATCH /brand-boards/{locationId}/{id}': {
    name: 'brand_boards_board_update',
    title: 'Change a brand board',
    summary:
      'Changes a brand board. Send each of logos, colors and fonts as a complete list with the ids from brand_boards_board_get: entries left out may be lost.',
    risk: 'write',
    idempotent: true,
    hints: { ...boardHints, id: 'from brand_boards_board_list' },
    words: ['branding', 'rebrand', 'change colors', 'logo'],
    examples: [
      {
        ask: 'Rename the brand orange on this board',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          id: '507f1f77bcf86cd799439011',
          colors: [{ ...orange, id: 'color_xyz789', label: 'Signal orange' }],
        },
      },
    ],
  },
  'DELETE /brand-boards/{locationId}/{id}': {
    name: 'brand_boards_board_delete',
    title: 'Delete a brand board',
    summary: 'Deletes a brand board; it stays listed with deleted true, but no call here brings it back.',
    risk: 'high-impact',
    idempotent: true,
    hints: { id: 'from brand_boards_board_list' },
    words: ['remove branding', 'style guide', 'design kit'],
  },
  'GET /brand-boards/locations/{locationId}/brand-voices': {
    name: 'brand_boards_voice_list',
    title: 'List brand voices',
    summary:
      'Brand voices (how AI texts should sound) of a location by name; content: brand_boards_voice_get. Phone voices: voice_ai_agent_list.',
    risk: 'read',
    paging: {
      style: 'offset-limit',
      items: 'items',
      total: 'total',
      size: 'limit',
      defaultSize: 10,
      maxSize: 20,
      offset: 'offset',
    },
    hints: { search: 'part of the name', deleted: 'true for deleted ones' },
    words: ['tone of voice', 'writing style', 'brand tone'],
  },
  'GET /brand-boards/locations/{locationId}/brand-voices/{brandVoiceId}': {
    name: 'brand_boards_voice_get',
    title: 'Get a brand voice',
    summary:
      'One brand voice: tone, audience, pain points, promise, call to action. Read the default one before writing for the business.',
    risk: 'read',
    words: ['tone of voice', 'writing style', 'target audience', 'copywriting'],
  },
  'POST /brand-boards/locations/{locationId}/brand-voices': {
    name: 'brand_boards_voice_create',
    title: 'Create a brand voice',
    summary:
      'Creates a brand voice from answers (manual), or lets AI write it from a website (url) or description; check brand_boards_voice_get.',
    notes: [
      'manual needs answers, url needs url (description optional), description needs description.',
      'In answers brandName, toneOfVoice, targetAudience and customerPainPoints are required.',
      'Calling twice creates two.',
    ],
    risk: 'write',
    openWorld: true,
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /brand-boards/locations/{locationId}/brand-voices', with: { limit: 20, offset: 0 } }],
          records: 'items',
          match: { name: 'name' },
          created: 'createdAt',
        },
      ],
      check: 'brand_boards_voice_list shows the voices with their times of creation.',
    },
    hints: { ...answerHints, answers: 'with type manual', url: 'with type url', description: 'with type description' },
    words: ['tone of voice', 'writing style', 'brand tone', 'generate from website'],
    examples: [
      {
        ask: 'Work out our brand voice from our website',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          type: 'url',
          name: 'Example Dental',
          url: 'https://www.example.com',
        },
      },
      {
        ask: 'Save this brand voice: warm, plain words, for anxious patients',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          type: 'manual',
          name: 'Warm and plain',
          answers: {
            brandName: 'Example Dental',
            toneOfVoice: 'Warm, plain words, no jargon',
            targetAudience: 'Adults who are afraid of the dentist',
            customerPainPoints: 'Fear of pain, bad experiences',
          },
        },
      },
    ],
  },
  'PATCH /brand-boards/locations/{locationId}/brand-voices/{brandVoiceId}': {
    name: 'brand_boards_voice_update',
    title: 'Change a brand voice',
    summary:
      'Changes name or answers of a brand voice. Which one is the default is set by brand_boards_default_voice_set.',
    notes: ['Whether answers left out keep their text is not documented: compare with brand_boards_voice_get after.'],
    risk: 'write',
    idempotent: true,
    hints: answerHints,
    words: ['tone of voice', 'writing style'],
    examples: [
      {
        ask: 'Our brand voice should sound calmer and name our free first visit',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          brandVoiceId: '66f429b8afdce84227a46133',
          answers: { toneOfVoice: 'Calm, warm, plain words', callToAction: 'Book a free first visit' },
        },
      },
    ],
  },
  'POST /brand-boards/locations/{locationId}/brand-voices/{brandVoiceId}/default': {
    name: 'brand_boards_default_voice_set',
    title: 'Make a brand voice the default',
    summary: 'Makes this brand voice the one that AI texts of the location use; the former default is unset.',
    risk: 'write',
    idempotent: true,
    words: ['tone of voice', 'use this voice'],
  },
  'DELETE /brand-boards/locations/{locationId}/brand-voices/{brandVoiceId}': {
    name: 'brand_boards_voice_delete',
    title: 'Delete a brand voice',
    summary:
      'Deletes a brand voice; no call here brings it back. For the default one call brand_boards_default_voice_set on another first.',
    risk: 'high-impact',
    idempotent: true,
    words: ['remove tone of voice', 'writing style', 'brand tone'],
  },
} as const satisfies Guides<typeof operations>;
