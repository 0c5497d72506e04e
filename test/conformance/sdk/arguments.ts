/** The same arguments for both sides, and fields that only the SDK's declarations know put into them. */
import { FILE_CONTENT } from '../documents/samples.ts';
import { type Field, type Fields, isObject, type Shape } from '../documents/shape.ts';
import { buildJson } from '../wire/compare-body.ts';
import type { MatchedOperation } from '../wire/match.ts';
import { type Extra, listExtras } from './extras.ts';
import type { SdkArguments } from './methods.ts';
import type { Pair } from './pairs.ts';

export type Arguments = Readonly<Record<string, unknown>>;

/** Values as the SDK's declarations ask for them: what we take as a list to be joined by commas, they call text. */
export function buildSdkArguments({ operation, method, declaration }: Pair, args: Arguments): SdkArguments {
  const textKeys = new Set(Object.keys(declaration.parameters).filter((key) => isText(declaration.parameters[key])));
  const textNames = method.parameters.filter(({ key }) => textKeys.has(key)).map(({ wireName }) => wireName);
  const parameters = operation.arguments.filter(({ place }) => place === 'path' || place === 'query');
  const isForm = operation.mediaType === 'multipart/form-data';
  return {
    parameters: Object.fromEntries(
      parameters.map(({ wireName, name, list }) => {
        const value = args[name];
        const isJoined = list === 'comma' && Array.isArray(value) && textNames.includes(wireName);
        return [wireName, isJoined ? value.join(',') : value];
      }),
    ),
    body: isForm ? buildForm(operation, args) : buildJson(operation, args),
  };
}

function isText(field: Field | undefined): boolean {
  return field?.shape.kind === 'text';
}

/** As one would build it by hand: the SDK has no help for files. */
function buildForm(operation: MatchedOperation, args: Arguments): FormData {
  const form = new FormData();
  for (const { place, wireName, name } of operation.arguments) {
    const value = args[name];
    if (value === undefined) continue;
    if (place === 'body') for (const item of [value].flat()) form.append(wireName, String(item));
    if (place === 'file') form.append(wireName, new Blob([FILE_CONTENT], { type: 'image/png' }), 'a.png');
    if (place === 'files' && isObject(value)) {
      for (const part of Object.keys(value))
        form.append(part, new Blob([FILE_CONTENT], { type: 'image/png' }), 'a.png');
    }
  }
  return form;
}

/** A list joined by commas is one text on the wire, so that declaring either is right. */
const joined = (shape: Shape): Shape => ({ kind: 'either', branches: [{ kind: 'text' }, shape] });

export interface PlacedExtra {
  readonly place: 'query' | 'body';
  readonly extra: Extra;
}

export function listAllExtras({ method, operation, declaration }: Pair): readonly PlacedExtra[] {
  const fieldsAt = (...places: readonly string[]): Fields =>
    Object.fromEntries(
      operation.arguments
        .filter(({ place }) => places.includes(place))
        .map(({ wireName, required, shape, list }) => [
          wireName,
          { required, shape: list === 'comma' ? joined(shape) : shape },
        ]),
    );
  const query = method.parameters.filter(({ place }) => place === 'query');
  const declared = Object.fromEntries(
    query.flatMap(({ key, wireName }) => {
      const field = declaration.parameters[key];
      return field === undefined ? [] : [[wireName, field]];
    }),
  );
  const { body } = declaration;
  return [
    ...listExtras(declared, fieldsAt('query')).map((extra): PlacedExtra => ({ place: 'query', extra })),
    ...(body?.kind === 'object' ? listExtras(body.fields, fieldsAt('body', 'file')) : []).map(
      (extra): PlacedExtra => ({ place: 'body', extra }),
    ),
  ];
}

/** Uploads are left as they are: nothing is declared about them. */
export function insert(args: SdkArguments, place: 'query' | 'body', extra: Extra): SdkArguments {
  if (args.body instanceof FormData) return args;
  return place === 'query'
    ? { ...args, parameters: setAt(args.parameters, extra) }
    : { ...args, body: setAt(args.body as Arguments, extra) };
}

/** The same for our side, under the name that agents know. */
export function insertOurs({ operation }: Pair, args: Arguments, { place, extra }: PlacedExtra): Arguments {
  const [first = '', ...rest] = extra.path;
  const own = operation.arguments.find((each) => each.place === place && each.wireName === first);
  return setAt(args, { ...extra, path: [own?.name ?? first, ...rest] });
}

function setAt(root: Arguments, { path, value }: Extra): Arguments {
  const copy = structuredClone(root) as Record<string | number, unknown>;
  let parent = copy;
  for (const step of path.slice(0, -1)) {
    const next = parent[step];
    if (typeof next !== 'object' || next === null) return copy;
    parent = next as Record<string | number, unknown>;
  }
  parent[path.at(-1) ?? ''] = value;
  return copy;
}

export function formatPath(path: Extra['path']): string {
  return path.map((step, index) => (typeof step === 'number' ? '[]' : index === 0 ? step : `.${step}`)).join('');
}
