/**
 * The least an MCP server on the same SDK can be: one tool that makes one HTTP request. The yardstick, over stdio or,
 * started as `serve`, over HTTP.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { Pool } from 'undici';
import { z } from 'zod';

const { HIGHLEVEL_BASE_URL = 'http://127.0.0.1:9', HIGHLEVEL_TOKEN = '' } = process.env;
const pool = new Pool(HIGHLEVEL_BASE_URL);
const headers = { authorization: `Bearer ${HIGHLEVEL_TOKEN}`, version: '2021-07-28' };

function createBaseline(): McpServer {
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

if (process.argv[2] === 'serve') {
  const answer = toNodeHandler(createMcpHandler(createBaseline));
  const server = createServer((request, response) => void answer(request as Parameters<typeof answer>[0], response));
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    console.error(JSON.stringify({ msg: 'serving', url: `http://127.0.0.1:${port}/mcp` }));
  });
} else {
  serveStdio(createBaseline);
}
