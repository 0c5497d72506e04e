/** The yardstick over HTTP: it says where it serves as the product does. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { createBaseline } from './baseline-tool.ts';

const answer = toNodeHandler(createMcpHandler(createBaseline));
const server = createServer((request, response) => void answer(request as Parameters<typeof answer>[0], response));
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.error(JSON.stringify({ msg: 'serving', url: `http://127.0.0.1:${port}/mcp` }));
});
