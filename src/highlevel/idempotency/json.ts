/** @returns undefined for what is not JSON, as after damage to the store. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
