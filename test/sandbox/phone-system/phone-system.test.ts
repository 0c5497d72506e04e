import { describe, expect, it } from 'vitest';
import { operations as locationOperations } from '../../../tools/locations/operations.gen.ts';
import { operations } from '../../../tools/phone-system/operations.gen.ts';
import { type Answer, openChecked } from '../checked.ts';
import { refusalOf } from '../sdk.ts';

async function openPhones() {
  const checked = await openChecked(operations, locationOperations);
  const phones = checked.service('phoneSystem');
  const { locationId } = checked;
  return {
    ...checked,
    phones,
    active: (query: object = {}) => phones('activeNumbers', { locationId, ...query }),
    search: (query: object = {}) => phones('availableNumbers', { locationId, countryCode: 'US', ...query }),
    purchase: (body: object) => phones('purchasePhoneNumber', { locationId }, body),
  };
}

const numbersOf = ({ numbers }: Answer): string[] => numbers.map(({ phoneNumber }: Answer) => phoneNumber);
const soldOut = 'Phone number is no longer available';

describe('numbers of a location', () => {
  it('are listed without those of pools unless asked, in pages counted from zero', async () => {
    const { active } = await openPhones();
    const own = await active();
    expect(own.numbers).toMatchObject([{ isDefaultNumber: true }, { isDefaultNumber: false }]);
    expect(own).toMatchObject({ page: 0, pageSize: 1000, accountStatus: 'active' });
    const all = numbersOf(await active({ skipNumberPool: false }));
    expect(all).toHaveLength(4);
    expect(numbersOf(await active({ skipNumberPool: false, pageSize: 3, page: 1 }))).toEqual(all.slice(3));
    expect(numbersOf(await active({ searchFilter: all[0]?.slice(-6) }))).toEqual([all[0]]);
  });

  it('are shared out by pools', async () => {
    const { phones, active, locationId } = await openPhones();
    const { data, total } = await phones('getNumberPoolList', { locationId });
    expect(total).toBe(1);
    const pooled = numbersOf(data[0]);
    expect(pooled).toHaveLength(2);
    expect(numbersOf(await active({ skipNumberPool: false }))).toEqual(expect.arrayContaining(pooled));
    expect((await phones('getNumberPoolList', {})).data).toEqual(data);
  });

  it('begin with the first purchase of a new location', async () => {
    const { send, sandbox, companyId, service } = await openPhones();
    const json = { companyId, name: 'New place' };
    const { body } = await send('POST', '/locations/', { json, token: sandbox.tokens.agency });
    const locationId = body.id;
    const phones = service('phoneSystem', sandbox.tokens.create({ locationId }));
    const refusal = await refusalOf(phones('activeNumbers', { locationId }));
    expect([refusal.statusCode, refusal.response.message]).toEqual([
      404,
      'Phone system is not connected to this account',
    ]);
    await phones('purchasePhoneNumber', { locationId }, { phoneNumber: '+18885550140' });
    expect((await phones('activeNumbers', { locationId })).numbers).toMatchObject([
      { phoneNumber: '+18885550140', type: 'toll-free', isDefaultNumber: true },
    ]);
  });
});

describe('numbers to buy', () => {
  it('are searched by country, type and digits, and none can be called', async () => {
    const { search } = await openPhones();
    const american = numbersOf(await search());
    expect(american).toHaveLength(30);
    expect(american.every((number) => /^\+1\d{3}55501\d\d$/.test(number))).toBe(true);
    const free = numbersOf(await search({ numberTypes: 'tollFree,mobile', lastPart: '45' }));
    expect(free).toEqual(['+18885550145', '+18775550145']);
    expect(numbersOf(await search({ firstPart: '801', lastPart: '5' }))[0]).toBe('+18015550135');
    expect(numbersOf(await search({ anywhere: '550133', numberTypes: 'tollFree' }))).toEqual([
      '+18885550133',
      '+18775550133',
    ]);
    const british = await search({ countryCode: 'gb', numberTypes: 'mobile' });
    expect(numbersOf(british)[0]).toMatch(/^\+447700900\d{3}$/);
    expect(numbersOf(await search({ countryCode: 'GB', mmsEnabled: true }))).toEqual([]);
    expect(numbersOf(await search({ countryCode: 'FR' }))).toEqual([]);
  });

  it('belong to whoever buys them first', async () => {
    const { search, purchase, active, sandbox, service, otherLocationId } = await openPhones();
    const { fingerprintId, numbers } = await search({ firstPart: '801' });
    const { phoneNumber } = numbers[0];
    const account = await purchase({ phoneNumber, fingerprintId, countryCode: 'US', numberType: 'local' });
    expect(account.numbers[phoneNumber]).toBe('conversation');
    expect(numbersOf(await active())).toContain(phoneNumber);
    expect(numbersOf(await search({ firstPart: '801' }))).not.toContain(phoneNumber);
    expect((await refusalOf(purchase({ phoneNumber, fingerprintId }))).response.message).toBe(soldOut);
    const neighbour = service('phoneSystem', sandbox.tokens.secondLocation);
    const bought = neighbour('purchasePhoneNumber', { locationId: otherLocationId }, { phoneNumber });
    expect((await refusalOf(bought)).response.message).toBe(soldOut);
  });

  it.each([
    ['is not for sale', { phoneNumber: '+15125550100' }],
    ['no search has shown under that fingerprint', { phoneNumber: '+18015550150', fingerprintId: 'none' }],
    ['is of another kind', { phoneNumber: '+18015550150', numberType: 'tollFree' }],
    ['is of another country', { phoneNumber: '+18015550150', countryCode: 'CA' }],
  ])('are refused when the number %s', async (_what, body) => {
    const { purchase, active } = await openPhones();
    const { statusCode, response } = await refusalOf(purchase(body));
    expect([statusCode, response.message]).toEqual([400, soldOut]);
    expect((await active()).numbers).toHaveLength(2);
  });

  it('need an address where the country wants one', async () => {
    const { purchase, search } = await openPhones();
    const { numbers } = await search({ countryCode: 'GB' });
    const { phoneNumber, addressRequirements } = numbers[0];
    expect(addressRequirements).toBe('any');
    expect((await refusalOf(purchase({ phoneNumber }))).statusCode).toBe(400);
    expect((await purchase({ phoneNumber, addressSid: 'AD-sandbox' })).numbers).toHaveProperty([phoneNumber]);
  });
});
