/** Everything that conformance means, in one go. */
import type { Conformance } from './report.ts';
import { judgeDifferences } from './sdk/judge.ts';
import { runAgainstSdk } from './sdk/run.ts';
import { createDriver } from './wire/driver.ts';
import { runOnTheWire } from './wire/run.ts';

/** @param folder A folder with HighLevel's OpenAPI documents, wherever in it they lie. */
export async function runConformance(folder: string): Promise<Conformance> {
  const driver = await createDriver();
  try {
    const wire = await runOnTheWire(folder, driver);
    const sdk = await runAgainstSdk(folder, driver);
    return { wire, sdk, judged: judgeDifferences(sdk.differences) };
  } finally {
    await driver.close();
  }
}
