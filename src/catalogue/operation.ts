/**
 * What an operation is. Types only: this is the one module of `src/` that `tools/` may import,
 * so a resource folder stays plain data.
 */
import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The identity of an operation: its method and its path as HighLevel documents them. */
export type OperationKey = `${Method} /${string}`;

/**
 * Which set of documents an operation comes from; `v2` wins where both have it. `live`: HighLevel serves it and
 * neither set has it yet.
 */
export type Source = 'v2' | 'v3' | 'live';

/**
 * Where an argument travels. Arguments are flat (one object per call), this says where each goes:
 * - `query`: one value; `query-repeat`: `a=1&a=2`; `query-comma`: `a=1,2`
 * - `body`: a field of the body; `whole-body`: the argument is the body (a bare array)
 * - `file`: one part of a multipart body; `files`: many, the argument's own keys name the parts
 */
export type Place = 'path' | 'query' | 'query-repeat' | 'query-comma' | 'body' | 'whole-body' | 'file' | 'files';

export type BodyKind = 'none' | 'json' | 'form' | 'multipart';

/** What a successful answer carries. `redirect` is a Location header that a browser would follow. */
export type AnswerKind = 'json' | 'audio' | 'text' | 'redirect';

/**
 * What an argument identifies about the account, so that it can be pinned, injected and hidden:
 * `location` and `company` are ids, `alt-type` is the constant `location` beside an `altId`.
 * A `location-list` names several locations: never injected, but held against a pin.
 */
export type ContextRole = 'location' | 'company' | 'alt-type' | 'location-list';

/** The facts of one operation, generated from HighLevel's OpenAPI documents. */
export interface Operation {
  readonly method: Method;
  /** As documented, with `{name}` for path parameters; a trailing slash is part of it. */
  readonly path: `/${string}`;
  /** The value of the `Version` header. */
  readonly version: string;
  readonly source: Source;
  /** Security schemes as documented: `bearer`, `Location-Access`, `Agency-Access`, … Empty: none documented. */
  readonly security: readonly string[];
  /** Scopes as documented; empty where the documents are silent. */
  readonly scopes: readonly string[];
  /** Every argument and its place, in the order in which agents see them. */
  readonly places: Readonly<Record<string, Place>>;
  /** Arguments whose name on the wire differs, because the name occurs twice in one operation. */
  readonly wireNames?: Readonly<Record<string, string>>;
  readonly context?: Readonly<Record<string, ContextRole>>;
  /** Sent where an argument is left out: the first page, for those who document its arguments as required. */
  readonly sendDefaults?: Readonly<Record<string, unknown>>;
  readonly body: BodyKind;
  readonly answer: AnswerKind;
  /** The documented status of success. */
  readonly success: number;
  readonly deprecated?: true;
  /** Builds the schema of the flat arguments. Call through the catalogue, which keeps the result. */
  readonly input: () => z.ZodObject;
  /** Builds a loose schema of the successful answer, where the documents have one. */
  readonly output?: () => z.ZodType;
}

/** All operations of one resource: what an `operations.gen.ts` exports as `operations`. */
export type Operations = Readonly<Record<OperationKey, Operation>>;
