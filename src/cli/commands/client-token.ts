/** `highlevel-mcp client-token`: a token for a client of the HTTP server, shown once, and the hash by which it is known. */
import { createBearerToken, hashBearerToken } from '../../http/clients/bearer-token.ts';
import { print } from '../print.ts';

export function printClientToken(): void {
  const token = createBearerToken();
  print(`token   ${token}`);
  print(`sha256  ${hashBearerToken(token).toString('hex')}`);
}
