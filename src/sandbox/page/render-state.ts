import type { CheckState, PullState } from '../state.ts';
import { html, type Html } from './html.ts';

const STATE_WORDS = { open: 'Open', closed: 'Closed', merged: 'Merged', draft: 'Draft' } as const;

/** The coloured badge with a pull request's state. */
export function renderStateBadge(pull: PullState): Html {
  const state = pull.isDraft && pull.state === 'open' ? 'draft' : pull.state;
  return html`<span class="badge state-${state}">${STATE_WORDS[state]}</span>`;
}

const MARKS: Readonly<Record<string, { readonly sign: string; readonly tone: string }>> = {
  success: { sign: '✓', tone: 'good' },
  failure: { sign: '✕', tone: 'bad' },
  neutral: { sign: '■', tone: 'neutral' },
  skipped: { sign: '■', tone: 'neutral' },
};

/** A check's result as a sign; the word is there for those who do not see it. */
export function renderMark(conclusion: string | undefined): Html {
  const mark = MARKS[conclusion ?? ''] ?? { sign: '●', tone: 'waiting' };
  return html`<span class="check-mark ${mark.tone}" role="img" aria-label="${conclusion ?? 'in progress'}"
    >${mark.sign}</span
  >`;
}

/** What the checks of a pull request come to: the worst of them; undefined without any. */
export function getWorstConclusion(checks: readonly CheckState[]): string | undefined {
  const order = ['failure', 'timed_out', 'cancelled', 'action_required', undefined, 'neutral', 'skipped', 'success'];
  const conclusions = checks.map((check) => (check.status === 'completed' ? check.conclusion : undefined));
  return conclusions.sort((a, b) => order.indexOf(a) - order.indexOf(b))[0];
}

/** `1 comment`, `2 comments`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
