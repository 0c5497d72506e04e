/** Which operation a request means: its route, then its Version header. */
import findMyWay, { type HTTPMethod } from 'find-my-way';
import type { OperationKey } from '../../catalogue/operation.ts';
import type { KnownOperation, RouteFact, SandboxCatalogue } from '../catalogue.ts';
import { badRequest, notFound, type Refusal, refuseAccess } from '../errors.ts';
import { removedInV3 } from './removed-in-v3.ts';

export interface Routed extends KnownOperation {
  /** Values of the path parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
}

export interface RouteRequest {
  readonly method: string;
  /** As received: path and query. */
  readonly url: string;
  readonly version: string | undefined;
}

export interface Router {
  /** Throws the refusals of route and Version: 404, 401, or 400 for what has been removed. */
  route(request: RouteRequest): Promise<Routed>;
}

/** Any of these works on any established path (behaviour.md, section 3). */
const publishedVersions: ReadonlySet<string> = new Set(['2021-01-01', '2021-04-15', '2021-07-28', '2023-02-21', 'v3']);

/** Established clients call it without the header, and its document declares none. */
const versionless: ReadonlySet<OperationKey> = new Set<OperationKey>(['POST /oauth/token']);

/** Taken out of every version, and not forgotten (behaviour.md, section 1). */
const removedRoutes: ReadonlySet<string> = new Set(['POST /oauth/reconnect']);

/** Old versions and v3 know different paths, so each has its own table. A trailing slash never matters. */
export function createRouter(catalogue: SandboxCatalogue): Router {
  const { established, v3 } = getTables(catalogue);
  return {
    async route({ method, url, version }) {
      const pathname = url.split('?', 1)[0] ?? '/';
      const old = established(method, pathname);
      const modern = v3(method, pathname);
      const missing = notFound(`Cannot ${method} ${url}`);
      if (removedRoutes.has(`${method} ${pathname}`)) throw badRequest('API endpoint has been removed');
      if (old === undefined && modern === undefined) throw missing;
      if (!(old !== undefined && versionless.has(old.route.key))) checkVersion(version);
      if (version === 'v3' && modern === undefined) throw removed(url);
      const found = version === 'v3' ? modern : (old ?? modern);
      if (found === undefined) throw missing;
      const operation = (await catalogue.load(found.route.resource))[found.route.key];
      if (operation === undefined) throw new Error(`no facts of ${found.route.key}`);
      const isNewOnly = operation.source === 'v3' && operation.version === 'v3';
      if (isNewOnly && version !== 'v3') throw missing;
      return { key: found.route.key, resource: found.route.resource, operation, path: found.path };
    },
  };
}

interface Tables {
  readonly established: Table;
  readonly v3: Table;
}

/** Every sandbox of a process asks the same tables, which take longer to build than all else about a gate. */
const tablesOf = new WeakMap<SandboxCatalogue, Tables>();

function getTables(catalogue: SandboxCatalogue): Tables {
  const known = tablesOf.get(catalogue);
  if (known !== undefined) return known;
  const tables = {
    established: createTable(catalogue.routes.filter((route) => route.source === 'v2')),
    v3: createTable(catalogue.routes.filter((route) => !removedInV3.has(route.key))),
  };
  tablesOf.set(catalogue, tables);
  return tables;
}

function checkVersion(version: string | undefined): void {
  if (version === undefined || version === '') throw refuseAccess(401, 'version header was not found.');
  if (!publishedVersions.has(version)) throw refuseAccess(401, 'version header is invalid');
}

function removed(url: string): Refusal {
  return badRequest(
    `Endpoint ${url} not available in API version v3. This endpoint was removed in version v3. Please use a version before v3.`,
  );
}

interface Found {
  readonly route: RouteFact;
  readonly path: Readonly<Record<string, string>>;
}

type Table = (method: string, pathname: string) => Found | undefined;

/** Static segments win over parameters. Of two routes that differ in a parameter's name only, the first stays. */
function createTable(routes: readonly RouteFact[]): Table {
  const router = findMyWay({ ignoreTrailingSlash: true, maxParamLength: 2000 });
  const shapes = new Set<string>();
  for (const route of routes) {
    const shape = route.key.replaceAll(/\{[^}]*\}/g, '{}').replace(/\/$/, '');
    if (shapes.has(shape)) continue;
    shapes.add(shape);
    const [method, path] = splitKey(route.key);
    router.on(method as HTTPMethod, path.replaceAll(/\{([^}]*)\}/g, ':$1'), ignore, route);
  }
  return (method, pathname) => {
    const match = router.find(method as HTTPMethod, pathname);
    if (match === null || match.store === null) return undefined;
    return { route: match.store as RouteFact, path: match.params as Record<string, string> };
  };
}

function splitKey(key: OperationKey): [method: string, path: string] {
  const space = key.indexOf(' ');
  return [key.slice(0, space), key.slice(space + 1)];
}

/** The router is asked for the route only; what happens next is the server's business. */
function ignore(): void {}
