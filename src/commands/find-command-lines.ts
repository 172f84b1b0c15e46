/** The word that a line must start with to be a command. */
export const COMMAND = /^ {0,3}\/copydesk(?=[ \t]|$)/i;

/** Nobody reads on for a command. GitHub takes 65,536, and of thousands of comments nobody could keep all. */
const MAX_CHARACTERS = 10_000;

const FENCE = /^( {0,3})(`{3,}|~{3,})(.*)$/;
const LIST_MARKER = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const CONTAINERS = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+|>[ \t]*)*/;
/** Elements whose content is shown as code or quotation, or not at all, whatever blank lines are in it. */
const RAW_HTML = /<(?:[?!]|\/?(?:pre|code|samp|kbd|tt|script|style|textarea|blockquote|q|del|s|strike)\b)/i;

/** What the lines so far say about the next one. */
interface State {
  /** The marks that opened a fenced block at the left edge. */
  readonly fence: string | undefined;
  readonly isInComment: boolean;
  /** Something began whose end only a Markdown parser could tell: nothing after it is taken for a command. */
  readonly isLost: boolean;
  /** A list item may go on. */
  readonly isInList: boolean;
  /** The lines since the last blank one quote, or leave code or HTML open. */
  readonly isParagraphUnclear: boolean;
  readonly isAfterBlank: boolean;
}

const START: State = {
  fence: undefined,
  isInComment: false,
  isLost: false,
  isInList: false,
  isParagraphUnclear: false,
  isAfterBlank: true,
};

/**
 * The lines of a comment that are commands, without blanks around them and without the word `/copydesk`. A line in code, in
 * a quotation or in an HTML comment is none, nor one that ends beyond the first ten thousand characters. Where that cannot be
 * told without parsing Markdown, it is none either: a parser would take minutes for what strangers may write. This takes one pass.
 */
export function findCommandLines(markdown: string): readonly string[] {
  const read = markdown.slice(0, MAX_CHARACTERS);
  if (!/\/copydesk/i.test(read)) return [];
  const found: string[] = [];
  let state = START;
  const lines = read.split(/\r\n?|\n/);
  // Nobody knows how the last one goes on.
  for (const line of read.length < markdown.length ? lines.slice(0, -1) : lines) {
    if (isCommand(line, state)) found.push(line.replace(COMMAND, '').trim());
    state = follow(line, state);
    if (state.isLost) break;
  }
  return found;
}

function isCommand(line: string, { fence, isInComment, isParagraphUnclear }: State): boolean {
  return fence === undefined && !isInComment && !isParagraphUnclear && COMMAND.test(line);
}

function follow(line: string, state: State): State {
  if (state.fence !== undefined) return isFenceEnd(line, state.fence) ? { ...START, isInList: false } : state;
  if (state.isInComment) return { ...state, ...readComments(line, true) };
  if (line.trim() === '') return { ...state, isParagraphUnclear: false, isAfterBlank: true };
  const mark = FENCE.exec(line);
  const isFence = mark !== null && !(mark[2]?.startsWith('`') === true && mark[3]?.includes('`') === true);
  if (isFence && (mark[1] === '' || !state.isInList)) return { ...START, fence: mark[2] };
  const isInList = LIST_MARKER.test(line) || (state.isInList && !(state.isAfterBlank && /^\S/.test(line)));
  // A fence inside a list item ends with the item, and where that is depends on its indentation.
  const holdsFence = /^(?:`{3}|~{3})/.test(line.replace(CONTAINERS, '')) && !/^ {0,3}>/.test(line);
  return {
    fence: undefined,
    ...readComments(line, false),
    isLost: (holdsFence && isInList) || RAW_HTML.test(line.replaceAll('<!--', '')),
    isInList,
    isParagraphUnclear: state.isParagraphUnclear || isUnclear(line),
    isAfterBlank: false,
  };
}

function isFenceEnd(line: string, fence: string): boolean {
  const mark = FENCE.exec(line);
  return mark !== null && mark[2]?.startsWith(fence) === true && mark[3]?.trim() === '';
}

/** Whether an HTML comment is open behind the line. */
function readComments(line: string, wasOpen: boolean): Pick<State, 'isInComment'> {
  let isOpen = wasOpen;
  for (const [mark] of line.matchAll(/<!--|-->/g)) isOpen = mark === '<!--';
  return { isInComment: isOpen };
}

/** Whether what the line begins may reach into the next one: a quotation, code, HTML, or the target of a link. */
function isUnclear(line: string): boolean {
  if ((CONTAINERS.exec(line)?.[0] ?? '').includes('>')) return true;
  const rest = dropCodeSpans(line);
  return rest.includes('`') || rest.includes('<') || rest.includes(']:') || leavesTargetOpen(rest);
}

function leavesTargetOpen(line: string): boolean {
  const start = line.lastIndexOf('](');
  return start >= 0 && !line.includes(')', start);
}

/** A line without the code spans that begin and end in it. Runs of backticks are looked at once each. */
function dropCodeSpans(line: string): string {
  return line.replace(/(?<!`)(`+)(?!`)[^`]*(?<!`)\1(?!`)/g, '');
}
