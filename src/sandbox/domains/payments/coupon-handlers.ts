/** Coupons: list, get, create, replace, delete. Their status follows from their dates. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { findRecord, hasWords, newestFirst, pickFields, replaceRecord, takePage } from './lists.ts';
import type { Coupon } from './records.ts';
import { coupons } from './records.ts';
import { formatCoupon, getCouponStatus } from './views.ts';

const unknownCoupon = 'Coupon not found';

/** What is wrong with the values of a coupon, in class-validator's words. */
function findMistakes({ discountType, discountValue, startDate, endDate }: SandboxRequest['body']): string[] {
  const starts = Date.parse(startDate);
  const ends = endDate === undefined ? Number.POSITIVE_INFINITY : Date.parse(endDate);
  return [
    ...(discountValue > 0 ? [] : ['discountValue must be a positive number']),
    ...(discountType === 'percentage' && discountValue > 100 ? ['discountValue must not be greater than 100'] : []),
    ...(Number.isNaN(starts) ? ['startDate must be a valid ISO 8601 date string'] : []),
    ...(Number.isNaN(ends) ? ['endDate must be a valid ISO 8601 date string'] : []),
    ...(ends <= starts ? ['endDate must be after startDate'] : []),
  ];
}

/** The coupon that the body describes. Throws a 422 for wrong values and a 400 for a code that another one has. */
function buildCoupon(world: World, request: SandboxRequest, before?: Coupon): Coupon {
  const { body, locationId } = request;
  const mistakes = findMistakes(body);
  if (mistakes.length > 0) throw unprocessable(mistakes);
  const owner = coupons(world)
    .inLocation(locationId)
    .find((coupon) => coupon.code.toLowerCase() === body.code.toLowerCase());
  if (owner !== undefined && owner.id !== before?.id) throw badRequest(`Coupon code ${body.code} already exists`);
  const now = world.timestamp();
  return {
    ...pickFields(body, ['endDate', 'usageLimit']),
    id: before?.id ?? world.newObjectId(),
    locationId,
    name: body.name,
    code: body.code,
    discountType: body.discountType,
    discountValue: body.discountValue,
    startDate: body.startDate,
    usageCount: before?.usageCount ?? 0,
    productIds: body.productIds ?? [],
    applyToFuturePayments: body.applyToFuturePayments ?? true,
    applyToFuturePaymentsConfig: body.applyToFuturePaymentsConfig ?? { type: 'forever' },
    limitPerCustomer: Number(body.limitPerCustomer ?? false),
    ...(request.grant.userId === undefined ? {} : { userId: request.grant.userId }),
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
}

export const couponHandlers: Handlers = {
  'GET /payments/coupon/list': (request, world) => {
    const { status, search } = request.query;
    const found = newestFirst(coupons(world).indexed(request.locationId)).filter(
      (coupon) =>
        (status === undefined || getCouponStatus(coupon, world.now()) === status) &&
        hasWords(search, [coupon.name, coupon.code]),
    );
    const data = takePage(found, request.query, 100).map((coupon) => formatCoupon(world, coupon));
    return { body: { data, totalCount: found.length, traceId: request.traceId } };
  },

  'GET /payments/coupon': (request, world) => {
    const coupon = findRecord(coupons(world), request.query.id, request, unknownCoupon);
    if (coupon.code !== request.query.code) throw badRequest(unknownCoupon);
    return { body: { ...formatCoupon(world, coupon), traceId: request.traceId } };
  },

  'POST /payments/coupon': (request, world) => {
    const coupon = coupons(world).insert(buildCoupon(world, request));
    return { body: { ...formatCoupon(world, coupon), traceId: request.traceId } };
  },

  'PUT /payments/coupon': (request, world) => {
    const before = findRecord(coupons(world), request.body.id, request, unknownCoupon);
    const coupon = replaceRecord(coupons(world), before, buildCoupon(world, request, before));
    return { body: { ...formatCoupon(world, coupon), traceId: request.traceId } };
  },

  'DELETE /payments/coupon': (request, world) => {
    const coupon = findRecord(coupons(world), request.body.id, request, unknownCoupon);
    coupons(world).delete(coupon.id);
    return { body: { success: true, traceId: request.traceId } };
  },
};
