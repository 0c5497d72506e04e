/** The yardstick over stdio. */
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { createBaseline } from './baseline-tool.ts';

serveStdio(createBaseline);
