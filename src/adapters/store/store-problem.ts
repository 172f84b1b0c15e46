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

/** What is wrong with the database, in a few words. */
export function describeStoreError(error: unknown): string {
  const { code, message } = readError(error);
  if (code === DISK_FULL || code === 'ENOSPC' || message.includes('No space left'))
    return "the database's disk is full";
  const isAway = /^(08|57P|ECONN|ENOTFOUND|EAI_|ETIMEDOUT)/.test(code) || /timeout|terminated|ended/i.test(message);
  return isAway ? 'the database does not answer' : `the database refuses: ${message.slice(0, 200)}`;
}

function readError(error: unknown): { readonly code: string; readonly message: string } {
  // A host with several addresses fails with one error for each.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  if (!(first instanceof Error)) return { code: '', message: String(first) };
  return { code: 'code' in first ? String(first.code) : '', message: first.message };
}
