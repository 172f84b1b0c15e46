import type { PersonState } from '../state.ts';
import { html, type Html } from './html.ts';

/** A person's initial in a circle, with a colour of their own; an app's is square. */
export function renderAvatar(person: PersonState): Html {
  const initial = Array.from(person.login)[0]?.toUpperCase() ?? '?';
  const kind = person.isBot ? 'app' : `hue-${hueOf(person.login)}`;
  return html`<span class="avatar ${kind}" aria-hidden="true">${initial}</span>`;
}

export function renderName(person: PersonState): Html {
  const label = person.isBot && html` <span class="label">bot</span>`;
  return html`<strong class="name">${person.login.replace(/\[bot\]$/, '')}</strong>${label}`;
}

const timeFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** @param at ISO 8601; what is not a time is shown as it is */
export function renderTime(at: string): Html {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return html`<span class="time">${at}</span>`;
  return html`<time datetime="${at}">${timeFormat.format(time)}</time>`;
}

/** One of eight. */
function hueOf(login: string): number {
  let sum = 0;
  for (const character of login) sum = (sum * 41 + (character.codePointAt(0) ?? 0)) % 8191;
  return sum % 8;
}
