/**
 * Most clients feed their model either `content` or `structuredContent`. The ones listed here were reported
 * to feed both, and get text only. See docs/decisions/06-results.md for the evidence.
 */
const readBoth: readonly RegExp[] = [/^(github-)?copilot-cli$/i, /^GitHubCopilotCLI$/i];

/** Whether a client, by the name it gives itself, would pay for structured content on top of the text. */
export function doesClientReadBoth(clientName: string | undefined): boolean {
  return clientName !== undefined && readBoth.some((pattern) => pattern.test(clientName));
}
