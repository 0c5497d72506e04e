/** Which operations delete, without anybody having to say so. */
import type { Guide } from './guide.ts';
import type { Operation } from './operation.ts';

/** Whatever goes for good by a DELETE or under the name of a deletion. */
export function isDeletion(
  { method }: Pick<Operation, 'method'>,
  { name, risk }: Pick<Guide, 'name' | 'risk'>,
): boolean {
  return risk === 'high-impact' && (method === 'DELETE' || name.endsWith('_delete'));
}
