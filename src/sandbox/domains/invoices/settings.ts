/** How a location writes invoices: titles, prefixes, terms, who is told what. Read-only in the API. */
import type { Handlers } from '../../handler.ts';
import { locations } from '../locations/records.ts';

/** An invoice without due date is due so many days after its issue. */
export const dueAfterDays = 30;

/** An estimate without expiry date holds so long. */
export const estimateExpiresAfterDays = 30;

const notifications = [
  'customerSendInvoice',
  'teamPaymentSuccess',
  'customerPaymentSuccess',
  'teamAutoPaymentSuccess',
  'customerAutoPaymentSuccess',
  'teamPaymentFailure',
  'customerPaymentFailure',
  'teamAutoPaymentFailure',
  'customerAutoPaymentFailure',
  'customerAutoPaymentInfo',
  'customerAutoPaymentAmountChanged',
  'teamAutoPaymentSkip',
  'teamRecurringSendInvoiceFailed',
  'customerSendEstimate',
  'teamEstimateAccepted',
  'teamEstimateDeclined',
];

const notification = { enabled: true, emailTemplate: 'default', smsTemplate: 'default' };

export const settingsHandlers: Handlers = {
  'GET /invoices/settings': ({ locationId }, world) => {
    const location = locations(world).get(locationId);
    return {
      body: {
        altId: locationId,
        altType: 'location',
        title: 'INVOICE',
        termsNote: `Payment is due within ${dueAfterDays} days.`,
        invoiceNumberPrefix: 'INV-',
        dueAfterXDays: dueAfterDays,
        estimatesTitle: 'ESTIMATE',
        estimatesTermsNote: `This estimate holds for ${estimateExpiresAfterDays} days.`,
        estimateNumberPrefix: 'EST-',
        estimatesExpireAfterXDays: estimateExpiresAfterDays,
        minimumPercentagePartialPayment: 0,
        customFields: [],
        customNotification: Object.fromEntries(notifications.map((name) => [name, notification])),
        businessDetails: {
          name: location?.name ?? '',
          phoneNo: location?.phone ?? '',
          website: location?.website ?? '',
          address: {
            addressLine1: location?.address ?? '',
            city: location?.city ?? '',
            state: location?.state ?? '',
            countryCode: location?.country ?? '',
            postalCode: location?.postalCode ?? '',
          },
          customValues: [],
        },
        senderConfiguration: { fromName: location?.name ?? '', fromEmail: location?.email ?? '' },
        productSettings: { enableImportProductDescription: true, descriptionOptional: true },
        tipsConfiguration: { tipsEnabled: false, tipsPercentage: [] },
        paymentMethods: { stripe: { enableBankDebitOnly: false } },
      },
    };
  },
};
