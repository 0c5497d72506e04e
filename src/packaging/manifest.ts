/** The manifest of the bundle for Claude Desktop, by the MCPB specification 0.3. */
import type { McpbManifestAny } from '@anthropic-ai/mcpb';

/** What it takes over from package.json. */
export interface PackageFacts {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly repository: { readonly url: string };
  readonly engines: { readonly node: string };
}

/**
 * Settings of the form that Claude Desktop shows, and the variable each becomes. A text that is left blank needs its
 * empty default: without one the variable would hold the placeholder itself.
 */
const settings = {
  token: {
    variable: 'HIGHLEVEL_TOKEN',
    type: 'string',
    title: 'Private integration token',
    description: 'From the sub-account: Settings, Private Integrations. Leave it blank to try the built-in sandbox.',
    sensitive: true,
    default: '',
  },
  location_id: {
    variable: 'HIGHLEVEL_LOCATION_ID',
    type: 'string',
    title: 'Location id',
    description: 'Pins every call to this sub-account: the id in its address, /v2/location/<id>.',
    default: '',
  },
  sandbox: {
    variable: 'HIGHLEVEL_SANDBOX',
    type: 'boolean',
    title: 'Sandbox',
    description: 'Run on a built-in HighLevel with invented data. No token is needed.',
    default: false,
  },
  read_only: {
    variable: 'HIGHLEVEL_READ_ONLY',
    type: 'boolean',
    title: 'Read only',
    description: 'Offer nothing that writes.',
    default: false,
  },
  tools: {
    variable: 'HIGHLEVEL_TOOLS',
    type: 'string',
    title: 'Tools',
    description: 'Resources listed by name, comma separated: everyday, all, minimal, contacts, calendars, …',
    default: '',
  },
  policy: {
    variable: 'HIGHLEVEL_POLICY',
    type: 'string',
    title: 'Policy file',
    description: 'Path of a JSON file of what may be called, an upper bound to all else.',
    default: '',
  },
} as const;

/** Builds it. */
export function buildManifest({
  name,
  version,
  description,
  license,
  repository,
  engines,
}: PackageFacts): McpbManifestAny {
  const entries = Object.entries(settings);
  return {
    manifest_version: '0.3',
    name,
    display_name: 'HighLevel',
    version,
    description,
    author: { name: 'The highlevel-mcp authors' },
    repository: { type: 'git', url: repository.url.replace(/^git\+/, '') },
    license,
    icon: 'icon.png',
    keywords: ['crm', 'highlevel', 'gohighlevel', 'leadconnector'],
    tools_generated: true,
    prompts_generated: true,
    server: {
      type: 'node',
      entry_point: 'dist/highlevel-mcp.js',
      mcp_config: {
        command: 'node',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of the manifest
        args: ['${__dirname}/dist/highlevel-mcp.js'],
        env: Object.fromEntries(entries.map(([key, { variable }]) => [variable, `\${user_config.${key}}`])),
      },
    },
    user_config: Object.fromEntries(
      entries.map(([key, { variable: _, ...setting }]) => [key, { ...setting, required: false }]),
    ),
    compatibility: { platforms: ['darwin', 'win32', 'linux'], runtimes: { node: engines.node } },
  };
}
