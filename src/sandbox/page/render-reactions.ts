import type { ReactionState } from '../state.ts';
import { html, type Html } from './html.ts';

const SIGNS: Readonly<Record<string, string>> = {
  '+1': '👍',
  '-1': '👎',
  laugh: '😄',
  hooray: '🎉',
  confused: '😕',
  heart: '❤️',
  rocket: '🚀',
  eyes: '👀',
};

/** Who has reacted to a comment, and how; nothing where nobody has. */
export function renderReactions(reactions: readonly ReactionState[] = []): Html | undefined {
  if (reactions.length === 0) return undefined;
  const groups = reactions.map(({ content, by }) => {
    const names = by.map(({ login }) => login).join(', ');
    return html`<span class="label" title="${content}: ${names}">${SIGNS[content] ?? content} ${by.length}</span> `;
  });
  return html`<footer class="reactions">${groups}</footer>`;
}
