/** The logger of a running server: pino on stderr, because stdout belongs to the protocol. */
import { type Logger, pino } from 'pino';

const STDERR = 2;

/** Fields that could carry a secret if a caller ever logged a whole object. */
const secretPaths = [
  'token',
  '*.token',
  'authorization',
  '*.authorization',
  'headers.authorization',
  '*.headers.authorization',
];

/**
 * Builds the logger. Synchronous, so that the last lines before an exit are not lost.
 *
 * @param mixin Gives what every line is to carry.
 */
export function createLogger(level: string, mixin: () => object = () => ({})): Logger {
  return pino(
    { level, base: null, mixin, redact: { paths: secretPaths, censor: '[secret]' } },
    pino.destination({ fd: STDERR, sync: true }),
  );
}
