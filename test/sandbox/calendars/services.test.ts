import { expect, test } from 'vitest';
import { openAccount, pickCalendar, pickContact } from './account.ts';

const v3 = { version: 'v3' };

test('services and their places are kept, each with a slug of its own', async () => {
  const account = await openAccount();
  const { send, locationId } = account;
  const staff = [{ id: pickCalendar(account, 'round_robin').teamMembers?.[0]?.userId }];
  const service = { locationId, name: 'Polish', slug: 'polish', staff, variations: [{ name: 'Quick' }] };
  const created = await send('POST', '/calendars/services/catalog', { ...v3, json: service });
  expect(created).toMatchObject({ status: 201, body: { service: { name: 'Polish', isPrivate: false } } });
  expect(created.body.service.variations[0].id).toMatch(/^[0-9a-f]{24}$/);
  const path = `/calendars/services/catalog/${created.body.service.id}`;
  expect((await send('POST', '/calendars/services/catalog', { ...v3, json: service })).status).toBe(400);
  await send('PUT', path, { ...v3, json: { isPrivate: true } });
  const hidden = await send('GET', `/calendars/services/catalog?locationId=${locationId}&isPrivate=true`, v3);
  expect(hidden.body.services.map(({ name }: { name: string }) => name)).toEqual(['Polish']);
  expect((await send('DELETE', path, v3)).body.success).toBe(true);
  expect((await send('GET', path, v3)).status).toBe(400);

  const place = { locationId, name: 'Annex', slug: 'annex' };
  const annex = await send('POST', '/calendars/services/locations', { ...v3, json: place });
  expect(annex).toMatchObject({ status: 201, body: { name: 'Annex', locationType: 'offline', isActive: true } });
  const annexPath = `/calendars/services/locations/${annex.body.id}`;
  await send('PUT', annexPath, { ...v3, json: { phone: '+15125550123' } });
  expect((await send('GET', annexPath, v3)).body).toMatchObject({ name: 'Annex', phone: '+15125550123' });
  expect((await send('DELETE', annexPath, v3)).body.success).toBe(true);
  const left = await send('GET', `/calendars/services/locations?locationId=${locationId}`, v3);
  expect(left.body.serviceLocations).toHaveLength(1);
});

test('a visit books its services one after the other, and staff are never booked twice', async () => {
  const account = await openAccount();
  const { send, locationId } = account;
  const { body } = await send('GET', `/calendars/services/catalog?locationId=${locationId}`, v3);
  const [long, short] = body.services;
  const staffId = long.staff[0].id;
  const booking = {
    locationId,
    contactId: pickContact(account).id,
    startTime: '2026-06-20T10:00:00-05:00',
    endTime: '2026-06-20T11:15:00-05:00',
    timezone: 'America/Chicago',
    services: [
      { id: short.id, staffId, position: 1 },
      { id: long.id, staffId, position: 0 },
    ],
  };
  const first = await send('POST', '/calendars/services/bookings', { ...v3, json: booking });
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({ endTime: '2026-06-20T11:15:00-05:00', status: 'confirmed', deleted: false });
  expect(first.body.services.map((part: { serviceStartTime: string }) => part.serviceStartTime)).toEqual([
    '2026-06-20T10:00:00-05:00',
    '2026-06-20T11:00:00-05:00',
  ]);
  const again = await send('POST', '/calendars/services/bookings', { ...v3, json: booking });
  expect(again).toMatchObject({ status: 400, body: { message: 'The slot you have selected is no longer available.' } });
  const forced = '/calendars/services/bookings?overrideAvailability=true';
  expect((await send('POST', forced, { ...v3, json: booking })).status).toBe(201);

  const path = `/calendars/services/bookings/${first.body.bookingId}`;
  const moved = await send('PUT', path, { ...v3, json: { startTime: '2026-06-20T15:00:00-05:00' } });
  expect(moved.body).toMatchObject({ startTime: '2026-06-20T15:00:00-05:00', endTime: '2026-06-20T16:15:00-05:00' });
  const window = `startTime=${Date.UTC(2026, 5, 20)}&endTime=${Date.UTC(2026, 5, 22)}`;
  const list = () => send('GET', `/calendars/services/bookings?locationId=${locationId}&${window}`, v3);
  expect((await list()).body.bookings).toHaveLength(2);
  expect((await send('DELETE', path, v3)).body.success).toBe(true);
  expect((await list()).body.bookings).toHaveLength(1);
  expect((await send('GET', path, v3)).status).toBe(400);
});
