/** An operation on its way from the documents to a resource file: facts that rules and repairs may still change. */
import type { AnswerKind, BodyKind, ContextRole, Method, OperationKey, Place, Source } from '../operation.ts';
import type { Schema, SchemaCall } from './schema.ts';

export interface ArgumentDraft {
  name: string;
  /** Set when the flat name had to differ from the name on the wire. */
  wireName?: string;
  place: Place;
  required: boolean;
  schema: Schema;
}

export interface Draft {
  readonly key: OperationKey;
  readonly method: Method;
  readonly path: `/${string}`;
  readonly resource: string;
  readonly source: Source;
  /** Absent until a rule or repair fills it in. */
  version?: string;
  security: string[];
  scopes: string[];
  arguments: ArgumentDraft[];
  context: Record<string, ContextRole>;
  body: BodyKind;
  answer: AnswerKind;
  success: number;
  deprecated: boolean;
  output?: Schema;
  check?: SchemaCall;
  /** What is sent for arguments that an agent may leave out and HighLevel wants. */
  sendDefaults?: Record<string, number>;
}

/** What makes two operations the same one: parameter names and a trailing slash do not count. */
export function getIdentity(draft: { readonly method: string; readonly path: string }): string {
  return `${draft.method} ${draft.path.replaceAll(/\{[^}]*\}/g, '{}').replace(/\/$/, '')}`;
}
