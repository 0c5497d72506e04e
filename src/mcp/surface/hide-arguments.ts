/** Takes arguments that the server fills in itself out of what agents see. */
export interface Listed {
  readonly inputSchema: {
    readonly properties?: Readonly<Record<string, unknown>> | undefined;
    readonly required?: readonly string[] | undefined;
  };
}

/** A copy of the tool without the hidden arguments; the tool itself where none is hidden. */
export function hideArguments<T extends Listed>(tool: T, hidden: readonly string[]): T {
  if (hidden.length === 0) return tool;
  const { properties = {}, required = [], ...schema } = tool.inputSchema;
  const shown = Object.entries(properties).filter(([name]) => !hidden.includes(name));
  const stillRequired = required.filter((name) => !hidden.includes(name));
  return {
    ...tool,
    inputSchema: {
      ...schema,
      properties: Object.fromEntries(shown),
      ...(stillRequired.length > 0 && { required: stillRequired }),
    },
  };
}
