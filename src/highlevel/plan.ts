/** What a call would send, shown without sending it. */
import type { OutgoingBody } from './request/body.ts';
import type { OutgoingRequest } from './request/build.ts';

/** The exact request; only the token is left out, and the content of files. */
export interface RequestPlan {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON: the value. Form: the encoded text. Multipart: its parts, files by name, type and size. */
  readonly body?: unknown;
}

export function formatPlan(request: OutgoingRequest, baseUrl: string, userAgent: string): RequestPlan {
  const { method, path, headers, body } = request;
  return {
    method,
    url: baseUrl + path,
    headers: {
      authorization: 'Bearer [redacted]',
      'user-agent': userAgent,
      ...headers,
      ...(body?.kind === 'multipart' && { 'content-type': 'multipart/form-data' }),
    },
    ...(body !== undefined && { body: describeBody(body) }),
  };
}

function describeBody(body: OutgoingBody): unknown {
  return body.kind === 'multipart' ? { parts: body.parts } : body.value;
}
