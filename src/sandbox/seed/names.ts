/** What the cast is drawn from. Nobody and nothing here exists; the towns do, for the sake of their timezones. */

export interface Town {
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly areaCode: string;
  readonly timezone: string;
}

/** Where the customers of the first and of the second location live; the location itself is in the first town. */
export const homes: readonly [readonly Town[], readonly Town[]] = [
  [
    { city: 'Austin', state: 'TX', postalCode: '78701', areaCode: '512', timezone: 'America/Chicago' },
    { city: 'San Antonio', state: 'TX', postalCode: '78205', areaCode: '210', timezone: 'America/Chicago' },
    { city: 'Houston', state: 'TX', postalCode: '77002', areaCode: '713', timezone: 'America/Chicago' },
    { city: 'El Paso', state: 'TX', postalCode: '79901', areaCode: '915', timezone: 'America/Denver' },
  ],
  [
    { city: 'Denver', state: 'CO', postalCode: '80202', areaCode: '303', timezone: 'America/Denver' },
    { city: 'Colorado Springs', state: 'CO', postalCode: '80903', areaCode: '719', timezone: 'America/Denver' },
    { city: 'Fort Collins', state: 'CO', postalCode: '80521', areaCode: '970', timezone: 'America/Denver' },
    { city: 'Phoenix', state: 'AZ', postalCode: '85004', areaCode: '602', timezone: 'America/Phoenix' },
  ],
];

export const firstNames: readonly string[] =
  'Ada,Amir,Beatriz,Bram,Celia,Cyrus,Dana,Desmond,Elena,Emeka,Farah,Felix,Grace,Gustavo,Hana,Hugo,Imani,Ivan,Jade,Jonah,Kavya,Kenji,Lena,Liam,Maya,Milo,Nadia,Noel,Olive,Oscar,Petra,Quinn,Rafael,Rosa,Samir,Sofia,Tariq,Tessa,Uma,Victor,Wren,Yusuf,Zara'.split(
    ',',
  );

export const lastNames: readonly string[] =
  'Adler,Bello,Brandt,Calloway,Castro,Dahl,Devereux,Eastman,Farrow,Fontaine,Gallagher,Ghosh,Halloran,Ibarra,Iyer,Jansen,Kaplan,Kowalski,Lacroix,Lund,Marchetti,Mbeki,Nakamura,Novak,Odell,Okafor,Pereira,Quigley,Ramos,Rask,Sato,Sinclair,Tanaka,Thorne,Ueda,Valdez,Winslow,Xu,Yilmaz,Zimmer'.split(
    ',',
  );

export const companyNames: readonly string[] = [
  'Alder & Finch Catering',
  'Blue Kite Logistics',
  'Copperfield Landscaping',
  'Driftwood Realty',
  'Evergreen Accounting',
  'Foxglove Interiors',
  'Granite Peak Roofing',
  'Juniper Street Bakery',
];

export const streets: readonly string[] = [
  'Example Avenue',
  'Sample Street',
  'Cedar Row',
  'Willow Lane',
  'Juniper Court',
  'Harbor Road',
  'Orchard Drive',
  'Mill Street',
];

export const sources: readonly string[] = ['website form', 'facebook ads', 'google ads', 'referral', 'walk-in', 'chat'];

export const tagPool: readonly string[] = ['new lead', 'newsletter', 'vip', 'no show', 'reactivation', 'referral'];
