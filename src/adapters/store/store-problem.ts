/** Something that whoever runs the server has to mend before it can start. */
export class StoreProblem extends Error {
  override readonly name = 'StoreProblem';
}

/** The database did not take what a webhook brought: GitHub is told so (503) and keeps the delivery as failed. */
export class StoreTrouble extends Error {
  override readonly name = 'StoreTrouble';
  readonly status = 503;
}

/** PostgreSQL's code for a full disk. */
const DISK_FULL = '53100';

/** No such database, no such user or a wrong password, no permission, no address: only whoever runs the server can mend it. */
const HOPELESS = /^(3D000|28|42501|ERR_INVALID_URL)/;

/** Whether waiting would not help. */
export function isHopeless(error: unknown): boolean {
  return HOPELESS.test(readError(error).code);
}

/** What is wrong with the database, in a few words. */
export function describeStoreError(error: unknown): string {
  const { code, message } = readError(error);
  if (code === DISK_FULL || code === 'ENOSPC' || message.includes('No space left'))
    return "the database's disk is full: make room on it";
  const isAway =
    /^(08|57P|ECONN|ENOTFOUND|EAI_|ETIMEDOUT)/.test(code) || /timeout|terminated|ended|connection error/i.test(message);
  return isAway
    ? `the database does not answer (${(code || message).slice(0, 200)})`
    : `the database refuses: ${message.slice(0, 200)}`;
}

function readError(error: unknown): { readonly code: string; readonly message: string } {
  if (typeof error !== 'object' || error === null) return { code: '', message: String(error) };
  // A host with several addresses fails with one error for each.
  if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0) return readError(error.errors[0]);
  return {
    code: 'code' in error ? String(error.code) : '',
    message: 'message' in error ? String(error.message) : 'unknown',
  };
}
