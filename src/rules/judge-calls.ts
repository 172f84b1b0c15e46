import { parseCall, type CallForPapers } from '../newsletter/cfp.ts';
import type { Item } from '../newsletter/issue.ts';
import type { JudgedItem, Problem, RuleContext } from './define-rule.ts';
import type { Flaw } from './flaw.ts';
import { getSubject, judgeItems } from './judge-items.ts';

/** As `judgeItems`, but asks about calls for papers. */
export function judgeCalls(
  context: RuleContext,
  judge: (call: CallForPapers, judged: JudgedItem) => readonly Flaw[],
): readonly Problem[] {
  return judgeItems(context, (judged) => {
    const { item, region, file } = judged;
    if (context.config.grammars[region] !== 'cfp-event' || !isCall(item)) return [];
    return judge(parseCall(item), judged).map((flaw) => ({ path: file.path, subject: getSubject(item), ...flaw }));
  });
}

/** Notes below a call, and the italic line that says there is none this week, are no calls. */
export function isCall({ entry, indent }: Item): boolean {
  const { text } = entry.content;
  const isRemark = entry.links.length === 0 && /^(?:\*[^*]+\*|_[^_]+_)$/.test(text);
  return text !== '' && !isRemark && indent <= MAX_INDENT;
}

/** What is indented further belongs to the item above. */
const MAX_INDENT = 1;
