/** Where the sandbox's clock stands in the life of a send; nothing runs in between, everything is worked out. */
import type { EmailCampaign, Sending } from './records.ts';

export type SendPhase = 'waiting' | 'running' | 'done';

export function getSendPhase({ startsAt, finishedAt }: Sending, now: number): SendPhase {
  if (now < Date.parse(startsAt)) return 'waiting';
  return finishedAt !== undefined && now >= Date.parse(finishedAt) ? 'done' : 'running';
}

/** How much of it has left, from 0 to 1. What never finishes counts as having left once it has started. */
export function getProgress(sending: Sending, now: number): number {
  const start = Date.parse(sending.startsAt);
  if (now < start) return 0;
  const end = sending.finishedAt === undefined ? start : Date.parse(sending.finishedAt);
  return now >= end ? 1 : (now - start) / (end - start);
}

export type CampaignStatus = 'draft' | 'scheduled' | 'processing' | 'sent' | 'paused' | 'cancelled';

const statusOfPhase = { waiting: 'scheduled', running: 'processing', done: 'sent' } as const;

export function getCampaignStatus({ schedule, halted }: EmailCampaign, now: number): CampaignStatus {
  if (halted !== undefined) return halted;
  return schedule === undefined ? 'draft' : statusOfPhase[getSendPhase(schedule, now)];
}
