/** Requests that never reach the protocol: their answer is an HTTP status, with a JSON-RPC error that says why. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** JSON-RPC leaves this code to the server; the protocol's own kit uses it for the same purpose. */
const JSON_RPC_CODE = -32_000;

export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  /** @param message For whoever runs the client: never anything that the request carried. */
  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

/** Answers, unless an answer has begun already: then the connection is cut, so that nobody takes it for whole. */
export function answerRefusal(request: IncomingMessage, response: ServerResponse, refusal: HttpRefusal): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { status, message, headers } = refusal;
  const body = JSON.stringify({ jsonrpc: '2.0', id: null, error: { code: JSON_RPC_CODE, message } });
  // What was not read is not waited for.
  if (!request.complete) response.setHeader('connection', 'close');
  response.writeHead(status, { ...headers, 'content-type': 'application/json' }).end(body);
}
