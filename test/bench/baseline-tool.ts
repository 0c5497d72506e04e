/** The least an MCP server on the same SDK can be: one tool that makes one HTTP request. */
import { McpServer } from '@modelcontextprotocol/server';
import { Pool } from 'undici';
import { z } from 'zod';

const { HIGHLEVEL_BASE_URL = 'http://127.0.0.1:9', HIGHLEVEL_TOKEN = '' } = process.env;
const pool = new Pool(HIGHLEVEL_BASE_URL);
const headers = { authorization: `Bearer ${HIGHLEVEL_TOKEN}`, version: '2021-07-28' };

export function createBaseline(): McpServer {
  const server = new McpServer({ name: 'baseline', version: '1' }, { capabilities: { tools: {} } });
  server.registerTool(
    'contact_get',
    { description: 'Gets a contact.', inputSchema: z.object({ contactId: z.string() }) },
    async ({ contactId }) => {
      const answer = await pool.request({ method: 'GET', path: `/contacts/${encodeURIComponent(contactId)}`, headers });
      return { content: [{ type: 'text', text: await answer.body.text() }] };
    },
  );
  return server;
}
