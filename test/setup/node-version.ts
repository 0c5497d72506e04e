/** The tests mean nothing on another Node than the one in devDependencies. */
const NEEDED_MAJOR = 24;

export default function assertNodeVersion(): void {
  if (Number(process.versions.node.split('.')[0]) < NEEDED_MAJOR) {
    throw new Error(
      `The tests run on the Node in devDependencies (${NEEDED_MAJOR}), this is ${process.versions.node}. ` +
        'Start them with npm test, after npm ci without --ignore-scripts.',
    );
  }
}
