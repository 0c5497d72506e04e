/** The index of all operations, down to the whole description of one. What may not be called is not in it. */
import type { OperationRow } from '../../catalogue/catalogue.ts';
import { type DescribeDependencies, describeOperation } from '../fixed/describe-operation.ts';
import { refuseOperation } from '../pipeline/permit.ts';
import type { Outcome } from '../results/success.ts';
import { listCallable } from '../surface/callable.ts';
import { mimeType, type ServedResource, type ServedTemplate } from './resource.ts';

const uri = 'highlevel://operations';

/** How many there are of each resource and risk class. */
export function createOperationIndex(dependencies: DescribeDependencies): ServedResource {
  return {
    definition: {
      uri,
      name: 'operations',
      title: 'Operations',
      description: 'Which resources HighLevel has, and how many operations of each may be called here.',
      mimeType,
    },
    async read() {
      const callable = Map.groupBy(listCallable(dependencies), ({ resource }) => resource);
      const resources = [...callable].map(([resource, rows]) => ({
        resource,
        operations: rows.length,
        ...countByRisk(rows),
      }));
      return answer({ resources, each: `${uri}/{resource}` });
    },
  };
}

/** The operations of a resource in a line each. */
export function createResourceTemplate(dependencies: DescribeDependencies): ServedTemplate<'resource'> {
  return {
    definition: {
      uriTemplate: `${uri}/{resource}`,
      name: 'operations-of-resource',
      title: 'Operations of a resource',
      description: 'Every operation of one resource: name, one line, risk class.',
      mimeType,
    },
    completers: { resource: 'resource' },
    async read({ resource }) {
      const rows = listCallable(dependencies).filter((row) => row.resource === resource);
      if (rows.length === 0) return undefined;
      const tools = await dependencies.catalogue.loadTools(resource);
      const summaries = new Map(tools.map(({ name, description }) => [name, description]));
      const operations = rows.map(({ name, risk }) => ({ name, summary: summaries.get(name), risk }));
      return answer({ resource, operations });
    },
  };
}

/** One operation, as `describe_operation` has it. */
export function createOperationTemplate(dependencies: DescribeDependencies): ServedTemplate<'resource' | 'operation'> {
  return {
    definition: {
      uriTemplate: `${uri}/{resource}/{operation}`,
      name: 'operation',
      title: 'An operation',
      description: 'Everything about one operation: arguments, notes, paging, scopes, examples.',
      mimeType,
    },
    completers: { resource: 'resource', operation: 'operation' },
    async read({ resource, operation }) {
      const row = dependencies.catalogue.findByName(operation);
      if (row === undefined || !row.guided || row.resource !== resource) return undefined;
      const refusal = refuseOperation(row, dependencies);
      if (refusal !== undefined) throw refusal;
      return answer(await describeOperation(row, dependencies));
    },
  };
}

function answer(data: object): Outcome {
  return { kind: 'json', data, locationId: undefined, repairs: [], isOwn: true };
}

function countByRisk(rows: readonly OperationRow[]): object {
  const count = (risk: OperationRow['risk']) => rows.filter((row) => row.risk === risk).length;
  return { read: count('read'), write: count('write'), highImpact: count('high-impact') };
}
