import type { Item, Link } from '../newsletter/issue.ts';
import type { ItemChange, SubmittedFile } from '../newsletter/submission.ts';
import type { JudgedItem, Problem, RuleContext } from './define-rule.ts';

type Judge = (judged: JudgedItem) => readonly Problem[];

/**
 * Asks about every item the author answers for, items below items included: added ones, and changed or rewritten ones,
 * of which only what was not wrong before counts. Old mistakes elsewhere in a file are nobody's fault today. Templates are
 * left out: what looks like a mistake there is a gap to fill in.
 */
export function judgeItems(context: RuleContext, judge: Judge): Problem[] {
  const { files } = context.submission;
  const known = new Set(files.flatMap(({ base }) => base?.sections ?? []).flatMap(({ items }) => listTexts(items)));
  const judgeNew: Judge = (judged) => (known.has(judged.item.raw) ? [] : judge(judged));
  return files
    .filter(({ role }) => role !== 'template')
    .flatMap((file) => {
      // Whoever publishes an issue carries items over into the next draft.
      const judgeFile = file.base === undefined ? judgeNew : judge;
      return file.changes.flatMap((change) => judgeChange(file, change, judgeFile));
    });
}

/** As `judgeItems`, but only what stands where the newsletter's items are links. */
export function judgeLinkItems(context: RuleContext, judge: Judge): Problem[] {
  const { grammars } = context.config;
  return judgeItems(context, (judged) => (grammars[judged.region] === 'link' ? judge(judged) : []));
}

/** What identifies an item whatever line it stands on: its first address, or else its text. */
export function getSubject(item: Item): string {
  const url = item.entry.links[0]?.url.text ?? '';
  return url === '' ? item.entry.content.text : url;
}

/** The links of an item that Markdown sees, or would see but for a mistake; bare addresses are none. */
export function getWrittenLinks(item: Item): readonly Link[] {
  return item.entry.links.filter((link) => link.defect !== 'bare-url');
}

function listTexts(items: readonly Item[]): readonly string[] {
  return items.flatMap((item) => [item.raw, ...listTexts(item.children)]);
}

function judgeChange(file: SubmittedFile, change: ItemChange, judge: Judge): readonly Problem[] {
  if (change.kind === 'removed') return [];
  const { after } = change;
  const before = change.kind === 'added' ? undefined : change.before.item;
  return judgeTree({ ...after, file }, before, judge);
}

function judgeTree(judged: JudgedItem, before: Item | undefined, judge: Judge): readonly Problem[] {
  if (before?.raw === judged.item.raw) return [];
  const findBefore = indexBefore(before?.children ?? []);
  const below = judged.item.children.flatMap((child) =>
    judgeTree({ ...judged, item: child }, findBefore(child), judge),
  );
  const own = judge(judged);
  if (before === undefined || own.length === 0) return [...own, ...below];
  const old = new Set(judge({ ...judged, item: before }).map(describe));
  return [...own.filter((problem) => !old.has(describe(problem))), ...below];
}

/** Finds what a child was before: the first with the same text, or else with the same subject. */
function indexBefore(candidates: readonly Item[]): (child: Item) => Item | undefined {
  const latestFirst = [...candidates].reverse();
  const byText = new Map(latestFirst.map((candidate) => [candidate.raw, candidate]));
  const bySubject = new Map(latestFirst.map((candidate) => [getSubject(candidate), candidate]));
  return (child) => byText.get(child.raw) ?? bySubject.get(getSubject(child));
}

function describe({ message, quotes = [] }: Problem): string {
  return JSON.stringify([message, quotes]);
}
