import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

const accessHints = {
  type: 'account (sub-account staff) or agency',
  role: 'admin or user',
  locationIds: 'sub-accounts the user may enter',
  scopes: 'only these stay enabled; empty disables all',
  scopesAssignedToOnly: 'scopes limited to records assigned to the user',
  phone: 'E.164, e.g. +14155550123',
  twilioPhone: 'location id to E.164; replaces the whole map',
} as const;

export const guides = {
  'GET /users/search': {
    name: 'users_user_search',
    title: 'Search users',
    summary:
      'Finds staff by name, email or phone, with the user ids that assigning needs. A list of exact emails: users_user_by_email_search.',
    notes: [
      'It searches a company, or one sub-account with locationId.',
      'Users are staff with a login; customers and leads are contacts.',
    ],
    risk: 'read',
    paging: {
      style: 'skip-limit',
      items: 'users',
      total: 'count',
      size: 'limit',
      defaultSize: 25,
      offset: 'skip',
    },
    hints: {
      query: 'part of name, email or phone',
      type: 'account or agency',
      role: 'admin or user',
      ids: 'user ids, comma separated',
      sort: 'field name, e.g. dateAdded',
      sortDirection: 'asc or desc',
    },
    words: ['staff', 'team', 'employee', 'agent', 'assignee', 'owner', 'member'],
    examples: [
      {
        ask: "What is Sam's user id in this sub-account?",
        args: { companyId: 'UAXssdawIWAWD5DP4123', locationId: 've9EPM428h8vShlRW1KT', query: 'Sam' },
      },
    ],
  },
  'POST /users/search/filter-by-email': {
    name: 'users_user_by_email_search',
    title: 'Find users by email',
    summary:
      'Looks up many staff by exact email across an agency; agency token only. By name or in one sub-account: users_user_search.',
    notes: ['Answers id and email unless projection is "all".'],
    risk: 'read',
    paging: {
      style: 'skip-limit',
      items: 'users',
      total: 'count',
      size: 'limit',
      defaultSize: 25,
      offset: 'skip',
    },
    hints: {
      emails: 'comma separated, in one string',
      projection: '"all", or field names comma separated',
      deleted: 'true finds deleted users',
    },
    words: ['staff', 'team', 'employee', 'login'],
    examples: [
      {
        ask: 'Do these two people have logins?',
        args: { companyId: 'UAXssdawIWAWD5DP4123', emails: 'sam@example.com,kim@example.com', projection: 'all' },
      },
    ],
  },
  'GET /users/': {
    name: 'users_user_list',
    title: 'List users of a sub-account (deprecated)',
    summary:
      'Deprecated by HighLevel: prefer users_user_search. All staff of one sub-account, for tokens that do not know the company id.',
    risk: 'read',
    paging: { style: 'none', items: 'users' },
    words: ['staff', 'team', 'employees', 'members'],
  },
  'GET /users/{userId}': {
    name: 'users_user_get',
    title: 'Get a user',
    summary:
      'One staff member by id (assignedTo, userId, followers elsewhere) with role, permissions, sub-accounts. By name: users_user_search.',
    risk: 'read',
    words: ['staff', 'team member', 'permissions', 'owner'],
  },
  'POST /users/': {
    name: 'users_user_create',
    title: 'Create a user',
    summary:
      'Creates a staff login in the given sub-accounts and emails an invitation. Not for customers or leads: those are contacts_contact_create.',
    notes: [
      'The password passes through this conversation: use a random one and have the person change it.',
      'scopes and scopesAssignedToOnly enable only what they list; an empty list disables everything.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'one',
    findOut: {
      looks: [
        {
          // Unique: an email has one user.
          steps: [{ ask: 'GET /users/search', with: { query: '$email', limit: 25, skip: 0 } }],
          records: 'users',
          match: {
            email: 'email',
            firstName: 'firstName',
            lastName: 'lastName',
            'roles.type': 'type',
            'roles.role': 'role',
            'roles.locationIds': 'locationIds',
          },
          complete: true,
        },
      ],
      check: 'users_user_search with the email as query shows whether the user is there.',
    },
    hints: { ...accessHints, password: 'random; the person should change it' },
    words: ['staff', 'invite', 'employee', 'team member', 'login', 'seat'],
    examples: [
      {
        ask: 'Give Kim a normal login to this sub-account',
        args: {
          companyId: 'UAXssdawIWAWD5DP4123',
          firstName: 'Kim',
          lastName: 'Example',
          email: 'kim@example.com',
          password: 'example-Password-1',
          type: 'account',
          role: 'user',
          locationIds: ['ve9EPM428h8vShlRW1KT'],
        },
      },
    ],
  },
  'PUT /users/{userId}': {
    name: 'users_user_update',
    title: 'Update a user',
    summary:
      "Changes a staff member's name, role, access or password; the old password ends. Lists and maps sent replace what was there.",
    notes: [
      'The email cannot be changed.',
      'Read users_user_get first: locationIds, scopes and twilioPhone are replaced as a whole.',
      'An agency token has to send companyId.',
      'An empty scopes list disables everything; leave it out to change nothing.',
    ],
    risk: 'high-impact',
    idempotent: true,
    hints: { ...accessHints, locationIds: 'all sub-accounts the user may enter, not only new ones' },
    words: ['staff', 'permission', 'promote', 'admin', 'access', 'reset password'],
    examples: [
      {
        ask: 'Make Kim an admin of these two sub-accounts',
        args: {
          userId: 'hxHGVRb1YJUscrCB8eXK',
          companyId: 'UAXssdawIWAWD5DP4123',
          role: 'admin',
          locationIds: ['ve9EPM428h8vShlRW1KT', 'zzyG7A4x6bRJl5SlhQhH'],
        },
      },
    ],
  },
  'DELETE /users/{userId}': {
    name: 'users_user_delete',
    title: 'Delete a user',
    summary:
      'Deletes a staff login; there is no undo. To take away one sub-account only, change locationIds with users_user_update.',
    risk: 'high-impact',
    idempotent: true,
    words: ['staff', 'remove employee', 'offboard', 'revoke access'],
  },
} as const satisfies Guides<typeof operations>;
