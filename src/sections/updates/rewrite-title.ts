import type { MergedRepository, TitleConfig } from '../../config/fill-schema.ts';
import { escapeTitle } from '../escape-title.ts';
import { markCode } from './mark-code.ts';
import { replaceWords } from './replace-words.ts';
import { type TitleHabits, usualHabits } from './title-habits.ts';

/** What a title is rewritten by. */
export interface TitleRules {
  readonly titles: TitleConfig;
  readonly repository: MergedRepository;
  /** The sub-heading it will stand under, which it need not repeat. */
  readonly heading: string;
  /** What editors have lately done; the usual if it is not known. */
  readonly habits?: TitleHabits;
}

/** The title of a merged pull request as the text of its line: Markdown that is safe between brackets. */
export function rewriteTitle(title: string, { titles, repository, heading, habits = usualHabits }: TitleRules): string {
  const trimmed = cutFix(cutEnds(title.replace(/\s+/g, ' ').trim()));
  const opened = openTitle(trimmed, { titles, repository: repository.repository, habits });
  const named = openBrackets(titles.repeated.includes(heading) ? cutHeading(opened, heading) : opened, titles);
  const words = habits.replacesWords ? titles.replacements : titles.replacements.filter(({ from }) => !/\w/.test(from));
  const marked = markCode(replaceWords(named, words), titles.codeWords, habits);
  return escapeTitle(addPrefix(marked, repository.prefix ?? ''));
}

/** Cuts a final dot, but no ellipsis, and the number of an issue that was mended or of an RFC. */
function cutEnds(title: string): string {
  return title.replace(/ \((?:#|RFC )\d{1,9}\)$/, '').replace(/(?<!\.)\.$/, '');
}

/** Cuts what editors cut from the start of `Fix #1: Rest`, ``Fix `a` should b`` and, for a colon behind the code, ``fix: `a` don't b``. */
function cutFix(title: string): string {
  const [, rest = title] = /^fix(?:e[sd])? #\d{1,9}(?::| -) (.+)$/i.exec(title) ?? [];
  return rest.replace(/^fix:? (?=`[^`]+` should )/i, '').replace(/^fix: (`[^`]+`) (?=(?:don't|do not) )/i, '$1: ');
}

/** `[Name] Rest` and `[name]: Rest` → `name: Rest`, and code anywhere without the brackets round it. */
function openBrackets(title: string, { types }: TitleConfig): string {
  const [, name = '', rest = ''] = /^\[([\w`-]{1,60})\]:? (?=\S)(.*)$/.exec(title) ?? [];
  const word = types.includes(name.toLowerCase()) ? name.toLowerCase() : lowerFirst(name);
  const opened = rest === '' ? title : `${word}: ${rest}`;
  return opened.replace(/\[(`[^`[\]]{1,60}`)\]/g, '$1');
}

interface Opening {
  readonly titles: TitleConfig;
  readonly repository: string;
  readonly habits: TitleHabits;
}

/** `fix: Rest` → `rest`, `fix(scope): Rest` → `` `scope`: Rest ``; any other title with its first letter in lower case. */
function openTitle(title: string, { titles, repository, habits }: Opening): string {
  const [, type = '', , scope, rest = ''] = /^([A-Za-z]{1,20})(\(([^()`]{1,60})\))?!?: ?(.*)$/.exec(title) ?? [];
  const word = type.toLowerCase();
  if (scope !== undefined && titles.types.includes(word)) return openScope(scope, rest, habits);
  const isDropped = titles.dropped.some(
    ({ repository: only, words }) => (only === undefined || only === repository) && words.includes(word),
  );
  return lowerPrefixed(isDropped && habits.dropsWords && rest !== '' ? rest : title);
}

function openScope(scope: string, rest: string, habits: TitleHabits): string {
  if (habits.scope === 'gone') return lowerFirst(rest);
  return habits.scope === 'plain' ? `${scope}: ${rest}` : `\`${scope}\`: ${rest}`;
}

/** `Core: Add …` → `core: add …`, `CFI: Add …` → `CFI: add …`; behind a prefix in code the editors leave the case as it was. */
function lowerPrefixed(title: string): string {
  const [, prefix = '', rest = ''] =
    /^((?:(?:[a-z][\w-]{0,30}|[A-Z]\w{0,30}[A-Z]\w{0,30}): ){1,3})(.*)$/.exec(lowerFirst(title)) ?? [];
  return rest === '' || prefix.includes('_') ? lowerFirst(title) : prefix + lowerFirst(rest);
}

/** A word with other capitals is a name. */
function lowerFirst(text: string): string {
  const [word = ''] = /^[\w'-]+(?:::)?/.exec(text) ?? [];
  return /^[A-Z][^A-Z_:]*$/.test(word) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function cutHeading(title: string, heading: string): string {
  const name = heading.toLowerCase();
  const start = [`${name}: `, `[${name}] `, `[${name}]: `].find((prefix) => title.toLowerCase().startsWith(prefix));
  return title.slice(start?.length ?? 0);
}

function addPrefix(title: string, prefix: string): string {
  return title.toLowerCase().startsWith(prefix.toLowerCase()) ? title : prefix + title;
}
