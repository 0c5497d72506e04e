/** Where the log is, by an operator's settings. */
import { resolve } from 'node:path';
import { resolveStateFolder } from '../state/folder.ts';

export interface AuditSettings {
  /** A folder, or `off`. */
  readonly audit: string | undefined;
  /** As `openState` takes it. */
  readonly state: string | undefined;
  readonly isSandbox: boolean;
}

/** @returns undefined where nothing is recorded: on request, and by default where nothing else is kept */
export function resolveAuditFolder({ audit, state, isSandbox }: AuditSettings): string | undefined {
  if (audit?.toLowerCase() === 'off') return undefined;
  if (audit !== undefined) return resolve(audit);
  if (isSandbox || state === 'memory') return undefined;
  return resolve(resolveStateFolder(state), 'audit');
}
