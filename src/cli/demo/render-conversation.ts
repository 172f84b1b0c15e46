import type { Colors } from 'picocolors/types.js';
import { readDiffLines } from '../../sandbox/page/diff-lines.ts';
import { getReplacedLines } from '../../sandbox/page/replaced-lines.ts';
import type { FileState, PersonState, PullState, ThreadState, TimelineEntry } from '../../sandbox/state.ts';
import { toTerminalText } from '../terminal-text.ts';
import { renderBody } from './render-body.ts';

export interface TerminalStyle {
  readonly colors: Colors;
  /** Columns there are. */
  readonly width: number;
}

/** Something that was said or done in a pull request; its key changes when it is edited or settled. */
export interface Part {
  readonly key: string;
  readonly lines: readonly string[];
}

/** A pull request's conversation in time order, part by part, so that a caller can print what is new. */
export function renderConversation(pull: PullState, style: TerminalStyle): readonly Part[] {
  return [
    renderOpening(pull, style),
    ...pull.timeline.map((entry) => renderEntry(pull, entry, style)),
    ...renderSettled(pull.threads.filter(isSettled), style),
  ];
}

function renderOpening(pull: PullState, { colors }: TerminalStyle): Part {
  const title = colors.bold(`#${pull.number} ${toTerminalText(pull.title)}`);
  const diff = pull.files.flatMap((file) => renderFile(file, colors));
  return { key: 'opened', lines: [title, `${renderName(pull.author, colors)} opens it:`, ...diff] };
}

function renderEntry(pull: PullState, entry: TimelineEntry, style: TerminalStyle): Part {
  const { colors } = style;
  const name = renderName(entry.by, colors);
  switch (entry.kind) {
    case 'comment': {
      const verb = entry.edited ? 'edits the comment' : 'comments';
      const said = bar(renderBody(entry.body, { ...inside(style), replaced: [] }), colors);
      const hidden = entry.minimized === undefined ? said : [colors.dim(`hidden: ${entry.minimized}`)];
      return { key: `comment ${entry.id} ${entry.minimized ?? entry.body}`, lines: [`${name} ${verb}:`, ...hidden] };
    }
    case 'review':
      return { key: `review ${entry.id}`, lines: renderReview(pull, entry, style) };
    case 'pushed': {
      const message = toTerminalText(entry.message.split('\n')[0] ?? '');
      return { key: `pushed ${entry.sha}`, lines: [`${name} pushes ${colors.cyan(entry.sha.slice(0, 7))} ${message}`] };
    }
    case 'checked': {
      const line = `${renderMark(entry.conclusion, colors)} ${entry.name}: ${toTerminalText(entry.title.replaceAll('\u200B', ''))}`;
      return { key: `checked ${entry.sha} ${line}`, lines: [line] };
    }
    case 'closed':
    case 'reopened':
    case 'merged':
    case 'ready':
    case 'edited':
      return { key: `${entry.kind} ${entry.at}`, lines: [`${name}: ${entry.kind}`] };
  }
}

function renderReview(
  pull: PullState,
  entry: TimelineEntry & { readonly kind: 'review' },
  style: TerminalStyle,
): readonly string[] {
  const threads = pull.threads.filter((thread) => entry.threadIds.includes(thread.id));
  const said = entry.body === '' ? [] : bar(renderBody(entry.body, { ...inside(style), replaced: [] }), style.colors);
  const comments = threads.flatMap((thread) => bar(['', ...renderThread(thread, style)], style.colors));
  return [`${renderName(entry.by, style.colors)} reviews:`, ...said, ...comments];
}

function renderThread(thread: ThreadState, style: TerminalStyle): readonly string[] {
  const place = style.colors.dim(`${toTerminalText(thread.path)} line ${thread.originalLine ?? thread.line ?? '?'}`);
  const replaced = getReplacedLines(thread);
  const words = thread.comments.flatMap((comment) => renderBody(comment.body, { ...inside(style), replaced }));
  return [place, ...words];
}

/** Settled: resolved, or everything in it hidden. */
function isSettled(thread: ThreadState): boolean {
  return thread.resolvedBy !== undefined || thread.comments.every((comment) => comment.minimized !== undefined);
}

function renderSettled(threads: readonly ThreadState[], { colors }: TerminalStyle): readonly Part[] {
  if (threads.length === 0) return [];
  const count = threads.length === 1 ? 'One comment is' : `${threads.length} comments are`;
  const key = `settled ${threads.map((thread) => thread.id).join()}`;
  return [{ key, lines: [colors.dim(`✓ ${count} settled and folded away.`)] }];
}

function renderFile(file: FileState, colors: Colors): readonly string[] {
  const path = colors.dim(`  ${toTerminalText(file.path)}`);
  const changed = readDiffLines(file.patch ?? '').filter(({ kind }) => kind === 'added' || kind === 'removed');
  const shown = changed.slice(0, LONGEST_DIFF).map(({ kind, text }) => {
    return kind === 'added' ? colors.green(`  + ${toTerminalText(text)}`) : colors.red(`  - ${toTerminalText(text)}`);
  });
  const rest = changed.length - shown.length;
  return [path, ...shown, ...(rest > 0 ? [colors.dim(`  … and ${rest} more`)] : [])];
}

/** More changed lines of a file are not worth the room here: the page has them all. */
const LONGEST_DIFF = 12;

function renderName(person: PersonState, colors: Colors): string {
  const name = toTerminalText(person.login);
  return person.isBot ? colors.bold(colors.magenta(name)) : colors.bold(name);
}

function renderMark(conclusion: string, colors: Colors): string {
  if (conclusion === 'success') return colors.green('✓');
  return conclusion === 'failure' ? colors.red('✕') : colors.yellow('■');
}

/** The style of what stands behind a bar. */
export function inside(style: TerminalStyle): TerminalStyle {
  return { ...style, width: style.width - 4 };
}

/** Lines with a bar before each. */
export function bar(lines: readonly string[], colors: Colors): readonly string[] {
  return lines.map((line) => `  ${colors.dim('│')} ${line}`.trimEnd());
}
