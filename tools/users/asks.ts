import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with users. */
export const asks = {
  'GET /users/search': [
    'who is on our team',
    'find a staff member by name',
    'get the user id of a sales rep',
    'list employees who can be assigned leads',
    'which agents work in this account',
    'look up a colleague by phone number',
    'show everyone with a login',
  ],
  'POST /users/search/filter-by-email': [
    'match a list of email addresses to staff logins',
    'which of these emails already have a user',
    'look up many team members by exact email',
    'find user ids for several coworkers at once',
    'check whether an address belongs to an agency user',
    'bulk email lookup of staff',
  ],
  'GET /users/{userId}': [
    'who is this user id',
    'what permissions does a team member have',
    'show one staff profile',
    'is he an admin or just a user',
    'which sub-accounts can she access',
    'name behind assignedTo',
    'details of an employee by id',
  ],
  'PUT /users/{userId}': [
    'make a team member admin',
    'reset the password of a colleague',
    'give staff access to another sub-account',
    'change what a user is allowed to see',
    'employee got a new email or phone',
    'limit a rep to his assigned leads only',
    'take away billing rights from a user',
    'promote or demote staff',
  ],
  'DELETE /users/{userId}': [
    'employee quit, delete the login',
    'remove a user from the agency',
    'revoke access for good',
    'fire someone, offboard staff account',
    'get rid of an unused seat',
    'delete a team member',
  ],
  'GET /users/': [
    'all users of one sub-account by location id',
    'list staff with the deprecated call',
    'team of a location without knowing the company id',
    'old users list endpoint',
    'members of this location',
    'every employee in this one client account',
  ],
  'POST /users/': [
    'invite a new employee',
    'create a staff login',
    'add a user to the sub-account',
    'set up an account for our new sales rep',
    'give my virtual assistant access',
    'onboard a receptionist with a login',
    'add a seat for a teammate',
  ],
} as const satisfies Asks<typeof operations>;
