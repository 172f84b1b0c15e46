import type { RetiredComment, ReviewPlan } from '../../review/review-plan.ts';
import { ApiTrouble } from './api-trouble.ts';
import { explainFailure } from './explain-failure.ts';
import { toWord } from './recent-words.ts';
import type { Speaker } from './speaker.ts';

/** Ways to put an own comment away, the kindest first; each is tried where the one before was not permitted. */
type Retirement = 'resolve' | 'minimize' | 'delete';

/** One field of a mutation: its text without alias, over the variables `$NAME_…` that it brings along. */
interface Change {
  readonly field: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** Writes the summary and puts away what has served, in one request unless a way of retiring is not permitted. */
export async function publishConversation(
  client: Speaker,
  pullRequestId: string,
  { summary, retire }: Pick<ReviewPlan, 'summary' | 'retire'>,
): Promise<void> {
  if (summary === undefined && retire.length === 0) return;
  const { contents } = await client.readPermissions();
  const ways: readonly Retirement[] = contents === 'write' ? ['resolve', 'minimize', 'delete'] : ['minimize', 'delete'];
  let rest = retire;
  for (const [index, way] of ways.entries()) {
    const isFirst = index === 0;
    const said = isFirst && summary !== undefined ? [summary] : [];
    const words = said.map(({ body }) => toWord('summary', body));
    const speech = said.map((one) => toSpeech(pullRequestId, one));
    const changes = [...speech, ...rest.map((comment, at) => toChange(comment, at, way))];
    const refused = await client.tell(words, () => change(client, changes));
    rest = rest.filter((_, at) => refused.has(`retire${at}`));
    if (rest.length === 0) return;
  }
}

function toSpeech(pullRequestId: string, { commentId, body }: NonNullable<ReviewPlan['summary']>): Change {
  const target = commentId ?? pullRequestId;
  const field =
    commentId === undefined
      ? 'summary: addComment(input: { subjectId: $summary_target, body: $summary_body }) { clientMutationId }'
      : 'summary: updateIssueComment(input: { id: $summary_target, body: $summary_body }) { clientMutationId }';
  return { field, variables: { summary_target: target, summary_body: body } };
}

/** A comment outside a thread cannot be resolved. */
function toChange({ commentId, threadId }: RetiredComment, index: number, way: Retirement): Change {
  const alias = `retire${index}`;
  const variable = `${alias}_target`;
  const isResolved = way === 'resolve' && threadId !== undefined;
  const field = isResolved
    ? `resolveReviewThread(input: { threadId: $${variable} })`
    : renderField(variable, threadId, way);
  return {
    field: `${alias}: ${field} { clientMutationId }`,
    variables: { [variable]: isResolved ? threadId : commentId },
  };
}

function renderField(variable: string, threadId: string | undefined, way: Retirement): string {
  if (way !== 'delete') return `minimizeComment(input: { subjectId: $${variable}, classifier: RESOLVED })`;
  const mutation = threadId === undefined ? 'deleteIssueComment' : 'deletePullRequestReviewComment';
  return `${mutation}(input: { id: $${variable} })`;
}

/** Sends the changes in one request, carried out in order. Returns the aliases of those that were not permitted. */
async function change(client: Speaker, changes: readonly Change[]): Promise<ReadonlySet<string>> {
  const variables = Object.fromEntries(changes.flatMap((one) => Object.entries(one.variables)));
  const declared = Object.keys(variables).map((name) => `$${name}: ${name.endsWith('_body') ? 'String!' : 'ID!'}`);
  const document = `mutation Converse(${declared.join(', ')}) {\n  ${changes.map(({ field }) => field).join('\n  ')}\n}`;
  const failures = await client.mutate(document, variables);
  // What GitHub will not put away stays, and keeps nothing else from being said.
  const serious = failures.find(({ alias, type }) => !alias.startsWith('retire') || type === undefined);
  if (serious !== undefined) throw new ApiTrouble(explainFailure(serious, 'pull requests: write'));
  return new Set(failures.filter(({ type }) => type === 'FORBIDDEN').map(({ alias }) => alias));
}
