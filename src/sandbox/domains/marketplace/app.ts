/** The app that a request names. */
import type { Refusal } from '../../errors.ts';
import { sandboxApp } from '../oauth/records.ts';

/** Throws what `refuse` builds for an app that the sandbox does not have. */
export function assertApp(appId: unknown, refuse: (message: string) => Refusal): void {
  if (appId !== sandboxApp.appId) throw refuse('App not found');
}
