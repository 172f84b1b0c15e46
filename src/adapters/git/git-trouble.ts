/** What keeps git from answering: expected failures, as values. */
export interface GitTrouble {
  readonly kind:
    | 'git-missing'
    | 'no-such-folder'
    | 'not-a-repository'
    | 'foreign-owner'
    | 'no-work-tree'
    | 'unknown-revision'
    | 'no-merge-base'
    | 'unknown-file'
    | 'broken-bundle'
    /** Not git's trouble but that of a file it gave. */
    | 'bad-configuration'
    | 'failed';
  /** What it is about: a folder, a revision, a file, or git's own first line of complaint. Text by outsiders. */
  readonly subject: string;
}

export type Outcome<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly trouble: GitTrouble };

/** Wraps a value that git gave. */
export function succeed<Value>(value: Value): Outcome<Value> {
  return { ok: true, value };
}

/** Wraps a failure. */
export function fail(kind: GitTrouble['kind'], subject: string): { readonly ok: false; readonly trouble: GitTrouble } {
  return { ok: false, trouble: { kind, subject } };
}

const sentences: Readonly<Record<GitTrouble['kind'], (subject: string) => string>> = {
  'git-missing': () => 'git is not installed, or not in PATH',
  'no-such-folder': (subject) => `no such folder: ${subject}`,
  'not-a-repository': (subject) => `not a git repository: ${subject}`,
  'foreign-owner': (subject) =>
    `git does not trust ${subject}, which belongs to another user: add it to safe.directory if you do`,
  'no-work-tree': (subject) => `${subject} has no work tree: name the commit to check with --head`,
  'unknown-revision': (subject) =>
    subject === 'HEAD' ? 'unknown revision: HEAD (it names no commit yet)' : `unknown revision: ${subject}`,
  'no-merge-base': (subject) => `no common history: ${subject}`,
  'unknown-file': (subject) => `no such file on either side: ${subject}`,
  'broken-bundle': (subject) => `not a readable git bundle: ${subject}`,
  'bad-configuration': (subject) => subject,
  failed: (subject) => `git failed: ${subject}`,
};

/** One line that says what is wrong; the caller makes control characters of the subject harmless. */
export function describeGitTrouble(trouble: GitTrouble): string {
  return sentences[trouble.kind](trouble.subject);
}
