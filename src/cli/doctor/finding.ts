/** What the doctor found of one thing. */
export interface Finding {
  readonly level: 'ok' | 'warn' | 'fail';
  /** What was looked at, in a word. */
  readonly about: string;
  readonly message: string;
  /** What to do. Absent where there is nothing to do. */
  readonly advice?: string | undefined;
}

/** An error in words for an operator: its own, and its advice where it has some. */
export function failed(about: string, error: unknown): Finding {
  const { message, advice } = error as Partial<{ message: string; advice: string }>;
  return { level: 'fail', about, message: message ?? String(error), advice };
}
