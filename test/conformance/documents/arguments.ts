/** Parameters and bodies as one list of fields, each with its place on the wire. */
import type { DocumentedOperation, RawParameter, RawSchema } from './read.ts';
import type { Fields, Shape } from './shape.ts';
import type { Shaper } from './to-shape.ts';

export interface ExpectedArgument {
  readonly wireName: string;
  /** `files`: parts of a multipart body whose names are the keys of the value. */
  readonly place: 'path' | 'query' | 'body' | 'whole-body' | 'file' | 'files';
  /** How several values of a query parameter are written. */
  readonly list?: 'repeat' | 'comma';
  readonly required: boolean;
  readonly shape: Shape;
  /** Sent where the argument is left out. */
  readonly sendDefault?: number;
}

/** Headers are no arguments: the client sets Version and Authorization, and the documents know no other. */
export function readParameters(
  key: string,
  parameters: readonly RawParameter[],
  shaper: Shaper,
): readonly ExpectedArgument[] {
  return parameters.flatMap((parameter) => {
    const { name: wireName, in: place, required = false, explode = true, sendDefault } = parameter;
    if (place === 'header') {
      if (['version', 'authorization'].includes(wireName.toLowerCase())) return [];
      throw new Error(`${key} documents a header that nobody sets: ${wireName}`);
    }
    if (place === 'cookie') throw new Error(`${key} documents a cookie`);
    const shape = shaper.shape(getSchema(parameter), `${key} ${wireName}`);
    const list = explode ? 'repeat' : 'comma';
    return [
      {
        wireName,
        place,
        required,
        shape,
        ...(takesLists(shape) && ({ list } as const)),
        ...(sendDefault !== undefined && { sendDefault }),
      },
    ];
  });
}

function getSchema({ schema = {}, oneOf, anyOf }: RawParameter): RawSchema {
  const alternatives = oneOf ?? anyOf;
  return alternatives === undefined ? schema : { anyOf: alternatives };
}

function takesLists(shape: Shape): boolean {
  return shape.kind === 'list' || (shape.kind === 'either' && shape.branches.some(takesLists));
}

export interface ExpectedBody {
  readonly fields: readonly ExpectedArgument[];
  readonly alternatives: readonly (readonly string[])[];
}

export function readBody(key: string, body: DocumentedOperation['body'], shaper: Shaper): ExpectedBody {
  if (body === undefined) return { fields: [], alternatives: [] };
  const shape = shaper.shape(body.schema, `${key} body`);
  switch (shape.kind) {
    case 'object':
      return { fields: listFields(shape.fields), alternatives: [] };
    case 'list':
      return { fields: [{ wireName: '', place: 'whole-body', required: true, shape }], alternatives: [] };
    case 'either':
      return mergeAlternatives(shape.branches);
    default:
      return { fields: [], alternatives: [] };
  }
}

function listFields(fields: Fields): ExpectedArgument[] {
  return Object.entries(fields).map(([wireName, { required, shape }]) => {
    const place = shape.kind === 'file' ? 'file' : 'body';
    return { wireName, place, required, shape };
  });
}

/** Arguments are flat, so a body that is one of several objects has the fields of all, required where all say so. */
function mergeAlternatives(branches: readonly Shape[]): ExpectedBody {
  const lists = branches.map((branch) => (branch.kind === 'object' ? listFields(branch.fields) : []));
  const fields = [...Map.groupBy(lists.flat(), ({ wireName }) => wireName)].map(
    ([wireName, same]): ExpectedArgument => {
      const shapes = [...new Map(same.map(({ shape }) => [JSON.stringify(shape), shape])).values()];
      const [only] = shapes;
      return {
        wireName,
        place: 'body',
        required: same.length === lists.length && same.every(({ required }) => required),
        shape: only !== undefined && shapes.length === 1 ? only : { kind: 'either', branches: shapes },
      };
    },
  );
  const alternatives = lists.map((list) => list.filter(({ required }) => required).map(({ wireName }) => wireName));
  return { fields, alternatives };
}
