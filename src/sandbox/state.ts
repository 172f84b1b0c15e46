/**
 * What the embedded GitHub shows of itself as JSON (`GET /_sandbox/state`): all a page needs to draw each pull request as
 * its people see it. Times are ISO 8601 in UTC; bodies are Markdown as written, by anybody, not yet made safe.
 */
export interface SandboxState {
  readonly repositories: readonly RepositoryState[];
  /** Operations that were asked for and that the embedded GitHub does not know. */
  readonly unimplemented: readonly string[];
}

export interface RepositoryState {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  /** In the order they were opened. */
  readonly pulls: readonly PullState[];
}

export interface PersonState {
  readonly login: string;
  /** An app's login ends in `[bot]`. */
  readonly isBot: boolean;
}

export interface PullState {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed' | 'merged';
  readonly isDraft: boolean;
  readonly author: PersonState;
  readonly createdAt: string;
  readonly base: { readonly ref: string; readonly sha: string };
  /** `label` is `owner:branch`, or `unknown repository` once the fork is gone. */
  readonly head: { readonly label: string; readonly sha: string };
  readonly files: readonly FileState[];
  /** Everything but the description, in time order. Inline comments stand in `threads`. */
  readonly timeline: readonly TimelineEntry[];
  readonly threads: readonly ThreadState[];
  /** Check runs of the current head. */
  readonly checks: readonly CheckState[];
}

export interface FileState {
  readonly path: string;
  readonly previousPath?: string | undefined;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed';
  readonly additions: number;
  readonly deletions: number;
  /** Hunks without file header; missing for binary and very large files. */
  readonly patch?: string | undefined;
}

interface EntryBase {
  readonly at: string;
  readonly by: PersonState;
}

export type TimelineEntry =
  | (CommentState & { readonly kind: 'comment' })
  | (EntryBase & {
      readonly kind: 'review';
      readonly id: number;
      readonly body: string;
      readonly threadIds: readonly number[];
    })
  | (EntryBase & { readonly kind: 'pushed'; readonly sha: string; readonly message: string })
  | (EntryBase & {
      readonly kind: 'checked';
      readonly name: string;
      readonly sha: string;
      readonly conclusion: string;
      readonly title: string;
    })
  | (EntryBase & { readonly kind: 'closed' | 'reopened' | 'merged' | 'ready' | 'edited' });

export interface ThreadState {
  readonly id: number;
  readonly path: string;
  /** Lines of the new side of the current diff; undefined when outdated or about the whole file. */
  readonly startLine?: number | undefined;
  readonly line?: number | undefined;
  /** As they were when the thread was opened. */
  readonly originalStartLine?: number | undefined;
  readonly originalLine?: number | undefined;
  readonly side: 'LEFT' | 'RIGHT';
  /** The hunk's head and its lines down to the commented one. */
  readonly diffHunk: string;
  readonly isOutdated: boolean;
  readonly resolvedBy?: PersonState | undefined;
  readonly comments: readonly CommentState[];
}

/** A comment of the conversation or of a thread. */
export interface CommentState extends EntryBase {
  readonly id: number;
  readonly body: string;
  readonly edited: boolean;
  /** Why it is hidden, in lower case; undefined where it is not. */
  readonly minimized?: string | undefined;
  /** Undefined where nobody has reacted. */
  readonly reactions?: readonly ReactionState[] | undefined;
}

export interface ReactionState {
  /** By REST's name, like `+1`. */
  readonly content: string;
  readonly by: readonly PersonState[];
}

export interface CheckState {
  readonly id: number;
  readonly name: string;
  readonly by: PersonState;
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion?: string | undefined;
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  readonly text?: string | undefined;
  readonly annotations: readonly AnnotationState[];
  readonly actions: readonly { readonly label: string; readonly description: string; readonly identifier: string }[];
}

export interface AnnotationState {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title?: string | undefined;
  readonly message: string;
}
