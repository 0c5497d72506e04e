/** How high-impact calls are confirmed. */
export const confirmationModes = ['off', 'ask', 'plan'] as const;

/** `ask` puts the question to a person, and falls back to `plan` where the client cannot ask. */
export type ConfirmationMode = (typeof confirmationModes)[number];
