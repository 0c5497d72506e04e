/** Most operations exist twice: under a deprecated path, and under the one that took its place. */
import type { Handler, Handlers } from '../../handler.ts';

type Method = 'GET' | 'POST' | 'PUT';

/** One handler under both paths. They answer alike; only the documented status of success differs. */
export function createTwins(method: Method, path: string, handler: Handler): Handlers {
  return { [`${method} /saas-api/public-api/${path}`]: handler, [`${method} /saas/${path}`]: handler };
}
