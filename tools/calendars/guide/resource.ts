/** Rooms and equipment that service calendars use up. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const mappingNote = 'A room can serve several service calendars, a kind of equipment one only.';

const resourceHints = {
  quantity: 'equipment: how many there are',
  outOfService: 'equipment: how many cannot be used',
  capacity: 'room: how many people it holds',
  calendarIds: 'service calendars, from calendars_calendar_list',
} as const;

export const resourceGuides = {
  'GET /calendars/resources/{resourceType}': {
    name: 'calendars_resource_list',
    title: 'List rooms or equipment',
    summary: 'Rooms or equipment of a location that service calendars reserve, with the calendars they serve.',
    notes: ['The answer is a bare array without a total.'],
    risk: 'read',
    paging: { style: 'skip-limit', items: '', size: 'limit', offset: 'skip' },
    hints: { limit: 'e.g. 20; documented as required', skip: '0 for the first page; documented as required' },
    words: ['resources', 'room', 'chair', 'device', 'machine'],
  },
  'GET /calendars/resources/{resourceType}/{id}': {
    name: 'calendars_resource_get',
    title: 'Get a room or equipment',
    summary: 'One room or kind of equipment by id, with quantity or capacity and the calendars it serves.',
    risk: 'read',
    hints: { id: 'from calendars_resource_list' },
    words: ['resource', 'device', 'machine'],
  },
  'POST /calendars/resources/{resourceType}': {
    name: 'calendars_resource_create',
    title: 'Create a room or equipment',
    summary:
      'Adds a room or equipment that limits how many bookings its service calendars take. quantity, outOfService and capacity are required.',
    notes: [mappingNote],
    risk: 'write',
    findOut: { looks: [], check: 'calendars_resource_list shows whether one of this name is there.' },
    hints: resourceHints,
    words: ['resource', 'device', 'machine', 'treatment room'],
    examples: [
      {
        ask: 'We have a second treatment room for two people',
        args: {
          resourceType: 'rooms',
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'Treatment room 2',
          description: 'Second floor',
          quantity: 1,
          outOfService: 0,
          capacity: 2,
          calendarIds: ['BqTwX8QFwXzpegMve9EQ'],
        },
      },
    ],
  },
  'PUT /calendars/resources/{resourceType}/{id}': {
    name: 'calendars_resource_update',
    title: 'Change a room or equipment',
    summary:
      'Changes name, quantity, capacity, state or calendars of a room or equipment. Use outOfService for a broken piece, isActive false for a closed room.',
    notes: [mappingNote],
    risk: 'write',
    idempotent: true,
    hints: { ...resourceHints, id: 'from calendars_resource_list', calendarIds: 'all service calendars it serves' },
    words: ['resource', 'repair', 'out of order', 'device', 'machine'],
    examples: [
      {
        ask: 'One of our two lasers is broken',
        args: {
          resourceType: 'equipments',
          id: '65e5f6dfacf123513228d3d0',
          locationId: 've9EPM428h8vShlRW1KT',
          outOfService: 1,
        },
      },
    ],
  },
  'DELETE /calendars/resources/{resourceType}/{id}': {
    name: 'calendars_resource_delete',
    title: 'Delete a room or equipment',
    summary:
      'Deletes a room or equipment for good; its calendars then book without it. For a pause set isActive false with calendars_resource_update.',
    risk: 'high-impact',
    idempotent: true,
    hints: { id: 'from calendars_resource_list' },
    words: ['resource', 'device', 'machine'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
