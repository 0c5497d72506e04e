/** What a client can read without a tool call. */
import { ProtocolError, ProtocolErrorCode, type ReadResourceResult, type Resource } from '@modelcontextprotocol/server';
import { describeAccount, describeLimits } from '../account/describe.ts';
import type { CallDependencies } from '../pipeline/call.ts';

interface ServedResource {
  readonly definition: Resource;
  read(): Promise<object>;
}

export interface Resources {
  readonly definitions: readonly Resource[];
  /** @throws ProtocolError for an address that is none of the definitions'. */
  read(uri: string): Promise<ReadResourceResult>;
}

/** The resources of one configuration of the server. */
export function createResources(dependencies: CallDependencies): Resources {
  const served: readonly ServedResource[] = [
    {
      definition: {
        uri: 'highlevel://account',
        name: 'account',
        title: 'Account and limits',
        description: 'Location, token and scopes seen, policy in force, calls left, and where writes are remembered.',
        mimeType: 'application/json',
      },
      read: () => describeAccount(dependencies),
    },
    {
      definition: {
        uri: 'highlevel://rate-limits',
        name: 'rate-limits',
        title: 'Rate limits',
        description: 'Calls left now and today, as counted here and as HighLevel last said.',
        mimeType: 'application/json',
      },
      read: () => describeLimits(dependencies),
    },
  ];
  return {
    definitions: served.map(({ definition }) => definition),
    async read(uri) {
      const found = served.find(({ definition }) => definition.uri === uri);
      if (found === undefined)
        throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'No resource has this address.');
      const text = JSON.stringify(await found.read());
      return { contents: [{ uri, mimeType: 'application/json', text }] };
    },
  };
}
