/** What the two seeded locations, a dental practice and a fitness studio, start with. */

export interface SeedField {
  readonly name: string;
  readonly dataType: string;
  readonly model: 'contact' | 'opportunity';
  readonly placeholder?: string;
  readonly picklistOptions?: readonly string[];
  readonly acceptedFormat?: readonly string[];
  readonly maxFileLimit?: number;
}

export interface SeedTemplate {
  readonly name: string;
  readonly type: 'sms' | 'email' | 'whatsapp';
  readonly subject?: string;
  readonly text: string;
}

export interface LocationSeed {
  readonly fields: readonly SeedField[];
  readonly customValues: Readonly<Record<string, string>>;
  readonly extraTags: readonly string[];
  readonly templates: readonly SeedTemplate[];
}

const dental: LocationSeed = {
  fields: [
    {
      name: 'Preferred Dentist',
      dataType: 'SINGLE_OPTIONS',
      model: 'contact',
      picklistOptions: ['Dr. Ellery', 'Dr. Lindqvist', 'No preference'],
    },
    { name: 'Insurance Provider', dataType: 'TEXT', model: 'contact', placeholder: 'Name on the insurance card' },
    { name: 'Last Cleaning', dataType: 'DATE', model: 'contact' },
    { name: 'Allergies', dataType: 'LARGE_TEXT', model: 'contact', placeholder: 'Medication, latex, none' },
    {
      name: 'Interested In',
      dataType: 'MULTIPLE_OPTIONS',
      model: 'contact',
      picklistOptions: ['Whitening', 'Aligners', 'Implants', 'Check-up'],
    },
    {
      name: 'Signed Consent',
      dataType: 'FILE_UPLOAD',
      model: 'contact',
      acceptedFormat: ['.pdf', '.jpg'],
      maxFileLimit: 2,
    },
    {
      name: 'Treatment Type',
      dataType: 'RADIO',
      model: 'opportunity',
      picklistOptions: ['Aligners', 'Implant', 'Whitening', 'Crown'],
    },
    { name: 'Expected Visits', dataType: 'NUMERICAL', model: 'opportunity' },
  ],
  customValues: {
    'Booking Link': 'https://lakeview-dental.example.com/book',
    'Review Link': 'https://lakeview-dental.example.com/review',
    'Opening Hours': 'Mon to Fri, 8am to 5pm',
    'Whitening Offer': '$199 in-office whitening',
  },
  extraTags: ['recall due', 'aligner candidate', 'insurance verified'],
  templates: [
    {
      name: 'Appointment reminder',
      type: 'sms',
      text: 'Hi {{contact.first_name}}, see you at {{appointment.start_time}}.',
    },
    { name: 'Recall six months', type: 'sms', text: 'It is time for your cleaning: {{ custom_values.booking_link }}' },
    {
      name: 'Welcome new patient',
      type: 'email',
      subject: 'Welcome to Lakeview Dental Studio',
      text: 'Thank you for choosing us, {{contact.first_name}}.',
    },
    {
      name: 'Aligner consultation',
      type: 'email',
      subject: 'Your aligner plan',
      text: 'What happens in the first visit.',
    },
  ],
};

const fitness: LocationSeed = {
  fields: [
    {
      name: 'Training Goal',
      dataType: 'SINGLE_OPTIONS',
      model: 'contact',
      picklistOptions: ['Strength', 'Weight loss', 'Endurance', 'Mobility'],
    },
    { name: 'Emergency Contact', dataType: 'PHONE', model: 'contact' },
    { name: 'Injuries', dataType: 'LARGE_TEXT', model: 'contact' },
    { name: 'Member Since', dataType: 'DATE', model: 'contact' },
    {
      name: 'Preferred Classes',
      dataType: 'CHECKBOX',
      model: 'contact',
      picklistOptions: ['Spin', 'Yoga', 'Boxing', 'Pilates'],
    },
    {
      name: 'Membership Tier',
      dataType: 'RADIO',
      model: 'opportunity',
      picklistOptions: ['Basic', 'Plus', 'Unlimited'],
    },
    { name: 'Joining Fee', dataType: 'MONETORY', model: 'opportunity' },
  ],
  customValues: {
    'Booking Link': 'https://summit-ridge-fitness.example.com/book',
    'Trial Offer': '7 days free',
    'Studio Address': '100 Example Avenue, Denver',
  },
  extraTags: ['trial', 'class pack', 'freeze requested'],
  templates: [
    { name: 'Trial follow-up', type: 'sms', text: 'How was your first class, {{contact.first_name}}?' },
    { name: 'Class pack expiring', type: 'whatsapp', text: 'Your class pack ends soon.' },
    {
      name: 'Monthly newsletter',
      type: 'email',
      subject: 'New classes this month',
      text: 'The timetable and two offers.',
    },
  ],
};

/** In the order of the world's locations. */
export const locationSeeds: readonly [LocationSeed, LocationSeed] = [dental, fitness];
