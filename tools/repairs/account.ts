/** Which arguments name the account: undeclared ones, oddly named ones, and one that only looks like it. */
import type { OperationRepair } from '../../src/catalogue/repair.ts';

export const accountRepairs = [
  {
    operations: ['GET /payments/orders', 'GET /payments/orders/{orderId}', 'GET /products/collections/{collectionId}'],
    reason: 'altId is declared without its altType; clients send both',
    arguments: { altType: { place: 'query', schema: { type: 'string', enum: ['location'] } } },
    context: { altType: 'alt-type' },
  },
  {
    operations: 'GET /ad-publishing/facebook/targeting/search',
    reason: 'declared only in the v3 document, and every other operation of the file has it',
    arguments: { locationId: { place: 'query', required: true, schema: { type: 'string' } } },
    context: { locationId: 'location' },
  },
  {
    operations: ['POST /conversations/messages/inbound', 'POST /conversations/messages/outbound'],
    reason: 'here altId is the message id of an outside provider',
    context: { altId: 'none' },
  },
  {
    operations: ['POST /custom-menus/', 'PUT /custom-menus/{customMenuId}'],
    reason: 'the locations that show the menu, by id',
    context: { locations: 'location-list' },
  },
  {
    operations: 'POST /snapshots/share/link',
    reason: 'the locations that may load the snapshot: one id, or several separated by commas',
    context: { share_location_id: 'location-list' },
  },
] as const satisfies readonly OperationRepair[];
