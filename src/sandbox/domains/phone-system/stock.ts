/** The numbers that can be bought. All lie in ranges that are kept for fiction, so none of them can be called. */
import type { World } from '../../world.ts';
import { type PhoneNumber, phoneNumbers } from './records.ts';

export type NumberType = 'local' | 'tollFree' | 'mobile';

/** A run of 40 consecutive numbers of one exchange. */
export interface Exchange {
  readonly country: string;
  readonly type: NumberType;
  /** Of the country, with `+`. */
  readonly dialCode: string;
  /** Without the dial code, up to the two digits that count. */
  readonly prefix: string;
  readonly firstNumber: number;
  readonly locality: string;
  readonly region: string;
  readonly postalCode: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly hasMms: boolean;
  readonly addressRequirements: 'none' | 'any' | 'local' | 'foreign';
  /** USD a month. */
  readonly price: number;
}

const american = { dialCode: '+1', firstNumber: 30, hasMms: true, addressRequirements: 'none', price: 1.15 } as const;
const tollFree = { ...american, country: 'US', type: 'tollFree', price: 2.15, latitude: '', longitude: '' } as const;
const anywhere = { locality: '', region: '', postalCode: '' } as const;

/** North America keeps 555-0100 to 555-0199, Ofcom 020 7946 0xxx and 07700 900xxx. */
const exchanges: readonly Exchange[] = [
  {
    ...american,
    ...{ country: 'US', type: 'local', prefix: '21455501', locality: 'Dallas', region: 'TX', postalCode: '75201' },
    ...{ latitude: '32.787600', longitude: '-96.799400' },
  },
  {
    ...american,
    ...{ country: 'US', type: 'local', prefix: '80155501', locality: 'Salt Lake City', region: 'UT' },
    ...{ postalCode: '84101', latitude: '40.756000', longitude: '-111.900000' },
  },
  {
    ...american,
    ...{ country: 'CA', type: 'local', prefix: '60455501', locality: 'Vancouver', region: 'BC' },
    ...{ postalCode: 'V5K', latitude: '49.282700', longitude: '-123.120700' },
  },
  { ...tollFree, ...anywhere, prefix: '88855501' },
  { ...tollFree, ...anywhere, prefix: '87755501' },
  {
    ...{ country: 'GB', type: 'local', dialCode: '+44', prefix: '20794609', firstNumber: 30, locality: 'London' },
    ...{ region: 'LND', postalCode: 'SW1A', latitude: '51.507400', longitude: '-0.127800', hasMms: false },
    ...{ addressRequirements: 'any', price: 1.5 },
  },
  {
    ...{ country: 'GB', type: 'mobile', dialCode: '+44', prefix: '77009009', firstNumber: 30, ...anywhere },
    ...{ latitude: '', longitude: '', hasMms: false, addressRequirements: 'local', price: 2.5 },
  },
];

const numbersPerExchange = 40;

export interface StockNumber extends Exchange {
  /** E.164. */
  readonly phoneNumber: string;
  /** Without the dial code. */
  readonly nationalNumber: string;
}

const stock: readonly StockNumber[] = exchanges.flatMap((exchange) =>
  Array.from({ length: numbersPerExchange }, (_, index) => {
    const nationalNumber = `${exchange.prefix}${exchange.firstNumber + index}`;
    return { ...exchange, nationalNumber, phoneNumber: `${exchange.dialCode}${nationalNumber}` };
  }),
);

/** What nobody has bought yet. */
export function getStock(world: World): StockNumber[] {
  const owned = new Set(
    phoneNumbers(world)
      .all()
      .map(({ phoneNumber }) => phoneNumber),
  );
  return stock.filter(({ phoneNumber }) => !owned.has(phoneNumber));
}

/** `(214) 555-0130`; numbers of other lands as they are. */
export function formatNational({ dialCode, nationalNumber, phoneNumber }: StockNumber): string {
  if (dialCode !== '+1') return phoneNumber;
  return `(${nationalNumber.slice(0, 3)}) ${nationalNumber.slice(3, 6)}-${nationalNumber.slice(6)}`;
}

/** What a number can do, once it is owned. */
export function getCapabilities({ hasMms }: Pick<Exchange, 'hasMms'>): PhoneNumber['capabilities'] {
  return { voice: true, sms: true, mms: hasMms, fax: false };
}
