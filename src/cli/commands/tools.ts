/** `highlevel-mcp tools`: what is in the catalogue. */
import { createCatalogue } from '../../catalogue/catalogue.ts';
import { print } from '../print.ts';

/** Prints every catalogued operation, one JSON object per row or a line each. */
export function printTools(asJson: boolean): void {
  const rows = createCatalogue().rows.map(
    ({ name, method, path, version, source, resource, risk, scopes, guided, withheld, level, appOnly }) => ({
      name,
      method,
      path,
      version,
      source,
      resource,
      risk,
      scopes,
      guided,
      level,
      ...(appOnly && { appOnly }),
      ...(withheld && { withheld }),
    }),
  );
  if (asJson) {
    print(`[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`);
    return;
  }
  for (const row of rows) print([row.name, row.risk, row.method, row.path].join('\t'));
}
