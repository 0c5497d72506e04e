/** What the bodies of templates and campaigns have in common. */
import { unprocessable } from '../../errors.ts';
import type { SandboxRequest } from '../../handler.ts';

/** New content comes with its type, and the other way round. Throws 422. */
export function assertContentPair({ body }: SandboxRequest): void {
  const [hasContent, hasType] = [body.editorContent != null, body.editorType != null];
  if (hasContent && !hasType) throw unprocessable(['editorType should not be empty']);
  if (hasType && !hasContent) throw unprocessable(['editorContent should not be empty']);
}

/** Leaves out what is null or missing: both mean that nothing was said. */
export function presentOnly<T extends object>(change: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value != null)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
