/**
 * How a mistake of HighLevel's documents is put right: data in `tools/repairs`, applied by the generator.
 * Types only. Every entry says why; the generator refuses an entry that no longer changes anything.
 */
import type { Schema, SchemaCall } from './generate/schema.ts';
import type { AnswerKind, ContextRole, OperationKey, Place } from './operation.ts';

export type { Schema };

export interface ArgumentRepair {
  readonly required?: boolean;
  readonly schema?: Schema;
  readonly place?: Place;
  readonly remove?: true;
}

/** Corrects single operations, at their flat arguments. An argument that is not there yet is added. */
export interface OperationRepair {
  readonly operations: OperationKey | readonly OperationKey[];
  readonly reason: string;
  readonly arguments?: Readonly<Record<string, ArgumentRepair>>;
  readonly version?: string;
  readonly scopes?: readonly string[];
  /** Security schemes, which say whose tokens it takes. */
  readonly security?: readonly string[];
  readonly answer?: AnswerKind;
  readonly output?: Schema;
  /** Roles by argument; `none` takes a role away. */
  readonly context?: Readonly<Record<string, ContextRole | 'none'>>;
  /** A rule between arguments, which no single schema can say. */
  readonly check?: SchemaCall;
}

/** Corrects a shared component, named `document#Component`; properties by dot path, `[]` for items. */
export interface ComponentRepair {
  readonly component: `${string}#${string}` | readonly `${string}#${string}`[];
  readonly reason: string;
  readonly properties: Readonly<Record<string, PropertyRepair>>;
}

export interface PropertyRepair {
  readonly required?: boolean;
  readonly schema?: Schema;
  /** Takes the schema of another component's property, `document#Component.property`. */
  readonly like?: `${string}#${string}.${string}`;
  /** The property is no argument and nobody relies on it in an answer. */
  readonly remove?: true;
}

/** A mistake that repeats: found by its shape and corrected everywhere. `id` names the code in the generator. */
export interface RuleRepair<Id extends string = string> {
  readonly rule: Id;
  readonly what: string;
  readonly reason: string;
}
