/** A sandbox of the fixture in a process of its own, to be killed: `node serve.ts <file>` prints its address. */
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import { fixtureCatalogue, fixtureDomain } from './fixture.ts';

const sandbox = createSandbox({ file: process.argv[2] ?? '', catalogue: fixtureCatalogue, domains: [fixtureDomain] });
const { url } = await sandbox.listen();
process.stdout.write(`${url}\n`);
