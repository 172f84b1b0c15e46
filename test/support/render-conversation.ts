import type { CheckState, PullState, ReactionState, ThreadState, TimelineEntry } from '../../src/sandbox/state.ts';

/** A pull request as its people see it, as text: the newest check, then everything said, in order. */
export function renderConversation(pull: PullState): string {
  const said = pull.timeline.flatMap((entry) => renderEntry(entry, pull.threads) ?? []);
  return [...pull.checks.slice(-1).map(renderCheck), ...said].join('\n\n');
}

/** The same without what is said: who did what where. */
export function renderOutline(pull: PullState): string {
  return renderConversation(pull)
    .split('\n')
    .filter((line) => !/^\s*\||^$/.test(line))
    .join('\n');
}

function renderCheck({ conclusion, title, summary, annotations }: CheckState): string {
  const places = annotations.map(({ path, startLine, endLine, level, message }) => {
    const lines = startLine === endLine ? `${startLine}` : `${startLine}-${endLine}`;
    return `  @ ${path}:${lines} ${level}: ${message}`;
  });
  return [`✔ check: ${conclusion ?? 'unfinished'}, ${title ?? ''}`, quote(summary ?? ''), ...places].join('\n');
}

function renderEntry(entry: TimelineEntry, threads: readonly ThreadState[]): string | undefined {
  switch (entry.kind) {
    case 'comment': {
      const marks = [
        ...(entry.edited ? ['edited'] : []),
        ...(entry.minimized === undefined ? [] : ['hidden']),
        ...listReactions(entry.reactions),
      ];
      return `${renderHead(entry.by.login, 'comments', marks)}\n${quote(entry.body)}`;
    }
    case 'review':
      return [
        renderHead(entry.by.login, 'reviews', []),
        quote(entry.body),
        ...threads.filter((thread) => entry.threadIds.includes(thread.id)).map(renderThread),
      ].join('\n');
    case 'pushed':
      return `— ${entry.by.login} pushes`;
    case 'closed':
    case 'reopened':
    case 'merged':
    case 'ready':
    case 'edited':
      return `— ${entry.kind}`;
    case 'checked':
      return undefined;
  }
}

function renderThread(thread: ThreadState): string {
  const [first, ...replies] = thread.comments;
  const marks = [
    ...(thread.isOutdated ? ['outdated'] : []),
    ...(thread.resolvedBy === undefined ? [] : ['resolved']),
    ...(first?.minimized === undefined ? [] : ['hidden']),
  ];
  const start = thread.originalStartLine ?? thread.originalLine;
  const end = thread.originalLine ?? start;
  const lines = start === end ? `${end ?? '?'}` : `${start ?? '?'}-${end ?? '?'}`;
  return [
    `  ${renderHead(thread.path, lines, marks)}`,
    quote(first?.body ?? '', '    '),
    ...replies.map(
      ({ by, body, reactions }) =>
        `    ${renderHead(by.login, 'answers', listReactions(reactions))}\n${quote(body, '    ')}`,
    ),
  ].join('\n');
}

/** `+1 by ada` */
function listReactions(reactions: readonly ReactionState[] = []): readonly string[] {
  return reactions.map(({ content, by }) => `${content} by ${by.map(({ login }) => login).join(', ')}`);
}

function renderHead(who: string, what: string, marks: readonly string[]): string {
  return `${who} ${what}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`;
}

/** Without the signed markers, which nobody sees. */
function quote(body: string, indent = '  '): string {
  return body
    .replace(/\s*<!-- copydesk:.*? -->/g, '')
    .split('\n')
    .map((line) => `${indent}| ${line}`.trimEnd())
    .join('\n');
}
