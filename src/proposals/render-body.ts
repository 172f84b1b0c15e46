import type { FilledSection, QueriedSource, ShortlistEntry } from '../sections/filled-section.ts';
import { countOf, toNumber } from '../wording/count-of.ts';
import { toInertSpan, toLiteralMarkdown } from '../wording/inert-text.ts';
import { countBytes, MAX_BODY } from '../wording/limits.ts';
import { redirectLinks } from '../wording/redirect-links.ts';
import type { ComposedDraft, SectionState } from './compose-draft.ts';
import type { UnwantedEntries } from './find-unwanted.ts';
import { toTaskAddress } from './read-ticks.ts';

/** What the description of a proposal tells. */
export interface BodyFacts {
  readonly path: string;
  /** Page of the repository: `https://github.com/owner/name`. */
  readonly page: string;
  readonly sections: readonly FilledSection[];
  /** By section that nobody asked for this time, what was said of it before; '' where nothing was. */
  readonly unasked: ReadonlyMap<string, string>;
  readonly composed: Pick<ComposedDraft, 'states' | 'conflicts'> & { readonly unwanted: UnwantedEntries };
  /** The hidden line for the end. */
  readonly memory: string;
}

/** Each keeps less of what others wrote, until the body is short enough; `quotes` are of editors' texts that stand. */
const DETAILS = [
  { title: 160, entries: 1000, quotes: 20 },
  { title: 60, entries: 400, quotes: 5 },
  { title: 30, entries: 150, quotes: 2 },
  { title: 0, entries: 0, quotes: 0 },
] as const;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

type Detail = (typeof DETAILS)[number];

/** The description of a proposal, short enough for GitHub. Nothing in it notifies anybody. */
export function renderBody(facts: BodyFacts): string {
  const bodies = DETAILS.map((detail) => () => renderWithin(facts, detail));
  return (
    bodies.map((render) => render()).find((body) => countBytes(body) <= MAX_BODY) ?? renderWithin(facts, DETAILS[3])
  );
}

function renderWithin({ path, page, sections, unasked, composed, memory }: BodyFacts, detail: Detail): string {
  const intro = [
    `Sections of ${toInertSpan(path)} that have a source. Edit them in this branch as you like: a refresh keeps`,
    'every line that you change, add, move or take out. `/copydesk fill` refreshes at once.',
    'This description is rewritten by every refresh, but for your ticks: write to each other in comments.',
  ].join(' ');
  const told = sections.map((section) => {
    const words = unasked.get(section.id);
    return words === undefined ? renderSection(section, { page, composed, detail }) : words || renderUnasked(section);
  });
  return [intro, ...told, memory].join('\n\n');
}

function renderUnasked({ heading }: FilledSection): string {
  const words = 'Not filled yet: only other sections were asked for. The next refresh fills it.';
  return `### ${toLiteralMarkdown(heading)}\n\n- ${words}`;
}

interface Told {
  readonly page: string;
  readonly composed: BodyFacts['composed'];
  readonly detail: Detail;
}

/** What was asked for a section, what was left alone and why, and what there is to choose from. */
function renderSection(section: FilledSection, { page, composed, detail }: Told): string {
  const state = composed.states.get(section.id);
  const facts = [
    ...(state === undefined ? [] : renderState(state, page)),
    ...section.queried.map(renderQuery),
    ...section.notes.map(({ message, quotes }) => fill(message, quotes)),
    ...renderStanding(composed.conflicts.get(section.id), detail, {
      one: 'Your text stands; generated was:',
      all: (count) => `Your text stands in ${countOf(count, 'place')} where another was generated.`,
    }),
    ...renderStanding(composed.unwanted.get(section.id), detail, {
      one: 'Un-ticked, but your text stands; take it out by hand:',
      all: (count) => `Your text stands in ${countOf(count, 'place')} where the entry was un-ticked.`,
    }),
  ];
  const list = facts.map((fact) => `- ${fact}`).join('\n');
  return [
    `### ${toLiteralMarkdown(section.heading)}`,
    ...(list === '' ? [] : [list]),
    ...renderShortlist(section, detail),
  ].join('\n\n');
}

interface StandingWords {
  /** Before a quote. */
  readonly one: string;
  /** Where there are more than are quoted. */
  readonly all: (count: number) => string;
}

/** Where editors' text stands against what was generated or ticked. */
function renderStanding(
  texts: readonly string[] = [],
  { quotes }: Detail,
  { one, all }: StandingWords,
): readonly string[] {
  const quoted = texts.slice(0, quotes).map((text) => `${one} ${toInertSpan(text)}`);
  return texts.length > quotes ? [...quoted, all(texts.length)] : quoted;
}

function renderState(state: SectionState, page: string): readonly string[] {
  switch (state.kind) {
    case 'filled':
    case 'no-content':
      return [];
    case 'filled-by-hand':
      return ['Left alone: somebody has filled it.'];
    case 'missing':
      return state.similar === undefined
        ? ['Left out: the draft has no such heading. Add it, and the next refresh fills it.']
        : [
            `Left out: the draft has no such heading. Is it ${toInertSpan(state.similar)}? Name that in the configuration, or rename it.`,
          ];
    case 'doubled':
      return [`Left out: the heading stands on lines ${state.lines.join(' and ')}. Take one out.`];
    case 'comment-open':
      return [`Left out: the comment that begins on line ${state.line} is never closed. Add ${toInertSpan('-->')}.`];
    case 'unreadable':
      return [`Left out: the draft cannot be read beyond line ${state.line}.`];
    case 'touched':
      return [
        `Left alone: ${state.numbers.map((number) => link(`pull request ${number}`, `${page}/pull/${number}`)).join(', ')} works on it.`,
      ];
    case 'draft-gone':
      return [
        'Left alone: the draft is not in this branch under its name. Name it so again, and the next refresh goes on.',
      ];
    case 'lost-in-branch':
      return ['Left alone: its heading is not in this branch, or more than once.'];
    case 'open-in-branch':
      return [
        `Left alone: the comment that begins on line ${state.line} in this branch is never closed. Add ${toInertSpan('-->')}.`,
      ];
    case 'record-lost':
      return [
        'Left alone: what was generated last is not known any more, as this description was changed. `/copydesk fill` refreshes it all the same, and keeps what may be yours.',
      ];
  }
}

function renderQuery({ what, which, url, count, from, until }: QueriedSource): string {
  const asked = `${toNumber(count, what)} ${which}`.trim();
  return `${count} ${link(toLiteralMarkdown(asked), url)}, ${renderSpan(from, until)}`;
}

/** Of days, which a search counts whole, the last one belongs to the span; an instant at its end does not. */
function renderSpan(from: string, until: string): string {
  if (DAY.test(from) && DAY.test(until)) return `from ${from} to ${until}, both days included`;
  return `from ${toMinute(from)} up to ${toMinute(until)}`;
}

/** `2026-03-03 18:00 UTC` */
function toMinute(instant: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(instant);
  return match === null ? toInertSpan(instant) : `${match[1] ?? ''} ${match[2] ?? ''} UTC`;
}

function renderShortlist({ shortlist }: FilledSection, detail: Detail): readonly string[] {
  if (shortlist.length === 0) return [];
  const shown = shortlist.slice(0, detail.entries);
  const headings = [...new Set(shown.map(({ heading }) => heading))];
  const groups = headings.map((heading) => {
    const tasks = shown.filter((entry) => entry.heading === heading).map((entry) => renderTask(entry, detail));
    return [`**${toLiteralMarkdown(heading)}**`, '', ...tasks].join('\n');
  });
  const left = shortlist.length - shown.length;
  return [
    'Tick what is to stand in the section:',
    ...groups,
    ...(left === 0
      ? []
      : [
          `${left} more ${left === 1 ? 'stands' : 'stand'} in the section, or not, as ranked: this list would be too long.`,
        ]),
  ];
}

function renderTask(entry: ShortlistEntry, { title }: Detail): string {
  const words = /\[(.*)\]\(/.exec(entry.line)?.[1] ?? entry.line;
  const label = toLiteralMarkdown(entry.key.replace(/^.*\//, '').replace('#', ' '));
  return `- [${entry.isTicked ? 'x' : ' '}] [${label}](${toTaskAddress(entry)}) ${toInertSpan(words, Math.max(1, title))}`;
}

/** No character of an address may end the link. */
function link(text: string, url: string): string {
  const address = url.replace(
    /[\s<>()]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return `[${text}](${redirectLinks(address)})`;
}

function fill(message: string, quotes: readonly string[]): string {
  return message.replace(/\{(\d+)\}/g, (_, index: string) => toInertSpan(quotes[Number(index)] ?? ''));
}
