/** Who may read the metrics. They tell of all accounts, so a client of one of them may not. */
import { findHolder, type Holder, parseBearer } from './clients/bearer-token.ts';
import type { Metrics } from './metrics.ts';
import { HttpRefusal } from './refusal.ts';
import type { MetricsPage } from './service.ts';

/** @param readers Absent: there is but one account, and whoever reaches the server has it. */
export function createMetricsPage(
  { contentType, render }: Pick<Metrics, 'contentType' | 'render'>,
  readers: readonly Holder<true>[] | undefined,
): MetricsPage {
  return {
    contentType,
    render,
    admit(authorization) {
      if (readers === undefined) return;
      const token = parseBearer(authorization);
      if (token !== undefined && findHolder(token, readers)) return;
      throw new HttpRefusal(401, 'The metrics have a token of their own.', {
        'www-authenticate': 'Bearer realm="highlevel-mcp metrics"',
      });
    },
  };
}
