/** What a call may use of the connection it came over. */
export interface Session {
  /** Aborted when the client calls the request off. */
  readonly signal: AbortSignal;
  /** Tells the client how far a long call has come. Does nothing where the client did not ask for it. */
  reportProgress(progress: Progress): void;
  /** Whoever sits at the client; absent where it cannot put a question to them. */
  readonly person?: Person | undefined;
  /** The client by its own account. */
  readonly client?: { readonly name: string; readonly version?: string | undefined } | undefined;
  /** The client by the operator's name for it, where it was recognised (HTTP). */
  readonly caller?: string | undefined;
}

/** What came back with the request from a person who was asked. All of it is the client's word. */
export interface Person {
  readonly answers: Readonly<Record<string, unknown>> | undefined;
  readonly state: string | undefined;
}

export interface Progress {
  readonly done: number;
  /** Left out while nobody knows it. */
  readonly total?: number | undefined;
  /** What is being done, in words a person reads. Never what a record says. */
  readonly message?: string | undefined;
}
