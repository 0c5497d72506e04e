/** Why a client's configuration was left as it is; the message is for the person at the terminal. */
export class InstallError extends Error {
  override readonly name = 'InstallError';
}
