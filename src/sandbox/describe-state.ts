import { compareText } from '../shared/compare-text.ts';
import { listCheckRuns } from './actions/checks.ts';
import { readPullFiles } from './actions/place-comment.ts';
import type { Annotation, CheckRun } from './records/check.ts';
import type { IssueComment, Pull, PullEvent, Review, ReviewComment, Thread } from './records/pull.ts';
import type { Account, Repository } from './records/repository.ts';
import type {
  AnnotationState,
  CheckState,
  CommentState,
  FileState,
  PersonState,
  PullState,
  ReactionState,
  RepositoryState,
  SandboxState,
  ThreadState,
  TimelineEntry,
} from './state.ts';
import type { World } from './world.ts';

/** What there is to see, as plain data. */
export async function describeState(world: World): Promise<SandboxState> {
  const repositories = world.repositories.filter((one) => !one.isDeleted && one.parent === undefined);
  return {
    repositories: await Promise.all(repositories.map(describeRepository)),
    unimplemented: [...world.unimplemented],
  };
}

async function describeRepository(repository: Repository): Promise<RepositoryState> {
  return {
    id: repository.id,
    owner: repository.owner.login,
    name: repository.name,
    pulls: await Promise.all(repository.pulls.map(describePull)),
  };
}

async function describePull(pull: Pull): Promise<PullState> {
  const { head, repository } = pull;
  return {
    number: pull.number,
    title: pull.title,
    body: pull.body,
    state: pull.merged === undefined ? pull.state : 'merged',
    isDraft: pull.isDraft,
    author: describePerson(pull.author),
    createdAt: pull.createdAt.toISOString(),
    base: { ...pull.base },
    head: {
      label: head.repository.isDeleted ? 'unknown repository' : `${head.repository.owner.login}:${head.ref}`,
      sha: head.sha,
    },
    files: (await readPullFiles(pull)).map(
      ({ path, previousPath, status, additions, deletions, patch }): FileState => ({
        path,
        previousPath,
        status,
        additions,
        deletions,
        patch,
      }),
    ),
    timeline: describeTimeline(pull),
    threads: pull.threads.map(describeThread),
    checks: listCheckRuns(repository, head.sha, true).map(describeCheck),
  };
}

function describePerson({ login, kind }: Account): PersonState {
  return { login, isBot: kind === 'Bot' };
}

function describeTimeline(pull: Pull): readonly TimelineEntry[] {
  const runs = pull.repository.suites.flatMap((suite) => suite.runs);
  const shas = new Set([
    pull.head.sha,
    ...pull.events.map((event) => event.sha),
    ...pull.threads.map((one) => one.originalCommit),
  ]);
  const entries = [
    ...pull.comments.map(describeComment),
    ...pull.reviews.map(describeReview),
    ...pull.events.map(describeEvent),
    ...runs.filter((run) => run.status === 'completed' && shas.has(run.suite.sha)).map(describeOutcome),
  ];
  return entries.toSorted((one, other) => compareText(one.at, other.at));
}

function describeComment(comment: IssueComment): TimelineEntry {
  return { kind: 'comment', ...describeWritten(comment) };
}

function describeWritten(comment: IssueComment | ReviewComment): CommentState {
  return {
    id: comment.id,
    by: describePerson(comment.author),
    at: comment.createdAt.toISOString(),
    body: comment.body,
    edited: comment.isEdited,
    minimized: comment.minimized?.toLowerCase(),
    reactions: describeReactions(comment),
  };
}

function describeReactions({ reactions }: IssueComment | ReviewComment): readonly ReactionState[] | undefined {
  const contents = [...new Set(reactions.map(({ content }) => content))];
  if (contents.length === 0) return undefined;
  return contents.map((content) => ({
    content,
    by: reactions.filter((one) => one.content === content).map(({ author }) => describePerson(author)),
  }));
}

function describeReview(review: Review): TimelineEntry {
  const opened = review.pull.threads.filter((thread) => thread.comments[0]?.review === review);
  return {
    kind: 'review',
    id: review.id,
    by: describePerson(review.author),
    at: review.submittedAt.toISOString(),
    body: review.body,
    threadIds: opened.map((thread) => thread.id),
  };
}

function describeEvent(event: PullEvent): TimelineEntry {
  const base = { by: describePerson(event.by), at: event.at.toISOString() };
  if (event.kind !== 'pushed') return { ...base, kind: event.kind };
  return { ...base, kind: 'pushed', sha: event.sha ?? '', message: event.message ?? '' };
}

function describeOutcome(run: CheckRun): TimelineEntry {
  return {
    kind: 'checked',
    by: describePerson(run.suite.app.bot),
    at: (run.completedAt ?? run.suite.createdAt).toISOString(),
    name: run.name,
    sha: run.suite.sha,
    conclusion: run.conclusion ?? '',
    title: run.title ?? '',
  };
}

function describeThread(thread: Thread): ThreadState {
  const { id, path, startLine, line, originalStartLine, originalLine, side, diffHunk, isOutdated, comments } = thread;
  return {
    ...{ id, path, startLine, line, originalStartLine, originalLine, side, diffHunk, isOutdated },
    resolvedBy: thread.resolvedBy && describePerson(thread.resolvedBy),
    comments: comments.map(describeWritten),
  };
}

function describeCheck(run: CheckRun): CheckState {
  const { id, name, status, conclusion, title, summary, text, actions } = run;
  const stage: CheckState['status'] = status === 'completed' || status === 'in_progress' ? status : 'queued';
  return {
    ...{ id, name, conclusion, title, summary, text, actions },
    status: stage,
    by: describePerson(run.suite.app.bot),
    annotations: run.annotations.map(describeAnnotation),
  };
}

function describeAnnotation({ path, startLine, endLine, level, title, message }: Annotation): AnnotationState {
  return { path, startLine, endLine, level, title, message };
}
