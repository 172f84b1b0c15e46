import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Place } from '../shared/place.ts';
import type { ConfigProblem } from './config-problem.ts';

/** A configuration is short; the parser takes seconds for hostile texts beyond these. */
const MAX_CHARACTERS = 32_000;
const MAX_LINES = 2000;
const MAX_MARKS = 4000;
const MAX_NESTING = 20;

/** A text of YAML: what it says as plain data, and where. */
export interface YamlText {
  /** undefined for an empty text. */
  readonly value: unknown;
  /** Of the value at the end of a path of keys, or of its key; where there is none, of what is nearest above it. */
  readonly locate: (path: readonly PropertyKey[], part: 'value' | 'key') => Place;
}

/** Parses a text of whatever kind without a throw and in bounded time. Anchors, aliases, tags and several documents are refused. */
export function parseYaml(text: string): YamlText | { readonly problems: readonly ConfigProblem[] } {
  const over = findOverCap(text) ?? findLost(text);
  if (over !== undefined) return { problems: [over] };
  const lines = new LineCounter();
  const document = parse(text, lines);
  if (document === undefined) return { problems: [{ place: FIRST, message: TOO_DEEP, quotes: [] }] };
  const toPlace = (start: number, end: number): Place => findPlace(lines, start, end);
  const [trouble] = [...document.errors, ...document.warnings].sort((one, other) => one.pos[0] - other.pos[0]);
  if (trouble !== undefined)
    return { problems: [findOpenQuote(document, trouble, toPlace) ?? describeTrouble(trouble, toPlace)] };
  const problems = findRefused(document, toPlace);
  if (problems.length > 0) return { problems };
  return { value: document.toJS() ?? undefined, locate: (path, part) => locate(document, path, part, toPlace) };
}

/** undefined where the parser, which goes down a step for each value in another, comes to no ground. */
function parse(text: string, lineCounter: LineCounter): Document | undefined {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false });
  } catch {
    return undefined;
  }
}

type ToPlace = (start: number, end: number) => Place;

const FIRST: Place = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };

function findOverCap(text: string): ConfigProblem | undefined {
  const describe = (what: string): ConfigProblem => ({
    place: FIRST,
    message: `The configuration has more than ${what} and is not read: shorten it.`,
    quotes: [],
  });
  if (text.length > MAX_CHARACTERS) return describe(`${MAX_CHARACTERS.toLocaleString('en-US')} characters`);
  const marks = text.match(/[[\]{}&*!?%"'|>\n]/g) ?? [];
  const lines = marks.filter((mark) => mark === '\n').length;
  if (lines > MAX_LINES) return describe(`${MAX_LINES.toLocaleString('en-US')} lines`);
  if (marks.length - lines > MAX_MARKS)
    return describe(`${MAX_MARKS.toLocaleString('en-US')} brackets, quotation marks and the like`);
  return undefined;
}

/** Bytes that are no UTF-8 have become this character, and what they were is gone. */
function findLost(text: string): ConfigProblem | undefined {
  const at = text.indexOf('\ufffd');
  if (at < 0) return undefined;
  const before = text.slice(0, at).split('\n');
  const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
  const place: Place = { startLine: line, startColumn: column, endLine: line, endColumn: column + 1 };
  return { place, message: 'A character here is not in UTF-8: save the file as UTF-8.', quotes: [] };
}

const TOO_DEEP = 'Values are nested too deep: flatten them.';

/** The parser's own words, by its code; what it says of the rest is for programmers. */
const TROUBLES: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'The line is indented with a tab, which YAML does not allow: use spaces.',
  MULTIPLE_DOCS: 'A second document begins here: take the line out.',
  TAG_RESOLVE_FAILED: 'Tags are not read: take the tag out.',
  BAD_ALIAS:
    'A star stands for an alias here, and aliases are not read: put it in quotation marks, or write the value out.',
  BAD_INDENT: 'The line does not fit to those above: line it up with what belongs together, and close every bracket.',
  RESOURCE_EXHAUSTION: TOO_DEEP,
  BLOCK_AS_IMPLICIT_KEY:
    'A second key begins on this line: put each key on its own line, or the value in quotation marks.',
  MISSING_CHAR: 'Something is missing before this place, perhaps a colon, a bracket or a quotation mark: add it.',
  UNEXPECTED_TOKEN: 'This is not expected here: put the value in quotation marks, or correct the line.',
  BAD_SCALAR_START: 'A value cannot start with this character: put it in quotation marks.',
};

function describeTrouble({ code, pos }: YAMLError, toPlace: ToPlace): ConfigProblem {
  const message = TROUBLES[code] ?? 'This is no YAML: correct the line.';
  return { place: toPlace(pos[0], pos[1]), message, quotes: [] };
}

/** The parser misses a closing quotation mark only where the text ends, far below the line that has to be mended. */
function findOpenQuote(document: Document, { code, pos }: YAMLError, toPlace: ToPlace): ConfigProblem | undefined {
  if (code !== 'MISSING_CHAR') return undefined;
  let place: Place | undefined;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type?.startsWith('QUOTE') && range?.[1] === pos[0]) place = toPlace(range[0], range[0] + 1);
    },
  });
  return place && { place, message: 'A quotation mark opens here and is never closed: add the other one.', quotes: [] };
}

/** Aliases multiply, equal keys hide each other, and nobody nests so deep by hand. */
function findRefused(document: Document, toPlace: ToPlace): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const refuse = (node: unknown, message: string, quotes: readonly string[] = []): void => {
    const range = isNode(node) ? node.range : undefined;
    problems.push({ place: toPlace(range?.[0] ?? 0, range?.[1] ?? 0), message, quotes });
  };
  visit(document, {
    Alias: (_, alias) => refuse(alias, 'Aliases are not read: write the value out.'),
    Node: (_, node, path) => {
      if (path.length <= 2 * MAX_NESTING) return undefined;
      refuse(node, TOO_DEEP);
      return visit.BREAK;
    },
    Map: (_, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : '';
        if (!isScalar(key)) refuse(key, 'This is no word, so it cannot be a key: write a plain word before the colon.');
        else if (seen.has(name)) refuse(key, 'The key {0} stands here a second time: take one of the two out.', [name]);
        seen.add(name);
      }
    },
  });
  return problems;
}

function locate(document: Document, path: readonly PropertyKey[], part: 'value' | 'key', toPlace: ToPlace): Place {
  let found: unknown = document.contents;
  for (const [index, key] of path.entries()) {
    const inside = isCollection(found) ? found.get(key, true) : undefined;
    const isLast = index === path.length - 1;
    const name = isMap(found)
      ? found.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.key
      : undefined;
    if (isLast && part === 'key' && name !== undefined) found = name;
    else if (isNode(inside)) found = inside;
    else {
      found = name ?? found;
      break;
    }
  }
  const range = isNode(found) ? found.range : undefined;
  return range ? toPlace(range[0], range[1]) : FIRST;
}

/** Of a value over several lines the first one. */
function findPlace(lines: LineCounter, start: number, end: number): Place {
  const { line, col } = lines.linePos(start);
  const last = lines.linePos(end);
  const isOneLine = last.line === line;
  return { startLine: line, startColumn: col, endLine: line, endColumn: isOneLine ? last.col : col };
}
