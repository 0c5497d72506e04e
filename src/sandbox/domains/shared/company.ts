/** Whether a request may speak for an agency. */
import { forbidden } from '../../errors.ts';
import type { SandboxRequest } from '../../handler.ts';

/** Throws 403 unless the agency that the request names is the one that its token belongs to. */
export function assertOwnCompany(request: SandboxRequest, companyId: unknown): void {
  if (companyId !== request.grant.companyId) throw forbidden('The token does not have access to this company.');
}
