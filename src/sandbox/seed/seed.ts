/** Fills a new world: draws the cast, then lets every domain write its part. */
import type { Domain, SeedContext } from '../domain.ts';
import type { World } from '../world.ts';
import { createCast } from './cast.ts';
import { pickBetween, pickFrom } from './pick.ts';
import { getStartOfDay } from './time.ts';

/** Runs the domains' seeds in the order given. */
export function seedWorld(world: World, domains: readonly Domain[]): void {
  const context = createSeedContext(world);
  for (const domain of domains) domain.seed?.(context);
}

/** What seeds draw from. Consumes the world's random, so it is made once per world. */
export function createSeedContext(world: World): SeedContext {
  const cast = createCast(world);
  return {
    world,
    ...cast,
    peopleIn: (locationId) => cast.people.filter((person) => person.locationId === locationId),
    usersIn: (locationId) => cast.users.filter((user) => user.locationIds.includes(locationId)),
    startOfDay: (daysFromToday, timezone) => getStartOfDay(world.now(), daysFromToday, timezone),
    daysAgo: (days) => new Date(world.now() - Math.round(days * 86_400_000)).toISOString(),
    pick: (items) => pickFrom(world, items),
    between: (min, max) => pickBetween(world, min, max),
  };
}
