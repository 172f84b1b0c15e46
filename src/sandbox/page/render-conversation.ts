import type { PersonState, PullState, ReactionState, TimelineEntry } from '../state.ts';
import { html, type Html } from './html.ts';
import { renderCheckBox } from './render-checks.ts';
import { renderMarkdown } from './render-markdown.ts';
import { renderAvatar, renderName, renderTime } from './render-person.ts';
import { renderReactions } from './render-reactions.ts';
import { renderMark } from './render-state.ts';
import { renderThread } from './render-thread.ts';

/** A pull request's description, what happened since in time order, and where its checks stand now. */
export function renderConversation(pull: PullState): Html {
  const description = renderCard({ by: pull.author, at: pull.createdAt, verb: 'opened', body: pull.body });
  const boxes = pull.checks.map((check) => renderCheckBox(check));
  return html`<div class="conversation">
    ${description}${pull.timeline.map((entry) => renderEntry(pull, entry))}
    <section class="now" aria-label="Checks of the newest commit">${boxes}</section>
  </div>`;
}

function renderEntry(pull: PullState, entry: TimelineEntry): Html {
  switch (entry.kind) {
    case 'comment':
      return renderCard({ ...entry, verb: 'commented' });
    case 'review':
      return renderReview(pull, entry);
    case 'pushed':
      return renderEvent(entry, html`pushed <code>${entry.sha.slice(0, 7)}</code> ${entry.message.split('\n')[0]}`);
    case 'checked':
      return renderEvent(
        entry,
        html`${renderMark(entry.conclusion)} checked <code>${entry.sha.slice(0, 7)}</code>: ${entry.title}`,
      );
    case 'edited':
      return renderEvent(entry, html`edited the title, the description or the base`);
    case 'ready':
      return renderEvent(entry, html`marked this as ready for review`);
    case 'closed':
    case 'reopened':
    case 'merged':
      return renderEvent(entry, html`${entry.kind} this pull request`);
  }
}

interface Card {
  readonly by: PersonState;
  readonly at: string;
  readonly verb: string;
  readonly body: string;
  readonly edited?: boolean;
  readonly minimized?: string | undefined;
  readonly reactions?: readonly ReactionState[] | undefined;
}

function renderCard(card: Card): Html {
  const head = html`${renderName(card.by)} ${card.verb} ${renderTime(card.at)}
  ${card.edited === true && html`<span class="label">edited</span>`}`;
  const said = card.body.trim() === '' ? html`<p class="empty">No description.</p>` : renderMarkdown(card.body);
  const body = html`<div class="markdown">${said}</div>
    ${renderReactions(card.reactions)}`;
  const content =
    card.minimized === undefined
      ? html`<article class="box card">
          <header class="head">${head}</header>
          ${body}
        </article>`
      : html`<details class="box card minimized">
          <summary class="head">${head} <span class="label">hidden: ${card.minimized}</span></summary>
          ${body}
        </details>`;
  return html`<div class="entry">${renderAvatar(card.by)}${content}</div>`;
}

function renderReview(pull: PullState, entry: TimelineEntry & { readonly kind: 'review' }): Html {
  const threads = pull.threads.filter((thread) => entry.threadIds.includes(thread.id));
  const body = entry.body.trim() !== '' && html`<div class="box card markdown">${renderMarkdown(entry.body)}</div>`;
  return html`${renderEvent(entry, html`reviewed`)}
    <div class="review">${body}${threads.map((thread) => renderThread(thread))}</div>`;
}

function renderEvent(entry: { readonly by: PersonState; readonly at: string }, what: Html): Html {
  return html`<p class="event">
    ${renderAvatar(entry.by)} <span>${renderName(entry.by)} ${what} ${renderTime(entry.at)}</span>
  </p>`;
}
