/** HighLevel's own SDK from npm, aimed at a sandbox: a client that shares no code and no author with this project. */
import { createRequire } from 'node:module';

// The package is CommonJS, and Node and vitest disagree about what `import` makes of it.
const { HighLevel } = createRequire(import.meta.url)('@gohighlevel/api-client') as {
  HighLevel: new (config: object) => HighLevelSdk;
};

export type HighLevelSdk = import('@gohighlevel/api-client').HighLevel;

/** What the SDK throws for every answer outside of 2xx. */
export interface SdkError extends Error {
  readonly statusCode: number;
  readonly response: { readonly message: string | string[]; readonly traceId: string } & Record<string, unknown>;
}

/**
 * A client of the sandbox at this URL, with a private integration token.
 * The address is a static property that the SDK reads while it is constructed, so clients of several sandboxes
 * can live side by side.
 */
export function connectSdk(sandboxUrl: string, token: string): HighLevelSdk {
  const place = HighLevel as unknown as { BASE_URL: string };
  const original = place.BASE_URL;
  place.BASE_URL = sandboxUrl;
  try {
    return new HighLevel({ privateIntegrationToken: token, logLevel: 'none' });
  } finally {
    place.BASE_URL = original;
  }
}

/** The refusal that a call of the SDK ends in. Fails when it does not end in one. */
export async function refusalOf(call: Promise<unknown>): Promise<SdkError> {
  const answer = await call.then(
    (value) => ({ value }),
    (error: SdkError) => error,
  );
  if ('statusCode' in answer) return answer;
  throw new Error(`expected a refusal, got ${JSON.stringify(answer)}`);
}
