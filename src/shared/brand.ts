declare const brand: unique symbol;

/** A string that cannot be passed where another kind of string is due. */
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** The full hexadecimal id of a commit. */
export type CommitSha = Branded<'CommitSha'>;

/** A path inside the newsletter's repository, with forward slashes and no leading slash. */
export type RepositoryPath = Branded<'RepositoryPath'>;

/** A calendar day as YYYY-MM-DD, in UTC. */
export type Day = Branded<'Day'>;

/** Names a string that GitHub or git gave as the id of a commit. */
export function toCommitSha(text: string): CommitSha {
  return text as CommitSha;
}

/** Names a string that GitHub or git gave as a path. */
export function toRepositoryPath(text: string): RepositoryPath {
  return text as RepositoryPath;
}

/** The calendar day, in UTC, of an instant or of a text that starts with YYYY-MM-DD; undefined if there is none. */
export function toDay(value: Date | string): Day | undefined {
  const text = typeof value === 'string' ? value.slice(0, 10) : formatDay(value);
  const isReal = /^\d{4}-\d{2}-\d{2}$/.test(text) && formatDay(new Date(`${text}T00:00:00Z`)) === text;
  return isReal ? (text as Day) : undefined;
}

function formatDay(instant: Date): string {
  return Number.isNaN(instant.getTime()) ? '' : instant.toISOString().slice(0, 10);
}
