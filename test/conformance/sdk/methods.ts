/** Every method of HighLevel's own SDK, found by reflection, with the request it makes read from its code. */
import type { HighLevelSdk } from '../../sandbox/sdk.ts';

export interface SdkParameter {
  readonly wireName: string;
  /** Its key in the object that the method takes. */
  readonly key: string;
  readonly place: 'path' | 'query' | 'header';
}

export interface SdkMethod {
  /** `contacts.createTask` */
  readonly id: string;
  readonly service: string;
  readonly name: string;
  /** `POST /contacts/{contactId}/tasks` */
  readonly request: string;
  readonly parameters: readonly SdkParameter[];
  readonly takesParameters: boolean;
  readonly takesBody: boolean;
}

export interface SdkMethods {
  readonly methods: readonly SdkMethod[];
  /** Methods that make no request of their own. */
  readonly others: readonly string[];
}

/** @throws Error when the code of a method reads in no known way: a newer SDK then needs another reader. */
export function listSdkMethods(sdk: HighLevelSdk): SdkMethods {
  const methods: SdkMethod[] = [];
  const others: string[] = [];
  for (const [service, value] of Object.entries(sdk)) {
    if (!isService(value)) continue;
    for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(value))) {
      const member = (value as unknown as Record<string, unknown>)[name];
      if (name === 'constructor' || typeof member !== 'function') continue;
      const method = readMethod(service, name, String(member));
      if (method === undefined) others.push(`${service}.${name}`);
      else methods.push(method);
    }
  }
  return { methods, others };
}

/** A service is made with the HTTP client, and keeps it. */
function isService(value: unknown): value is { readonly client: unknown } {
  return typeof value === 'object' && value !== null && 'client' in value;
}

function readMethod(service: string, name: string, code: string): SdkMethod | undefined {
  const path = /buildUrl\)\('(.*?)'/.exec(code)?.[1];
  if (path === undefined) return undefined;
  const method = /method: '([A-Z]+)'/.exec(code)?.[1];
  const definitions = /const paramDefs = \[(.*?)\];/s.exec(code)?.[1];
  const signature = /\((.*?)\)/s.exec(code)?.[1];
  if (method === undefined || definitions === undefined || signature === undefined) {
    throw new Error(`the code of ${service}.${name} reads in no known way`);
  }
  const parameters = [...definitions.matchAll(/name: '(.*?)', in: '(path|query|header)'/g)].map(
    ([, wireName = '', place]): SdkParameter => ({
      wireName,
      key: wireName.replace(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase()),
      place: place as SdkParameter['place'],
    }),
  );
  return {
    id: `${service}.${name}`,
    service,
    name,
    request: `${method} ${path}`,
    parameters,
    takesParameters: signature.includes('params'),
    takesBody: signature.includes('requestBody'),
  };
}

export interface SdkArguments {
  /** Path and query values by their names on the wire. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** Calls a method as its signature asks. Parameters that it does not have cannot be given, and are left out. */
export async function callSdk(sdk: HighLevelSdk, method: SdkMethod, args: SdkArguments): Promise<void> {
  const service = sdk[method.service as keyof HighLevelSdk] as unknown as Record<string, SdkFunction>;
  const parameters = Object.fromEntries(
    method.parameters
      .filter(({ wireName }) => args.parameters[wireName] !== undefined)
      .map(({ wireName, key }) => [key, args.parameters[wireName]]),
  );
  await service[method.name]?.(
    ...(method.takesParameters ? [parameters] : []),
    ...(method.takesBody ? [args.body] : []),
  );
}

type SdkFunction = (...args: readonly unknown[]) => Promise<unknown>;
