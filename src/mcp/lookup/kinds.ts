/** What can be looked up by name, and which operation knows it. */

export interface LookupKind {
  /** The operation that lists all of the kind. */
  readonly operation: string;
  /** Where its answer holds them. */
  readonly items: string;
  /** Fields that stand for the record beside `name`: keys, labels, addresses. */
  readonly aliases?: readonly string[];
  /** Shown with a record, as it decides which one is meant. */
  readonly shown?: readonly string[];
  /** Records inside of each record: the stages of a pipeline. */
  readonly inside?: string;
  /** Arguments that want the location's id beside the one that names the location. */
  readonly alsoLocation?: readonly string[];
  /** Pages are asked for by these arguments, so many at a time; absent where all come at once. */
  readonly pages?: { readonly size: string; readonly offset: string; readonly count: number };
}

const bySkip = (count: number) => ({ size: 'limit', offset: 'skip', count }) as const;

export const lookupKinds = {
  pipeline: { operation: 'opportunities_pipeline_list', items: 'pipelines' },
  stage: { operation: 'opportunities_pipeline_list', items: 'pipelines', inside: 'stages' },
  calendar: { operation: 'calendars_calendar_list', items: 'calendars', aliases: ['slug'], shown: ['isActive'] },
  calendar_group: { operation: 'calendars_group_list', items: 'groups', aliases: ['slug'] },
  user: { operation: 'users_user_list', items: 'users', aliases: ['email'], shown: ['email'] },
  tag: { operation: 'locations_tag_list', items: 'tags' },
  custom_field: {
    operation: 'locations_custom_field_list',
    items: 'customFields',
    aliases: ['fieldKey'],
    shown: ['fieldKey', 'dataType', 'model', 'picklistOptions'],
  },
  custom_value: {
    operation: 'locations_custom_value_list',
    items: 'customValues',
    aliases: ['fieldKey'],
    shown: ['fieldKey', 'value'],
  },
  workflow: { operation: 'workflows_workflow_list', items: 'workflows', shown: ['status'] },
  campaign: { operation: 'campaigns_campaign_list', items: 'campaigns', shown: ['status'] },
  product: {
    operation: 'products_product_list',
    items: 'products',
    aliases: ['slug'],
    pages: { size: 'limit', offset: 'offset', count: 100 },
  },
  form: { operation: 'forms_form_list', items: 'forms', pages: bySkip(50) },
  survey: { operation: 'surveys_survey_list', items: 'surveys', pages: bySkip(50) },
  template: {
    operation: 'locations_template_list',
    items: 'templates',
    shown: ['type'],
    alsoLocation: ['originId'],
    pages: bySkip(100),
  },
  email_template: {
    operation: 'emails_template_list',
    items: 'items',
    pages: { size: 'limit', offset: 'offset', count: 20 },
  },
  location: { operation: 'locations_location_search', items: 'locations', aliases: ['email'], pages: bySkip(100) },
} as const satisfies Readonly<Record<string, LookupKind>>;

export type LookupKindName = keyof typeof lookupKinds;
