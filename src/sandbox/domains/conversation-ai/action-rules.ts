/** What the details of an action must have beyond their types, as the documents say field by field. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { AgentActionType } from './records.ts';

type Details = Readonly<Record<string, unknown>>;

/** The gate only knows that details fit one of the types; these tell which. */
const requiredDetails: Readonly<Record<AgentActionType, readonly string[]>> = {
  triggerWorkflow: ['workflowIds', 'triggerCondition'],
  updateContactField: ['contactFieldId', 'description'],
  appointmentBooking: ['calendarId', 'onlySendLink', 'triggerWorkflow', 'sleepAfterBooking', 'transferBot'],
  stopBot: ['stopBotDetectionType', 'stopBotTriggerCondition', 'reactivateEnabled', 'stopBotExamples', 'finalMessage'],
  humanHandOver: ['triggerCondition', 'reactivateEnabled', 'finalMessage', 'handoverType'],
  advancedFollowup: ['scenarioId', 'followupSequence'],
  transferBot: ['transferBotType', 'transferToBot'],
};

/** What a link that is only sent cannot do. */
const needsBooking = ['triggerWorkflow', 'sleepAfterBooking', 'transferBot', 'rescheduleEnabled', 'cancelEnabled'];

/** Fields that another field, when true, makes necessary. */
const requiredWhen: Readonly<Partial<Record<AgentActionType, Readonly<Record<string, readonly string[]>>>>> = {
  appointmentBooking: {
    triggerWorkflow: ['workflowIds'],
    sleepAfterBooking: ['sleepTimeUnit', 'sleepTime'],
    transferBot: ['transferAgent'],
  },
  stopBot: { reactivateEnabled: ['sleepTimeUnit', 'sleepTime'] },
  humanHandOver: { reactivateEnabled: ['sleepTimeUnit', 'sleepTime'] },
};

const longestFollowup: Readonly<Record<string, number>> = { minutes: 60, hours: 24, days: 180 };

function validateFollowups(sequence: readonly Details[]): void {
  for (const { followupTime, followupTimeUnit } of sequence) {
    const longest = longestFollowup[String(followupTimeUnit)];
    if (longest !== undefined && Number(followupTime) > longest)
      throw badRequest(`followupTime must not be greater than ${longest} ${followupTimeUnit}`);
  }
}

/** Throws 422 for details of another type, 400 for a combination that the documents rule out. */
export function validateDetails(type: AgentActionType, details: Details): void {
  const missing = requiredDetails[type].filter((field) => details[field] === undefined);
  if (missing.length > 0) throw unprocessable(missing.map((field) => `details.${field} should not be empty`));
  for (const [condition, fields] of Object.entries(requiredWhen[type] ?? {})) {
    const absent = details[condition] === true ? fields.find((field) => details[field] === undefined) : undefined;
    if (absent !== undefined) throw badRequest(`${absent} is required when ${condition} is true`);
  }
  if (details.onlySendLink === true) {
    const excluded = needsBooking.find((field) => details[field] === true);
    if (excluded !== undefined) throw badRequest(`${excluded} cannot be true when onlySendLink is true`);
  }
  const needsExamples = details.handoverType === 'custom' || details.handoverType === 'contactRequest';
  if (needsExamples && details.examples === undefined)
    throw badRequest(`examples is required when handoverType is ${details.handoverType}`);
  if (type === 'advancedFollowup') validateFollowups(details.followupSequence as readonly Details[]);
}
