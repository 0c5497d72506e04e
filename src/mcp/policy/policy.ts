/**
 * What the operator permits: an upper bound that no request relaxes. Several sets of rules (a file's, the flags')
 * hold together, so that none of them can widen another.
 */
import type { OperationRow } from '../../catalogue/catalogue.ts';
import { type Arguments, listNamedLocations } from '../pipeline/context.ts';
import { CallRefusal } from '../pipeline/refusal.ts';
import { isWithinHours } from './hours.ts';
import type { PolicyRules } from './rules.ts';

export interface Policy {
  /** Why an operation may not be called at all; undefined where it may. */
  refuseOperation(row: OperationRow): CallRefusal | undefined;
  /** Why this call may not be made now, by what it names. Arguments as parsed. */
  refuseCall(call: PolicyCall): CallRefusal | undefined;
}

export interface PolicyCall {
  readonly row: OperationRow;
  readonly args: Arguments;
  readonly locationId: string | undefined;
  readonly now: Date;
}

/** Permits everything without rules. */
export function createPolicy(...sets: readonly PolicyRules[]): Policy {
  const rules = sets.map(compile);
  const findFirst = (refuse: (one: Rule) => string | undefined): CallRefusal | undefined => {
    for (const one of rules) {
      const reason = refuse(one);
      if (reason !== undefined) return refusal(reason);
    }
    return undefined;
  };
  return {
    refuseOperation: (row) => findFirst(({ refuseOperation }) => refuseOperation(row)),
    refuseCall: (call) => findFirst(({ refuseCall }) => refuseCall(call)),
  };
}

/** Says in a few words which rule stands against it. */
interface Rule {
  refuseOperation(row: OperationRow): string | undefined;
  refuseCall(call: PolicyCall): string | undefined;
}

function compile({ allow, deny = [], classes, locations, quietHours }: PolicyRules): Rule {
  const denied = deny.map((pattern) => ({ pattern, matches: compilePattern(pattern) }));
  const allowed = allow?.map(compilePattern);
  return {
    refuseOperation({ name, risk }) {
      const hit = denied.find(({ matches }) => matches.test(name));
      if (hit !== undefined) return `${name} is denied (rule deny: ${hit.pattern})`;
      if (allowed !== undefined && !allowed.some((matches) => matches.test(name))) {
        return `${name} is not among what is allowed (rule allow)`;
      }
      if (classes !== undefined && !classes.includes(risk)) {
        return `${name} is of class ${risk} (rule classes: ${classes.join(', ') || 'none'})`;
      }
      return undefined;
    },
    refuseCall({ row, args, locationId, now }) {
      const named = locationId === undefined ? listNamedLocations(args) : [locationId, ...listNamedLocations(args)];
      const foreign = named.find((id) => locations !== undefined && !locations.includes(id));
      if (foreign !== undefined) return `location ${foreign} is not among those allowed (rule locations)`;
      const reachesPeople = row.risk === 'high-impact' && row.openWorld === true;
      if (reachesPeople && quietHours !== undefined && isWithinHours(quietHours, now)) {
        const { from, to, timeZone } = quietHours;
        return `nothing is sent to people from ${from} to ${to}, ${timeZone} (rule quietHours)`;
      }
      return undefined;
    },
  };
}

/** Anchored, and `*` alone is special: whatever else a pattern holds stands for itself. */
export function compilePattern(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}

function refusal(reason: string): CallRefusal {
  return new CallRefusal('not_permitted', `The operator's policy refuses this: ${reason}.`, {
    advice: 'Only the operator can change that, in the policy of this server. Do not try another way around it.',
  });
}
