/** All that a client can read without a tool call. */
import {
  type ReadResourceResult,
  type Resource,
  ResourceNotFoundError,
  type ResourceTemplateType,
} from '@modelcontextprotocol/server';
import type { CompleterName } from '../completion/completers.ts';
import type { CallDependencies } from '../pipeline/call.ts';
import { formatSuccess, type Outcome } from '../results/success.ts';
import { createAddressMatcher } from './address.ts';
import { createListTemplates, createPinnedLists } from './location.ts';
import { createOperationIndex, createOperationTemplate, createResourceTemplate } from './operations.ts';
import { createOwnResources } from './own.ts';
import { mimeType } from './resource.ts';

export interface Resources {
  readonly definitions: readonly Resource[];
  readonly templates: readonly ResourceTemplateType[];
  /** The template of an address, without what the address fills it with. */
  nameTemplate(uri: string): string | undefined;
  /** What completes a variable of a template; undefined for an address that is no template. */
  findCompleters(uriTemplate: string): Readonly<Record<string, CompleterName>> | undefined;
  /**
   * The same text as a tool's result, sanitised and marked alike.
   *
   * @throws ResourceNotFoundError for an address that nothing has.
   * @throws CallRefusal or HighLevelError, as a call does.
   */
  read(uri: string): Promise<ReadResourceResult>;
}

/** The resources of one configuration of the server. */
export function createResources(dependencies: CallDependencies): Resources {
  const fixed = [
    ...createOwnResources(dependencies),
    ...createPinnedLists(dependencies),
    createOperationIndex(dependencies),
  ];
  const templates = [
    ...createListTemplates(dependencies),
    createResourceTemplate(dependencies),
    createOperationTemplate(dependencies),
  ].map((served) => ({ ...served, match: createAddressMatcher(served.definition.uriTemplate) }));

  async function find(uri: string): Promise<Outcome | undefined> {
    const resource = fixed.find(({ definition }) => definition.uri === uri);
    if (resource !== undefined) return await resource.read();
    for (const { match, read } of templates) {
      const variables = match(uri);
      if (variables !== undefined) return await read(variables as never);
    }
    return undefined;
  }

  return {
    definitions: fixed.map(({ definition }) => definition),
    templates: templates.map(({ definition }) => definition),
    nameTemplate: (uri) => templates.find(({ match }) => match(uri) !== undefined)?.definition.uriTemplate,
    findCompleters: (uriTemplate) =>
      templates.find(({ definition }) => definition.uriTemplate === uriTemplate)?.completers,
    async read(uri) {
      const outcome = await find(uri);
      if (outcome === undefined) throw new ResourceNotFoundError(uri, 'No resource has this address.');
      const [block] = formatSuccess(outcome, true).content;
      if (block?.type !== 'text') throw new TypeError('A resource is read as text.');
      return { contents: [{ uri, mimeType, text: block.text }] };
    },
  };
}
