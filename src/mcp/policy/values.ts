/** Values at a dot path of arguments, `[]` for items. */

/** Every value there that is not left out. An array is its items, whether the path says so or not. */
export function listValues(value: unknown, path: string): unknown[] {
  return path.split('.').reduce<unknown[]>(
    (found, step) => {
      const name = step.replace('[]', '');
      return found.flatMap((one) => {
        const next = typeof one === 'object' && one !== null ? (one as Readonly<Record<string, unknown>>)[name] : null;
        return [next].flat(Number.POSITIVE_INFINITY).filter((item) => item !== undefined && item !== null);
      });
    },
    [value],
  );
}
