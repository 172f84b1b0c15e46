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
  const [prefix, encoded = ''] = id.split(/_(.*)/s);
  const kind = Object.entries(PREFIXES).find(([, letters]) => letters === prefix)?.[0];
  return kind === undefined ? undefined : { kind, key: Buffer.from(encoded, 'base64url').toString() };
}
