/** A file as an argument: on the server's disk or in the call itself. */
import { z } from 'zod';

/**
 * Exactly one of `path` (a file in a folder the operator opened for uploads) and `base64` (its content).
 * `filename` and `contentType` are needed only where they do not follow from the path.
 */
export function fileInput(): z.ZodType {
  return z
    .strictObject({
      path: z.string().min(1).optional(),
      base64: z.base64().optional(),
      filename: z.string().min(1).optional(),
      contentType: z.string().min(1).optional(),
    })
    .refine(({ path, base64 }) => (path === undefined) !== (base64 === undefined), {
      message: 'give either path or base64, and only one of them',
    });
}
