/** Kinds of messages: their names, their numbers, and how the words of a request map to them. */
import type { DndChannel } from '../contacts/records.ts';

/** In the order of HighLevel's numbering, which starts at 1 (TYPE_CALL) and is what `type` shows in a message. */
export const messageTypes = [
  'TYPE_CALL',
  'TYPE_SMS',
  'TYPE_EMAIL',
  'TYPE_SMS_REVIEW_REQUEST',
  'TYPE_WEBCHAT',
  'TYPE_SMS_NO_SHOW_REQUEST',
  'TYPE_CAMPAIGN_SMS',
  'TYPE_CAMPAIGN_CALL',
  'TYPE_CAMPAIGN_EMAIL',
  'TYPE_CAMPAIGN_VOICEMAIL',
  'TYPE_FACEBOOK',
  'TYPE_CAMPAIGN_FACEBOOK',
  'TYPE_CAMPAIGN_MANUAL_CALL',
  'TYPE_CAMPAIGN_MANUAL_SMS',
  'TYPE_GMB',
  'TYPE_CAMPAIGN_GMB',
  'TYPE_REVIEW',
  'TYPE_INSTAGRAM',
  'TYPE_WHATSAPP',
  'TYPE_CUSTOM_SMS',
  'TYPE_CUSTOM_EMAIL',
  'TYPE_CUSTOM_PROVIDER_SMS',
  'TYPE_CUSTOM_PROVIDER_EMAIL',
  'TYPE_IVR_CALL',
  'TYPE_ACTIVITY_CONTACT',
  'TYPE_ACTIVITY_INVOICE',
  'TYPE_ACTIVITY_PAYMENT',
  'TYPE_ACTIVITY_OPPORTUNITY',
  'TYPE_LIVE_CHAT',
  'TYPE_LIVE_CHAT_INFO_MESSAGE',
  'TYPE_ACTIVITY_APPOINTMENT',
  'TYPE_FACEBOOK_COMMENT',
  'TYPE_INSTAGRAM_COMMENT',
  'TYPE_CUSTOM_CALL',
  'TYPE_INTERNAL_COMMENT',
  'TYPE_ACTIVITY_EMPLOYEE_ACTION_LOG',
  'TYPE_TIKTOK',
  'TYPE_TIKTOK_COMMENT',
  'TYPE_ACTIVITY_WHATSAPP',
  'TYPE_FORM_SUBMISSION',
  'TYPE_SMS_REACTION',
  'TYPE_RCS',
] as const;

export type MessageType = (typeof messageTypes)[number];

/** The number that stands for a kind of message. */
export const getTypeNumber = (type: MessageType): number => messageTypes.indexOf(type) + 1;

const typesByWord: Readonly<Record<string, MessageType>> = {
  SMS: 'TYPE_SMS',
  RCS: 'TYPE_RCS',
  Email: 'TYPE_EMAIL',
  WhatsApp: 'TYPE_WHATSAPP',
  GMB: 'TYPE_GMB',
  IG: 'TYPE_INSTAGRAM',
  FB: 'TYPE_FACEBOOK',
  Custom: 'TYPE_CUSTOM_PROVIDER_SMS',
  WebChat: 'TYPE_WEBCHAT',
  Live_Chat: 'TYPE_LIVE_CHAT',
  ALL_IN_ONE_CHAT: 'TYPE_LIVE_CHAT',
  Call: 'TYPE_CALL',
  IVR_Call: 'TYPE_IVR_CALL',
  Campaign_Call: 'TYPE_CAMPAIGN_CALL',
  Campaign_VoiceMail: 'TYPE_CAMPAIGN_VOICEMAIL',
  TIKTOK: 'TYPE_TIKTOK',
  FORM_SUBMISSION: 'TYPE_FORM_SUBMISSION',
  Instagram: 'TYPE_INSTAGRAM',
  Facebook: 'TYPE_FACEBOOK',
};

/** The kind of message a request means with `type` or `channel`. Unknown words, which the gate lets through nowhere, are texts. */
export const resolveMessageType = (word: string): MessageType => typesByWord[word] ?? 'TYPE_SMS';

const dndChannels: Readonly<Partial<Record<MessageType, DndChannel>>> = {
  TYPE_SMS: 'SMS',
  TYPE_RCS: 'SMS',
  TYPE_EMAIL: 'Email',
  TYPE_WHATSAPP: 'WhatsApp',
  TYPE_GMB: 'GMB',
  TYPE_FACEBOOK: 'FB',
  TYPE_CALL: 'Call',
};

/** The do-not-disturb channel that guards a kind of message, if one does. */
export const getDndChannel = (type: MessageType): DndChannel | undefined => dndChannels[type];

/** Kinds of messages that need the phone number of the contact. */
export const needsPhone = (type: MessageType): boolean =>
  type === 'TYPE_SMS' || type === 'TYPE_RCS' || type === 'TYPE_WHATSAPP';

const callTypes: ReadonlySet<MessageType> = new Set([
  'TYPE_CALL',
  'TYPE_IVR_CALL',
  'TYPE_CAMPAIGN_CALL',
  'TYPE_CAMPAIGN_VOICEMAIL',
  'TYPE_CUSTOM_CALL',
]);

/** Calls have a duration, and when someone answered a recording and a transcription. */
export const isCall = (type: MessageType): boolean => callTypes.has(type);
