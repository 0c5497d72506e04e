/** What the gate asks an operation's schema about, built once per operation. */
import { z } from 'zod';
import type { Operation, Place } from '../../../catalogue/operation.ts';

/** The parts of a JSON Schema that steer how text becomes a value. */
export interface ValueSchema {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly ValueSchema[];
  readonly items?: ValueSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

export interface FieldFact {
  /** The argument's name in the facts. */
  readonly name: string;
  readonly wireName: string;
  readonly place: Place;
  readonly isRequired: boolean;
  readonly schema: ValueSchema;
}

export interface OperationFields {
  readonly fields: readonly FieldFact[];
  /** Everything but files, which the facts describe as an agent gives them, not as they travel. */
  readonly schema: z.ZodObject;
}

const known = new WeakMap<Operation, OperationFields>();

export function getFields(operation: Operation): OperationFields {
  const found = known.get(operation) ?? buildFields(operation);
  known.set(operation, found);
  return found;
}

function buildFields(operation: Operation): OperationFields {
  const input = operation.input();
  const fields = Object.entries(operation.places).map(([name, place]): FieldFact => {
    const schema = input.shape[name] ?? z.unknown();
    return {
      name,
      place,
      wireName: operation.wireNames?.[name] ?? name,
      isRequired: !z.safeParse(schema, undefined).success,
      schema: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as ValueSchema,
    };
  });
  const isSent = ({ place }: FieldFact): boolean => place !== 'file' && place !== 'files';
  const shape = fields.filter(isSent).map(({ name }) => [name, input.shape[name] ?? z.unknown()] as const);
  return { fields, schema: z.strictObject(Object.fromEntries(shape)) };
}
