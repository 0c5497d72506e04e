/** Tells HighLevel's 401 and 403 texts apart. Rests on section 1 of the behaviour notes (live measurements). */
import type { Operation } from '../../catalogue/operation.ts';
import type { TokenKind, TokenLevel } from '../auth/token-source.ts';
import { integrationSettings, liftAgencyOnly, liftLocationOnly, liftMissingScope } from './lift.ts';
import type { TokenReason } from './token.ts';

export interface DeniedCall {
  readonly status: number;
  readonly messages: readonly string[];
  readonly operation: Pick<Operation, 'security' | 'scopes' | 'context'>;
  readonly tokenKind: TokenKind;
  readonly level: TokenLevel;
  /** The location that the call is about, where it is known. */
  readonly locationId?: string | undefined;
}

/** `reason` is absent where no other token would help. */
export interface Explanation {
  readonly reason?: TokenReason;
  readonly advice: string;
}

/** Why a call was denied, and what would open it. */
export function explainDenial(call: DeniedCall): Explanation {
  const said = call.messages.join(' ').toLowerCase();
  if (said.includes('version header')) {
    return {
      advice: 'The Version header of this operation is not accepted. Report it to the maintainers of this server.',
    };
  }
  if (said.includes('not yet supported by the iam service')) {
    return { advice: 'HighLevel does not open this operation to tokens of this kind; another operation has to do.' };
  }
  if (said.includes('invalid private integration token') || said.includes('invalid jwt')) {
    return {
      reason: 'bad-token',
      advice: `HighLevel does not know this token: it is mistyped, expired, rotated or deleted, or its app was uninstalled. The operator copies a current one from ${integrationSettings} into HIGHLEVEL_TOKEN; for an account of "highlevel-mcp login", logs in again.`,
    };
  }
  if (said.includes('location is not active')) {
    return {
      reason: 'location-suspended',
      advice: 'The sub-account is suspended: its agency can reactivate it, and the same token works again then.',
    };
  }
  if (said.includes('does not have access to this location')) {
    return { reason: 'wrong-location', advice: adviseOnLocation(call) };
  }
  if (said.includes('not authorized for this scope')) return explainScope(call);
  if (said.includes('user type mismatch') || said.includes('authclass type is not allowed')) {
    return explainLevel(call);
  }
  if (call.status === 401) {
    return {
      reason: 'bad-token',
      advice: `HighLevel did not accept the token. The operator checks it in ${integrationSettings}.`,
    };
  }
  return {
    reason: 'forbidden',
    advice:
      'HighLevel forbids this to the token: a plan, a permission or a missing location id may be the reason. Do not repeat it unchanged.',
  };
}

/** Where the call names no location, it is the record that belongs to another one. */
function adviseOnLocation({ operation, locationId }: DeniedCall): string {
  if (Object.values(operation.context ?? {}).includes('location')) {
    const which = locationId === undefined ? 'this location' : `location ${locationId}`;
    return `The token does not open ${which}: it belongs to another one, or the location id is missing or wrong. Check the location id.`;
  }
  const where = locationId === undefined ? 'the one of the token' : `location ${locationId}, which this call was about`;
  return `The record belongs to another location than ${where}. Nothing was changed. Take the id from a list or search in the location that is meant.`;
}

function explainScope(call: DeniedCall): Explanation {
  const { operation, level, tokenKind } = call;
  const opensToAgency = operation.security.some((scheme) => scheme.startsWith('Agency-Access'));
  if (level === 'agency' && !opensToAgency) {
    return {
      reason: 'agency-token-on-location-route',
      advice: liftLocationOnly,
    };
  }
  const isForAgencies =
    operation.security.length > 0 && operation.security.every((one) => one.startsWith('Agency-Access'));
  if (level !== 'agency' && isForAgencies) {
    return {
      reason: 'wrong-token-level',
      advice: liftAgencyOnly(tokenKind),
    };
  }
  const perhapsAgency =
    level === 'unknown' && !opensToAgency
      ? ' If it is an agency token, a token of the location is needed instead.'
      : '';
  return { reason: 'missing-scope', advice: liftMissingScope(operation.scopes, tokenKind) + perhapsAgency };
}

function explainLevel(call: DeniedCall): Explanation {
  if (call.level === 'agency') {
    return {
      reason: 'agency-token-on-location-route',
      advice: 'The operation does not accept an agency token: it needs a token of the location.',
    };
  }
  return {
    reason: 'wrong-token-level',
    advice: 'The operation wants a token of the other level: of the agency instead of the location, or the reverse.',
  };
}
