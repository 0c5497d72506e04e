/** Tests of the product run what users run: the bundle, built from the sources as they are now. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export default function build(): void {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  execFileSync(process.execPath, ['src/build.ts'], { cwd: root, stdio: 'inherit' });
}
