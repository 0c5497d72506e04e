import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildVerdict } from '../../../src/sandbox/domains/email-isv/index.ts';
import { operations } from '../../../tools/email-isv/operations.gen.ts';
import { type Answer, openChecked } from '../checked.ts';
import { refusalOf } from '../sdk.ts';

async function openVerifier() {
  const checked = await openChecked(operations);
  const { locationId, sandbox, service } = checked;
  const verify = (type: string, value: string) =>
    service('emailIsv')('verifyEmail', { locationId }, { type, verify: value });
  const wallet = () => sandbox.world.collection('wallets').inLocation(locationId)[0] as Answer;
  return { ...checked, verify, wallet };
}

it('judges addresses and takes the price of a check', async () => {
  const { verify, wallet } = await openVerifier();
  expect(await verify('email', 'ada@example.com')).toMatchObject({
    ...{ result: 'deliverable', risk: 'low', address: 'ada@example.com' },
    leadconnectorRecomendation: { isEmailValid: true },
  });
  expect(await verify('email', 'Info@example.com')).toMatchObject({ result: 'deliverable', risk: 'medium' });
  for (const address of ['ada', 'ada@nowhere.invalid', 'bounce-1@example.com', 'a@b@example.com']) {
    const { result, leadconnectorRecomendation } = await verify('email', address);
    expect([result, leadconnectorRecomendation.isEmailValid], address).toEqual(['undeliverable', false]);
  }
  expect(wallet().complimentaryCredits).toBe(9.985);
});

it('judges a contact, and the contact remembers', async () => {
  const { verify, sandbox, locationId } = await openVerifier();
  const contacts = sandbox.world.collection('contacts');
  const [first, second] = contacts.inLocation(locationId) as Answer[];
  expect(await verify('contact', first.id)).toMatchObject({ address: first.email, result: 'deliverable' });
  expect(contacts.get(first.id)).toMatchObject({ validEmail: true });
  contacts.update(second.id, { bounceEmail: true } as object);
  expect(await verify('contact', second.id)).toMatchObject({ reason: ['mailbox_does_not_exist'] });
  expect(contacts.get(second.id)).toMatchObject({ validEmail: false });
  expect((await refusalOf(verify('contact', 'none'))).response.message).toBe('Contact with id none not found');
});

it('does not run on an empty wallet', async () => {
  const { verify, sandbox, wallet } = await openVerifier();
  sandbox.world.collection('wallets').update(wallet().id, { balance: 0.001, complimentaryCredits: 0 } as object);
  expect(await verify('email', 'ada@example.com')).toMatchObject({
    verified: false,
    message: 'Validation is disabled / proper config not found',
  });
  expect(wallet().balance).toBe(0.001);
});

it('says of every address the same, whatever its case, and finds nobody where there is no host', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      expect(buildVerdict(address.toUpperCase())).toEqual(buildVerdict(address));
      expect(buildVerdict(address.split('@')[0] ?? '').result).toBe('undeliverable');
    }),
  );
});
