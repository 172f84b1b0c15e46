import { getFence, toInertSpan, toLiteralMarkdown } from '../wording/inert-text.ts';
import { redirectLinks } from '../wording/redirect-links.ts';
import { renderReason } from './render-place.ts';
import type { BestPlace, Move, Obstacle, Verdict } from './verdict.ts';

/** A longer item is named, not shown: a cut one would be wrong. */
const MAX_SHOWN = 4000;

const HELP = [
  'A line of a new comment that starts with one of these is a command:',
  '',
  '- `/copydesk recheck` reviews the pull request again.',
  '- `/copydesk section?` tells where its items seem to belong, by what ran before, and which sections there are.',
  '- `/copydesk section <name>` tells how to move an item there.',
  '- `/copydesk ignore <rule> [reason]` leaves the findings of a rule out. Delete the comment to take it back.',
  '- `/copydesk fill [section, …]` fills the sections that have a source, in a pull request of its own.',
  '',
  'They are for the author and for people with write access; only the latter can have errors ignored, and sections filled.',
].join('\n');

/** Markdown that says what became of a command; '' where there is nothing to say but the reaction. */
export function renderVerdict(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'help':
      return HELP;
    case 'unknown':
      return `This is no command. ${HELP}`;
    case 'done':
      return '';
    case 'errors-stay':
      return `Its hints and warnings are ignored; its errors stay, since only people with write access can have errors ignored.`;
    case 'sections':
      return [...verdict.best.map(renderBest), renderSections(verdict.names)].join('\n\n');
    case 'moves':
      return verdict.moves.map((move) => renderMove(move, verdict.section)).join('\n\n');
    case 'refused':
      return renderObstacle(verdict.why);
  }
}

/** The comment on lines that moves an item with one click. */
export function renderMoveSuggestion({ suggestion, title }: Move, section: string): string {
  const content = (suggestion?.lines ?? []).map((line) => `${line}\n`).join('');
  const fence = getFence(content, 3);
  return `This moves ${toInertSpan(title)} to ${toInertSpan(section)}:\n\n${fence}suggestion\n${content}${fence}`;
}

function renderBest({ title, place, isThere }: BestPlace): string {
  if (place === undefined) return `${toInertSpan(title)}: what ran before does not tell clearly where it belongs.`;
  const stays = isThere ? ', where it is' : '';
  return `${toInertSpan(title)} seems to belong in ${toInertSpan(place.section)}${stays}: ${renderReason(place)}.`;
}

function renderSections(names: readonly string[]): string {
  if (names.length === 0) return 'No section is open for it now.';
  const list = names.map((name) => toInertSpan(name)).join(', ');
  return `It could stand in ${names.length === 1 ? '' : 'one of these sections: '}${list}. \`/copydesk section <name>\` tells how to move it there.`;
}

function renderMove({ path, title, startLine, endLine, below, lines }: Move, section: string): string {
  const content = lines.map((line) => `${line}\n`).join('');
  const old = startLine === endLine ? `line ${startLine}` : `lines ${startLine} to ${endLine}`;
  const where = `below line ${below} of ${toInertSpan(path)}, the end of ${toInertSpan(section)}`;
  if (content.length > MAX_SHOWN) return `Take ${old} (${toInertSpan(title)}) out, and put the same ${where}.`;
  const fence = getFence(content, 3);
  return `Take ${old} (${toInertSpan(title)}) out, and put this ${where}:\n\n${fence}md\n${content}${fence}`;
}

function renderObstacle(why: Obstacle): string {
  switch (why.kind) {
    case 'in-thread':
      return 'In a thread only `ignore` is taken: write this one as a comment of the conversation.';
    case 'too-many':
      return 'One comment has room for ten commands: write the rest in another one.';
    case 'closed':
      return 'The pull request is closed: reopen it first.';
    case 'draft':
      return 'The pull request is a draft: mark it as ready for review first.';
    case 'too-large':
      return 'GitHub cannot say what the pull request changes, which is too much: split it, or leave out what does not belong to it.';
    case 'not-permitted':
      return 'This is for the author of the pull request and for people with write access: ask one of them.';
    case 'permission-unknown':
      return 'GitHub did not say whether you have write access, which this needs: try again in a new comment.';
    case 'only-errors':
      return `What ${toInertSpan(why.rule)} found are errors, which only people with write access can have ignored: ask an editor.`;
    case 'no-rule':
      return 'It does not say which rule: add the name that stands behind the finding, as in `/copydesk ignore item-form`.';
    case 'unknown-rule':
      return `There is no rule ${toInertSpan(why.rule)}${why.nearest === undefined ? '' : ` (${toInertSpan(why.nearest)} comes nearest)`}: use the name that stands behind the finding.`;
    case 'no-item':
      return 'The pull request adds no item to a draft that could be read: there is nothing to move.';
    case 'there-already':
      return `It stands in ${toInertSpan(why.section)} already.`;
    case 'unknown-section':
      return `The draft has no open section ${toInertSpan(why.name)}. ${renderSections(why.names)}`;
    case 'closed-section':
      return `The section ${toInertSpan(why.section)} takes no submissions by pull request. ${redirectLinks(toLiteralMarkdown(why.instead))}`;
  }
}
