import type { CommentState, PullState, ThreadState } from '../state.ts';
import { type DiffLine, readDiffLines } from './diff-lines.ts';
import { html, type Html } from './html.ts';
import { renderDiff } from './render-diff.ts';
import { renderMarkdown } from './render-markdown.ts';
import { renderAvatar, renderName, renderTime } from './render-person.ts';
import { renderReactions } from './render-reactions.ts';
import { getReplacedLines } from './replaced-lines.ts';

/** A thread of the conversation under the lines it speaks of; folded when it is settled or its lines have changed. */
export function renderThread(thread: ThreadState): Html {
  const hunk = html`<div class="hunk">${renderDiff(quotedLines(thread), () => undefined)}</div>`;
  const inside = html`${hunk}${renderThreadComments(thread)}`;
  const path = html`<code class="path">${thread.path}</code> ${describeLines(thread)}`;
  const settled = describeSettled(thread);
  if (settled === undefined)
    return html`<section class="box thread">
      <h3 class="head">${path}</h3>
      ${inside}
    </section>`;
  return html`<details class="box thread settled">
    <summary class="head">${path} <span class="label">${settled}</span></summary>
    ${inside}
  </details>`;
}

/** What was said in a thread, oldest first. */
export function renderThreadComments(thread: ThreadState): Html {
  const replaced = getReplacedLines(thread);
  return html`<div class="talk-list">${thread.comments.map((comment) => renderComment(comment, replaced))}</div>`;
}

/** The threads on a line of the new side that the files' diff shows; outdated ones have none. */
export function getThreadsAt(pull: PullState, path: string, line: number): readonly ThreadState[] {
  return pull.threads.filter((thread) => thread.path === path && thread.line === line && !thread.isOutdated);
}

function renderComment(comment: CommentState, replaced: readonly string[]): Html {
  const head = html`${renderAvatar(comment.by)} ${renderName(comment.by)} ${renderTime(comment.at)}
  ${comment.edited && html`<span class="label">edited</span>`}`;
  const body = html`<div class="markdown">${renderMarkdown(comment.body, replaced)}</div>
    ${renderReactions(comment.reactions)}`;
  if (comment.minimized === undefined)
    return html`<article class="word">
      <header>${head}</header>
      ${body}
    </article>`;
  return html`<details class="word minimized">
    <summary>${head} <span class="label">hidden: ${comment.minimized}</span></summary>
    ${body}
  </details>`;
}

function describeSettled(thread: ThreadState): string | undefined {
  if (thread.resolvedBy !== undefined) return `resolved by ${thread.resolvedBy.login}`;
  const [first] = thread.comments;
  const isHidden = thread.comments.every((comment) => comment.minimized !== undefined);
  if (isHidden) return `hidden: ${first?.minimized ?? 'empty'}`;
  return thread.isOutdated ? 'outdated' : undefined;
}

function describeLines(thread: ThreadState): Html | undefined {
  const end = thread.line ?? thread.originalLine;
  if (end === undefined) return undefined;
  const start = thread.startLine ?? thread.originalStartLine;
  const label = start === undefined || start === end ? `line ${end}` : `lines ${start} to ${end}`;
  return html`<span class="lines">${label}</span>`;
}

/** GitHub shows the commented lines and a little before them, not the whole hunk. */
function quotedLines(thread: ThreadState): readonly DiffLine[] {
  const lines = readDiffLines(thread.diffHunk).filter((line) => line.kind !== 'hunk' && line.kind !== 'note');
  return lines.slice(-Math.max(4, getReplacedLines(thread).length + 1));
}
