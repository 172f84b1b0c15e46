import type { PullState } from '../state.ts';
import { html, type Html } from './html.ts';
import { renderDocument } from './layout.ts';
import { renderChecks } from './render-checks.ts';
import { renderConversation } from './render-conversation.ts';
import { renderFiles } from './render-files.ts';
import { renderName } from './render-person.ts';
import { getWorstConclusion, renderMark, renderStateBadge } from './render-state.ts';

/** The three views of a pull request: path below its own address, and what is in it. */
const VIEWS = {
  '': { label: 'Conversation', render: renderConversation },
  files: { label: 'Files changed', render: renderFiles },
  checks: { label: 'Checks', render: renderChecks },
} as const;

export type View = keyof typeof VIEWS;

export function isView(name: string): name is View {
  return Object.hasOwn(VIEWS, name);
}

/**
 * One view of a pull request as a whole document.
 * @param address of the pull request, e.g. `/ada/letter/pull/1`
 */
export function renderPull(address: string, pull: PullState, view: View): string {
  const title = `${pull.title} · #${pull.number}`;
  const content = html`<article class="pull">
    ${renderHead(address, pull)}${renderTabs(address, pull, view)}${VIEWS[view].render(pull)}
  </article>`;
  return renderDocument(title, content);
}

function renderHead(address: string, pull: PullState): Html {
  const [repository = ''] = address.slice(1).split('/pull/');
  return html`<header class="pull-head">
    <p class="meta"><a href="/">${repository}</a></p>
    <h1>${pull.title} <span class="number">#${pull.number}</span></h1>
    <p class="meta">
      ${renderStateBadge(pull)} ${renderName(pull.author)} wants to merge into <code>${pull.base.ref}</code> from
      <code>${pull.head.label}</code>
    </p>
  </header>`;
}

function renderTabs(address: string, pull: PullState, current: View): Html {
  const extras: Readonly<Record<View, Html | undefined>> = {
    '': html`<span class="counter">${pull.timeline.length + 1}</span>`,
    files: html`<span class="counter">${pull.files.length}</span>`,
    checks: pull.checks.length === 0 ? undefined : renderMark(getWorstConclusion(pull.checks)),
  };
  const tab = (view: View) => {
    const href = view === '' ? address : `${address}/${view}`;
    const mark = view === current && html` aria-current="page"`;
    return html`<a href="${href}" ${mark}>${VIEWS[view].label} ${extras[view]}</a>`;
  };
  return html`<nav class="tabs" aria-label="Views of this pull request">
    ${tab('')}${tab('files')}${tab('checks')}
  </nav>`;
}
