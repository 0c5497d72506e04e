/** What a location keeps, and typed access to it. Other domains read through these accessors. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface LocationSettings {
  /** Off: a contact with a known e-mail or phone is refused. */
  readonly allowDuplicateContact: boolean;
  /** Off: a second open opportunity of a contact in one pipeline is refused. */
  readonly allowDuplicateOpportunity: boolean;
  readonly allowFacebookNameMerge: boolean;
  readonly disableContactTimezone: boolean;
  /** Which fields tell duplicates of contacts apart, most important first. */
  readonly contactUniqueIdentifiers: readonly ('email' | 'phone')[];
}

export interface Location extends SandboxRecord {
  readonly companyId: string;
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly address?: string;
  readonly city?: string;
  readonly state?: string;
  readonly country: string;
  readonly postalCode?: string;
  readonly website?: string;
  readonly domain?: string;
  readonly logoUrl?: string;
  readonly timezone: string;
  readonly settings: LocationSettings;
  readonly social: Readonly<Record<string, string>>;
  /** Products of the sub-account that are switched on (v3 permissions). */
  readonly permissions: readonly string[];
  readonly dateAdded: string;
}

export interface Tag extends SandboxRecord {
  /** Always in lower case, unique within a location. */
  readonly name: string;
}

/** A custom field of contacts or opportunities. Fields of custom objects live in the `custom-fields` domain. */
export interface LocationCustomField extends SandboxRecord {
  readonly name: string;
  /** `contact.<key>` or `opportunity.<key>`. */
  readonly fieldKey: string;
  readonly dataType: string;
  readonly model: 'contact' | 'opportunity';
  readonly position: number;
  readonly placeholder?: string;
  readonly picklistOptions?: readonly string[];
  readonly textBoxListOptions?: readonly {
    readonly id: string;
    readonly label: string;
    readonly prefillValue: string;
  }[];
  readonly acceptedFormat?: readonly string[];
  readonly isMultiFileAllowed?: boolean;
  readonly maxFileLimit?: number;
  readonly dateAdded: string;
}

export interface CustomValue extends SandboxRecord {
  readonly name: string;
  /** The merge tag people write into messages: `{{ custom_values.<key> }}`. */
  readonly fieldKey: string;
  readonly value: string;
}

export interface Template extends SandboxRecord {
  readonly name: string;
  readonly type: 'sms' | 'email' | 'whatsapp';
  readonly template: Readonly<Record<string, unknown>>;
  readonly urlAttachments: readonly string[];
  readonly deleted: boolean;
  readonly dateAdded: string;
}

export interface RecurrenceRule {
  readonly intervalType: 'yearly' | 'monthly' | 'weekly' | 'daily' | 'hourly';
  readonly interval: number;
  readonly startDate: string;
  readonly endDate?: string;
  readonly dayOfMonth?: number;
  readonly dayOfWeek?: string;
  readonly monthOfYear?: number;
  readonly count?: number;
  readonly createTaskIfOverDue?: boolean;
  readonly dueAfterSeconds: number;
}

export interface RecurringTask extends SandboxRecord {
  readonly title: string;
  readonly description: string;
  readonly rruleOptions: RecurrenceRule;
  readonly contactId?: string;
  readonly assignedTo?: string;
  readonly totalOccurrence: number;
  readonly deleted: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Locations are records of their own location: `id` and `locationId` are the same. */
export const locations = (world: World): Collection<Location> => world.collection<Location>('locations');
export const tags = (world: World): Collection<Tag> => world.collection<Tag>('tags');
export const locationCustomFields = (world: World): Collection<LocationCustomField> =>
  world.collection<LocationCustomField>('location-custom-fields');
export const customValues = (world: World): Collection<CustomValue> => world.collection<CustomValue>('custom-values');
export const templates = (world: World): Collection<Template> => world.collection<Template>('templates');
export const recurringTasks = (world: World): Collection<RecurringTask> =>
  world.collection<RecurringTask>('recurring-tasks');

/** The tag of that name in the location, created when it is new, as HighLevel does when a contact is tagged. */
export function ensureTag(world: World, locationId: string, name: string): Tag {
  const wanted = name.trim().toLowerCase();
  const known = tags(world)
    .inLocation(locationId)
    .find((tag) => tag.name === wanted);
  return known ?? tags(world).insert({ id: world.newId(), locationId, name: wanted });
}
