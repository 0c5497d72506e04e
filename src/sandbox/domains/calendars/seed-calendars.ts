/** The calendars that the seeded locations have: what each is called, who hosts it and when it is open. */
import type { CalendarType, OpenHours } from './records.ts';

export interface CalendarPlan {
  readonly name: string;
  readonly description: string;
  readonly calendarType: CalendarType;
  readonly group: string;
  /** How many of the location's account users are on its team. */
  readonly teamSize: number;
  readonly slotDuration: number;
  readonly slotInterval: number;
  readonly slotBuffer?: number;
  readonly seats?: number;
  readonly noticeHours: number;
  readonly rangeDays: number;
  readonly openHours: readonly OpenHours[];
  readonly eventColor: string;
}

export interface LocationPlan {
  readonly groups: readonly { readonly name: string; readonly description: string; readonly slug: string }[];
  readonly calendars: readonly CalendarPlan[];
  readonly room: string;
  readonly equipment: string;
  readonly services: readonly { readonly name: string; readonly minutes: number; readonly amount: number }[];
}

const onWeekdays = (...spans: readonly (readonly [number, number])[]): readonly OpenHours[] => [
  {
    daysOfTheWeek: [1, 2, 3, 4, 5],
    hours: spans.map(([openHour, closeHour]) => ({ openHour, openMinute: 0, closeHour, closeMinute: 0 })),
  },
];

const dental: LocationPlan = {
  groups: [
    { name: 'New patients', description: 'First visits and questions', slug: 'new-patients' },
    { name: 'Hygiene', description: 'Cleanings and checkups', slug: 'hygiene' },
  ],
  calendars: [
    {
      name: 'New Patient Exam',
      description: 'A first look, X-rays included',
      calendarType: 'round_robin',
      group: 'new-patients',
      teamSize: 3,
      slotDuration: 60,
      slotInterval: 60,
      noticeHours: 4,
      rangeDays: 60,
      openHours: onWeekdays([9, 17]),
      eventColor: '#0f9d58',
    },
    {
      name: 'Cleaning and Checkup',
      description: 'The visit every six months',
      calendarType: 'round_robin',
      group: 'hygiene',
      teamSize: 2,
      slotDuration: 30,
      slotInterval: 30,
      slotBuffer: 10,
      noticeHours: 2,
      rangeDays: 90,
      openHours: onWeekdays([8, 12], [13, 17]),
      eventColor: '#039be5',
    },
    {
      name: 'Whitening Consultation',
      description: 'A short talk about shades and costs',
      calendarType: 'event',
      group: 'new-patients',
      teamSize: 0,
      slotDuration: 30,
      slotInterval: 30,
      noticeHours: 1,
      rangeDays: 30,
      openHours: onWeekdays([10, 16]),
      eventColor: '#f4b400',
    },
  ],
  room: 'Treatment room 2',
  equipment: 'Panoramic X-ray',
  services: [
    { name: 'Teeth whitening', minutes: 60, amount: 290 },
    { name: 'Fluoride treatment', minutes: 15, amount: 45 },
  ],
};

const fitness: LocationPlan = {
  groups: [
    { name: 'Trials', description: 'For people who are new here', slug: 'trials' },
    { name: 'Classes', description: 'Training in groups', slug: 'classes' },
  ],
  calendars: [
    {
      name: 'Free Trial Session',
      description: 'Tour, assessment and a first workout',
      calendarType: 'round_robin',
      group: 'trials',
      teamSize: 3,
      slotDuration: 45,
      slotInterval: 60,
      noticeHours: 2,
      rangeDays: 30,
      openHours: onWeekdays([7, 11], [15, 20]),
      eventColor: '#db4437',
    },
    {
      name: 'HIIT Class',
      description: 'Eight places, three times a day',
      calendarType: 'class_booking',
      group: 'classes',
      teamSize: 1,
      slotDuration: 60,
      slotInterval: 60,
      seats: 8,
      noticeHours: 1,
      rangeDays: 14,
      openHours: onWeekdays([6, 7], [12, 13], [18, 19]),
      eventColor: '#ab47bc',
    },
    {
      name: 'Nutrition Call',
      description: 'By phone, with a plan to take away',
      calendarType: 'event',
      group: 'trials',
      teamSize: 0,
      slotDuration: 30,
      slotInterval: 30,
      noticeHours: 12,
      rangeDays: 30,
      openHours: onWeekdays([9, 15]),
      eventColor: '#00acc1',
    },
    {
      name: 'Personal Training',
      description: 'One to one, an hour',
      calendarType: 'personal',
      group: 'classes',
      teamSize: 1,
      slotDuration: 60,
      slotInterval: 30,
      slotBuffer: 15,
      noticeHours: 24,
      rangeDays: 45,
      openHours: onWeekdays([8, 18]),
      eventColor: '#5c6bc0',
    },
  ],
  room: 'Studio A',
  equipment: 'Body scanner',
  services: [
    { name: 'Sports massage', minutes: 60, amount: 95 },
    { name: 'Mobility screening', minutes: 30, amount: 55 },
  ],
};

/** In the order of the seeded locations. */
export const locationPlans: readonly [LocationPlan, LocationPlan] = [dental, fitness];
