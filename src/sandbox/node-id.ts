/** What can be asked for by a node id, and the letters its ids start with. */
const PREFIXES = {
  User: 'U',
  Bot: 'BOT',
  Organization: 'O',
  Repository: 'R',
  PullRequest: 'PR',
  Issue: 'I_K',
  Label: 'LA',
  IssueComment: 'IC',
  PullRequestReview: 'PRR',
  PullRequestReviewComment: 'PRRC',
  PullRequestReviewThread: 'PRRT',
  Reaction: 'REA',
  CheckRun: 'CR',
  CheckSuite: 'CS',
  Commit: 'C',
  Blob: 'B',
  Tree: 'T',
  Ref: 'REF',
  App: 'A',
  Installation: 'I',
} as const;

export type NodeKind = keyof typeof PREFIXES;

/** The id under which GraphQL knows a thing; the key is its number, or a repository's number and an object's name. */
export function nodeId(kind: NodeKind, key: number | string): string {
  return `${PREFIXES[kind]}_${Buffer.from(String(key)).toString('base64url')}`;
}

/** What a node id names, or undefined when it is not one. */
export function parseNodeId(id: string): { kind: string; key: string } | undefined {
  const fitting = Object.entries(PREFIXES).filter(([, letters]) => id.startsWith(`${letters}_`));
  // One begins like another: the longer one is meant.
  const [named] = fitting.toSorted(([, one], [, other]) => other.length - one.length);
  if (named === undefined) return undefined;
  const [kind, letters] = named;
  return { kind, key: Buffer.from(id.slice(letters.length + 1), 'base64url').toString() };
}
