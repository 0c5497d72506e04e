/** More connections than there are places: the others are closed at once, and who works goes on. */
import { expect, it } from 'vitest';
import { runConnections } from './scenarios/connections.ts';

it('1,500 connections on 500 places', async () => {
  const options = { connections: 1_500, maxConnections: 500, calls: 20, untilCut: false };
  const { beforeMb, mostMb, ...report } = await runConnections(options);
  expect(report).toMatchObject({ held: 499, refused: 1_001, errors: 0, isServedAfterwards: true });
  expect(mostMb - beforeMb).toBeLessThan(100);
});
