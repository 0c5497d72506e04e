/** Something a client can read without a tool call. */
import type { Resource, ResourceTemplateType } from '@modelcontextprotocol/server';
import type { CompleterName } from '../completion/completers.ts';
import type { Outcome } from '../results/success.ts';

export interface ServedResource {
  readonly definition: Resource;
  /** @throws CallRefusal or HighLevelError, as a call does. */
  read(): Promise<Outcome>;
}

/** Many of them under one template of addresses. */
export interface ServedTemplate<Variable extends string = string> {
  readonly definition: ResourceTemplateType;
  readonly completers: Readonly<Record<Variable, CompleterName>>;
  /**
   * Undefined where nothing has the address.
   *
   * @throws CallRefusal or HighLevelError, as a call does.
   */
  read(variables: Readonly<Record<Variable, string>>): Promise<Outcome | undefined>;
}

export const mimeType = 'application/json';
