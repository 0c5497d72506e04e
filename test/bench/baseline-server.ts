/** The least an MCP server on the same SDK can be: one tool that makes one HTTP request. The yardstick. */
import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { Pool } from 'undici';
import { z } from 'zod';

const pool = new Pool(process.env.BENCH_URL ?? 'http://127.0.0.1:9');

serveStdio(() => {
  const server = new McpServer({ name: 'baseline', version: '1' }, { capabilities: { tools: {} } });
  server.registerTool(
    'contact_get',
    { description: 'Gets a contact.', inputSchema: z.object({ contactId: z.string() }) },
    async ({ contactId }) => {
      const answer = await pool.request({ method: 'GET', path: `/contacts/${encodeURIComponent(contactId)}` });
      return { content: [{ type: 'text', text: await answer.body.text() }] };
    },
  );
  return server;
});
