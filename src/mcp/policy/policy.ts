/**
 * What the operator permits: an upper bound that no request relaxes. Several sets of rules (a file's, the flags')
 * hold together, so that none of them can widen another.
 */
import type { OperationRow } from '../../catalogue/catalogue.ts';
import { type Arguments, listCallLocations } from '../pipeline/context.ts';
import { CallRefusal } from '../pipeline/refusal.ts';
import { countedCeilings, refuseByCeilings } from './ceilings.ts';
import { refuseByHours } from './hours.ts';
import type { PolicyRules } from './rules.ts';
import { type CountedKind, countedKinds, type Weight } from './weigh.ts';

export interface Policy {
  /** Why an operation may not be called at all; undefined where it may. */
  refuseOperation(row: OperationRow): CallRefusal | undefined;
  /** Whether calls may touch a location. */
  permitsLocation(id: string): boolean;
  /** Why this call may not be made now, by what it names. Arguments as parsed. */
  refuseCall(call: PolicyCall): CallRefusal | undefined;
  /** What of each kind is permitted in its time, over all calls. Absent: no matter how many. */
  readonly counted: Readonly<Partial<Record<CountedKind, number>>>;
  /** The rules as they were given, one set after the other. */
  readonly sets: readonly PolicyRules[];
}

export interface PolicyCall {
  readonly row: OperationRow;
  readonly args: Arguments;
  readonly locationId: string | undefined;
  readonly weight: Weight;
  readonly now: Date;
}

/** Permits everything without rules. */
export function createPolicy(...sets: readonly PolicyRules[]): Policy {
  const rules = sets.map(compile);
  const findFirst = (refuse: (one: RuleSet) => Breach | undefined): CallRefusal | undefined => {
    for (const one of rules) {
      const breach = refuse(one);
      if (breach !== undefined) return explain(breach);
    }
    return undefined;
  };
  return {
    refuseOperation: (row) => findFirst(({ refuseOperation }) => refuseOperation(row)),
    permitsLocation: (id) => sets.every(({ locations }) => locations?.includes(id) !== false),
    refuseCall: (call) => findFirst(({ refuseCall }) => refuseCall(call)),
    counted: Object.fromEntries(
      countedKinds.flatMap((kind) => {
        const { rule } = countedCeilings[kind];
        const given = sets.map(({ ceilings }) => ceilings?.[rule]).filter((ceiling) => ceiling !== undefined);
        return given.length === 0 ? [] : [[kind, Math.min(...given)]];
      }),
    ),
    sets,
  };
}

interface Breach {
  readonly rule: keyof PolicyRules;
  /** In a few words, the rule included. */
  readonly reason: string;
}

interface RuleSet {
  refuseOperation(row: OperationRow): Breach | undefined;
  refuseCall(call: PolicyCall): Breach | undefined;
}

/** Where an operator finds each rule. */
const settings: Readonly<Record<keyof PolicyRules, string>> = {
  allow: '--allow, HIGHLEVEL_ALLOW or allow in the policy file',
  deny: '--deny, HIGHLEVEL_DENY or deny in the policy file',
  classes: '--classes, HIGHLEVEL_CLASSES or classes in the policy file',
  locations: 'locations in the policy file',
  quietHours: 'quietHours in the policy file',
  ceilings: 'ceilings in the policy file',
};

function compile({ allow, deny = [], classes, locations, quietHours, ceilings = {} }: PolicyRules): RuleSet {
  const denied = deny.map((pattern) => ({ pattern, matches: compilePattern(pattern) }));
  const allowed = allow?.map(compilePattern);
  return {
    refuseOperation({ name, risk }) {
      const hit = denied.find(({ matches }) => matches.test(name));
      if (hit !== undefined) return { rule: 'deny', reason: `${name} is denied (rule deny: ${hit.pattern})` };
      if (allowed !== undefined && !allowed.some((matches) => matches.test(name))) {
        return { rule: 'allow', reason: `${name} is not among what is allowed (rule allow)` };
      }
      if (classes !== undefined && !classes.includes(risk)) {
        const permitted = classes.join(', ') || 'none';
        return { rule: 'classes', reason: `${name} is of class ${risk} (rule classes: ${permitted})` };
      }
      return undefined;
    },
    refuseCall({ row, args, locationId, weight, now }) {
      const named = listCallLocations(row.context, args);
      if (locationId !== undefined) named.unshift(locationId);
      const foreign = named.find((id) => locations !== undefined && !locations.includes(id));
      if (foreign !== undefined) {
        return { rule: 'locations', reason: `location ${foreign} is not among those allowed (rule locations)` };
      }
      const reachesPeople = row.risk === 'high-impact' && row.openWorld === true;
      if (reachesPeople && quietHours !== undefined) {
        const reason = refuseByHours(quietHours, now, weight.moments);
        if (reason !== undefined) return { rule: 'quietHours', reason };
      }
      const reason = refuseByCeilings(ceilings, weight);
      if (reason !== undefined) return { rule: 'ceilings', reason };
      return undefined;
    },
  };
}

/** Anchored, and `*` alone is special: whatever else a pattern holds stands for itself. */
export function compilePattern(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}

function explain({ rule, reason }: Breach): CallRefusal {
  return new CallRefusal('not_permitted', `The operator's policy refuses this: ${reason}.`, {
    advice: `Only the operator lifts this, by ${settings[rule]}. Do not try another way around it.`,
    rule,
  });
}
