import type { FileState, PullState } from '../state.ts';
import { readDiffLines } from './diff-lines.ts';
import { html, type Html } from './html.ts';
import { renderDiff } from './render-diff.ts';
import { getThreadsAt, renderThreadComments } from './render-thread.ts';

/** The diff of a pull request, each file with the comments on its lines. */
export function renderFiles(pull: PullState): Html {
  if (pull.files.length === 0) return html`<p class="empty">No file changed.</p>`;
  return html`<div class="files">${pull.files.map((file) => renderFile(pull, file))}</div>`;
}

function renderFile(pull: PullState, file: FileState): Html {
  const from = file.previousPath !== undefined && html`<code class="path">${file.previousPath}</code> → `;
  const content =
    file.patch === undefined
      ? html`<p class="empty">No diff is shown: the file is binary, very large, or only moved.</p>`
      : renderDiff(readDiffLines(file.patch), (line) => renderTalk(pull, file.path, line.newLine));
  return html`<section class="box file">
    <h2 class="head">
      ${from}<code class="path">${file.path}</code>
      <span class="sums"
        ><span class="plus">+${file.additions}</span> <span class="minus">−${file.deletions}</span></span
      >
    </h2>
    <div class="scroll" tabindex="0" role="region" aria-label="Diff of ${file.path}">${content}</div>
  </section>`;
}

function renderTalk(pull: PullState, path: string, line: number | undefined): Html | undefined {
  const threads = line === undefined ? [] : getThreadsAt(pull, path, line);
  if (threads.length === 0) return undefined;
  return html`${threads.map((thread) =>
    thread.resolvedBy === undefined
      ? renderThreadComments(thread)
      : html`<details class="settled">
          <summary>Resolved by ${thread.resolvedBy.login}</summary>
          ${renderThreadComments(thread)}
        </details>`,
  )}`;
}
