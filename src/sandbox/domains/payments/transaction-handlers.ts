/** Reading what came in: transactions and subscriptions. */
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { contacts } from '../contacts/records.ts';
import { findRecord, hasWords, isOfMode, isWithinDays, newestFirst, takePage } from './lists.ts';
import type { Subscription, Transaction } from './records.ts';
import { subscriptions, transactions } from './records.ts';
import {
  formatContactName,
  formatListedSubscription,
  formatListedTransaction,
  formatSubscription,
  formatTransaction,
} from './views.ts';

/** The filters that both lists have. */
function isSelected(world: World, record: Transaction | Subscription, query: SandboxRequest['query']): boolean {
  const contact = contacts(world).get(record.contactId);
  const { entityId, entitySourceType, contactId, paymentMode, search } = query;
  return (
    (entityId === undefined || record.entityId === entityId) &&
    (entitySourceType === undefined || record.source.type === entitySourceType) &&
    (contactId === undefined || record.contactId === contactId) &&
    isOfMode(record.liveMode, paymentMode) &&
    isWithinDays(record.createdAt, query) &&
    hasWords(search, [record.id, record.source.name, formatContactName(contact), contact?.email])
  );
}

function countPayments(world: World, subscription: Subscription): number {
  return transactions(world)
    .inLocation(subscription.locationId)
    .filter((payment) => payment.subscriptionId === subscription.subscriptionId && payment.status === 'succeeded')
    .length;
}

export const transactionHandlers: Handlers = {
  'GET /payments/transactions': (request, world) => {
    const { subscriptionId, entitySourceSubType } = request.query;
    const found = newestFirst(transactions(world).indexed(request.locationId)).filter(
      (transaction) =>
        isSelected(world, transaction, request.query) &&
        (subscriptionId === undefined || transaction.subscriptionId === subscriptionId) &&
        (entitySourceSubType === undefined || transaction.source.subType === entitySourceSubType),
    );
    const page = takePage(found, request.query, 10);
    return { body: { data: page.map((item) => formatListedTransaction(world, item)), totalCount: found.length } };
  },

  'GET /payments/transactions/{transactionId}': (request, world) => {
    const id = request.path.transactionId ?? '';
    const transaction = findRecord(transactions(world), id, request, 'Transaction not found');
    return { body: formatTransaction(world, transaction, request.traceId) };
  },

  'GET /payments/subscriptions': (request, world) => {
    const { id, getPaymentsCollectedCount } = request.query;
    const found = newestFirst(subscriptions(world).indexed(request.locationId)).filter(
      (subscription) => isSelected(world, subscription, request.query) && (id === undefined || subscription.id === id),
    );
    const data = takePage(found, request.query, 10).map((subscription) => ({
      ...formatListedSubscription(world, subscription),
      ...(getPaymentsCollectedCount === true ? { paymentsCollectedCount: countPayments(world, subscription) } : {}),
    }));
    return { body: { data, totalCount: found.length } };
  },

  'GET /payments/subscriptions/{subscriptionId}': (request, world) => {
    const id = request.path.subscriptionId ?? '';
    const subscription = findRecord(subscriptions(world), id, request, 'Subscription not found');
    return { body: formatSubscription(world, subscription, request.traceId) };
  },
};
