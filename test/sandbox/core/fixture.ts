/** A few operations that show every rule of the gate, and a domain that keeps things. */
import { z } from 'zod';
import type { Operation, OperationKey, Operations } from '../../../src/catalogue/operation.ts';
import { createCatalogue } from '../../../src/sandbox/catalogue.ts';
import type { Domain } from '../../../src/sandbox/domain.ts';
import { badRequest } from '../../../src/sandbox/errors.ts';
import type { SandboxRecord } from '../../../src/sandbox/world.ts';

export interface Thing extends SandboxRecord {
  readonly name: string;
  readonly tags?: readonly string[];
}

type Facts = Partial<Operation> & { readonly fields?: z.core.$ZodLooseShape };

function buildOperations(facts: Readonly<Record<string, Facts>>): Operations {
  const entries = Object.entries(facts).map(([key, { fields = {}, ...rest }]) => {
    const [method, path] = key.split(' ') as [Operation['method'], Operation['path']];
    const operation: Operation = {
      method,
      path,
      version: '2021-07-28',
      source: 'v2',
      security: ['bearer'],
      scopes: [],
      places: {},
      body: 'none',
      answer: 'json',
      success: 200,
      input: () => z.strictObject(fields as z.core.$ZodShape),
      ...rest,
    };
    return [key as OperationKey, operation] as const;
  });
  return Object.fromEntries(entries);
}

const inQuery = { places: { locationId: 'query' }, context: { locationId: 'location' } } as const;
const locationField = { locationId: z.string() };

const thing: Facts = {
  scopes: ['contacts.write'],
  places: {
    locationId: 'body',
    name: 'body',
    size: 'body',
    kind: 'body',
    address: 'body',
    items: 'body',
    tags: 'body',
  },
  context: { locationId: 'location' },
  body: 'json',
  success: 201,
  fields: {
    locationId: z.string(),
    name: z.string(),
    size: z.int().min(1).max(10).optional(),
    kind: z.enum(['big', 'small']).optional(),
    address: z.strictObject({ city: z.string().optional(), email: z.email().optional() }).optional(),
    items: z.array(z.strictObject({ price: z.number(), done: z.boolean().optional() })).optional(),
    tags: z.union([z.string(), z.array(z.string())]).optional(),
  },
};

export const fixtureCatalogue = createCatalogue({
  contacts: buildOperations({
    'GET /contacts/': { ...inQuery, fields: locationField, scopes: ['contacts.readonly'] },
    'GET /contacts/search/static': { ...inQuery, fields: locationField },
    'GET /contacts/{contactId}': {
      places: { contactId: 'path' },
      fields: { contactId: z.string() },
      scopes: ['contacts.readonly'],
      output: () =>
        z.looseObject({ contact: z.looseObject({ id: z.string().nullish(), dateAdded: z.string().nullish() }) }),
    },
    'POST /contacts/': thing,
    'DELETE /contacts/{contactId}/tags': {
      places: { contactId: 'path', tags: 'body' },
      body: 'json',
      fields: { contactId: z.string(), tags: z.array(z.string()) },
    },
    'GET /contacts/list/typed': {
      places: { locationId: 'query', limit: 'query', all: 'query', ids: 'query-repeat', fields: 'query-comma' },
      context: { locationId: 'location' },
      fields: {
        locationId: z.string().optional(),
        limit: z.int().optional(),
        all: z.boolean().optional(),
        ids: z.array(z.string()).optional(),
        fields: z.array(z.string()).optional(),
      },
    },
    'POST /contacts/{contactId}/breaks': { places: { contactId: 'path' }, fields: { contactId: z.string() } },
  }),
  users: buildOperations({ 'GET /users/': { ...inQuery, fields: locationField, security: ['Location-Access'] } }),
  invoices: buildOperations({
    'GET /invoices/': {
      places: { altId: 'query', altType: 'query' },
      context: { altId: 'location', altType: 'alt-type' },
      fields: { altId: z.string(), altType: z.enum(['location']) },
      security: ['Agency-Access', 'Location-Access'],
    },
  }),
  snapshots: buildOperations({ 'GET /snapshots/': { security: ['Agency-Access'] } }),
  oauth: buildOperations({
    'GET /oauth/installedLocations': { security: ['Agency-Access-Only'] },
    'POST /oauth/token': {
      security: [],
      body: 'form',
      places: { client_id: 'body', grant_type: 'body' },
      fields: { client_id: z.string(), grant_type: z.enum(['authorization_code', 'refresh_token']) },
    },
  }),
  marketplace: buildOperations({ 'GET /marketplace/billing/charges': { security: ['Location-Access-Only'] } }),
  conversations: buildOperations({
    'POST /conversations/messages': {
      body: 'json',
      places: { type: 'body' },
      fields: { type: z.enum(['SMS', 'Email']) },
    },
    'POST /conversations/messages/upload': {
      body: 'multipart',
      places: { fileAttachment: 'file', contactId: 'body', maxFiles: 'body' },
      fields: { fileAttachment: z.string(), contactId: z.string(), maxFiles: z.int().optional() },
    },
  }),
  'chat-widget': buildOperations({
    'GET /chat-widget/list': { version: 'v3', source: 'v3' },
    'GET /chat-widget/{widgetId}': { version: '2021-07-28', source: 'v3', places: { widgetId: 'path' } },
  }),
  calendars: buildOperations({
    'POST /calendars/notify': {
      places: { body: 'whole-body' },
      body: 'json',
      fields: { body: z.array(z.strictObject({ kind: z.string() })) },
    },
  }),
});

/** Keeps contacts as things, echoes what it was given, refuses the name `twin`. */
export const fixtureDomain: Domain = {
  name: 'fixture',
  handlers: {
    'GET /contacts/': ({ locationId }, world) => ({
      body: { contacts: world.collection<Thing>('things').indexed(locationId) },
    }),
    'POST /contacts/': ({ body, locationId }, world) => {
      if (body.name === 'twin')
        throw badRequest('This location does not allow duplicated contacts.', { meta: { x: 1 } });
      const contact = { ...body, id: world.newId(), locationId, dateAdded: world.timestamp() };
      return { body: { contact: world.collection<Thing>('things').insert(contact) } };
    },
    'DELETE /contacts/{contactId}/tags': ({ body, path }) => ({ body: { tags: body.tags, id: path.contactId } }),
    'GET /contacts/list/typed': ({ query, locationId }) => ({ body: { query, locationId } }),
    'POST /contacts/{contactId}/breaks': () => {
      throw new TypeError('a mistake in a handler');
    },
    'POST /conversations/messages/upload': ({ files, body }) => ({
      body: { body, files: files.map((file) => ({ ...file, content: file.content.toString('utf8') })) },
    }),
    'POST /calendars/notify': ({ body }) => ({ body }),
    'POST /oauth/token': ({ body }) => ({ body }),
  },
};
