/** What people of the seeded agency write to each other. Invented, short, in the order in which it was said. */
import type { Direction } from './records.ts';

export interface Line {
  readonly direction: Direction;
  readonly text: string;
}

const them = (text: string): Line => ({ direction: 'inbound', text });
const us = (text: string): Line => ({ direction: 'outbound', text });

/** Texts and chats with the dental studio, then with the gym. `{name}` is the contact's first name. */
export const exchanges: readonly [readonly (readonly Line[])[], readonly (readonly Line[])[]] = [
  [
    [
      us('Hi {name}, this is Lakeview Dental. You are due for a cleaning. Shall we find a time?'),
      them('Yes please. Mornings are best.'),
      us('We have Tuesday 9:00 or Thursday 8:30.'),
      them('Thursday works'),
      us('Booked. See you Thursday at 8:30!'),
    ],
    [
      them('Hello, do you take new patients?'),
      us('We do! The first exam takes an hour, X-rays included.'),
      them('What does it cost without insurance?'),
      us('It is $129 including X-rays. Would you like a time this week?'),
      them('Let me check with my partner and get back to you'),
    ],
    [
      them('My tooth has been hurting since yesterday'),
      us('Sorry to hear that, {name}. Can you come in today at 4 pm?'),
      them('I can be there at 4:15'),
      us('That is fine, we will fit you in.'),
    ],
    [
      us('Reminder: your appointment at Lakeview Dental is tomorrow. Reply C to confirm.'),
      them('C'),
      us('Thank you, see you tomorrow.'),
    ],
    [
      them('Is whitening safe with sensitive teeth?'),
      us('Usually yes, we start gently. Come in for a short talk first.'),
    ],
    [them('I need to move my appointment next week'), us('No problem. Which day suits you better?'), them('Friday?')],
  ],
  [
    [
      us('Hi {name}, thanks for your interest in Summit Ridge! Want a free trial session?'),
      them('Sure, what times do you have?'),
      us('Weekdays 7 to 11 and 3 to 8. Which day?'),
      them('Wednesday at 6pm'),
      us('You are in. Bring water and a towel.'),
    ],
    [
      them('Hey, is the HIIT class on Monday full?'),
      us('Two places left. Shall I put you down?'),
      them('Yes!'),
      us('Done, see you at 6 pm.'),
    ],
    [
      them('How do I pause my membership?'),
      us('You can pause for up to three months. From when?'),
      them('From the first of next month please'),
      us('Set. You will not be charged until you are back.'),
    ],
    [
      us('We missed you in class this week, {name}. Everything okay?'),
      them('Work was crazy, back on Monday'),
      us('Great, your place is kept.'),
    ],
    [them('Do you have personal trainers for beginners?'), us('We do. The first talk is free, by phone or here.')],
    [them('Can I bring a friend on Saturday?'), us('Of course, the first visit is free for friends.'), them('Awesome')],
  ],
];

export interface Letter {
  readonly subject: string;
  readonly lines: readonly Line[];
}

/** E-mail threads with either. */
export const letters: readonly [readonly Letter[], readonly Letter[]] = [
  [
    {
      subject: 'Your treatment plan',
      lines: [
        us('Dear {name}, the plan we talked about is below. The crown takes two visits.'),
        them('Thank you. Does my insurance cover the second visit?'),
        us('It covers half of it. We will send the estimate to them for you.'),
      ],
    },
    {
      subject: 'Receipt for your visit',
      lines: [us('Dear {name}, thank you for coming in. Your receipt is in your patient account.')],
    },
  ],
  [
    {
      subject: 'Welcome to Summit Ridge',
      lines: [
        us('Hi {name}, here is everything for your first week: class plan, parking and lockers.'),
        them('Great, thanks! Is there a shower?'),
        us('There is, with towels at the desk.'),
      ],
    },
    {
      subject: 'Your nutrition plan',
      lines: [us('Hi {name}, as promised: a plan for four weeks, with a list to shop.')],
    },
  ],
];
