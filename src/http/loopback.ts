/** Whether an address can be reached from this machine alone. */
import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

export function isLoopback(host: string): boolean {
  const kind = isIP(host);
  return kind === 0 ? host === 'localhost' : loopback.check(host, kind === 6 ? 'ipv6' : 'ipv4');
}

/** The names by which a server on loopback is asked for. */
export const loopbackNames: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];
