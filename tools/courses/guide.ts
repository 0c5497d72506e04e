import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

const lessonHints = {
  'products[].categories[].visibility': 'draft until somebody has looked',
  'products[].categories[].posts': 'the lessons',
  'products[].categories[].posts[].bucketVideoUrl': 'public URL of the video',
  'products[].categories[].posts[].postMaterials[].url': 'public URL of the file',
} as const;

export const guides = {
  'POST /courses/courses-exporter/public/import': {
    name: 'courses_course_import',
    title: 'Import courses',
    summary:
      'Creates whole membership courses with modules and lessons. The API cannot read or delete them, and repeating makes duplicates.',
    notes: [
      'Only a look into HighLevel shows what came in.',
      'It is the only course operation; giving people access is done by an offer in HighLevel.',
      'Import as draft first: published lessons show as soon as an offer contains the course.',
      'Videos and files are given as URLs; whether HighLevel copies them is undocumented, so keep them online.',
    ],
    risk: 'write',
    findOut: { looks: [], check: 'No tool reads courses: a person looks under Memberships > Courses in HighLevel.' },
    hints: {
      ...lessonHints,
      userId: 'leave out if unknown',
      products: 'one for each course',
    },
    words: ['membership', 'lessons', 'modules', 'e-learning', 'training', 'create course'],
    examples: [
      {
        ask: 'Create a draft course about first aid with one module and one video lesson',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          products: [
            {
              title: 'First aid',
              description: 'What to do until help comes',
              categories: [
                {
                  title: 'The first minutes',
                  visibility: 'draft',
                  posts: [
                    {
                      title: 'Calling for help',
                      visibility: 'draft',
                      contentType: 'video',
                      description: 'Who to call and what to say',
                      bucketVideoUrl: 'https://media.example.com/calling-for-help.mp4',
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
    ],
  },
} as const satisfies Guides<typeof operations>;
