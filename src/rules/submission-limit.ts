import { z } from 'zod';
import { sectionNameSchema } from '../config/named-sections.ts';
import { findRuleSettings } from '../config/rule-settings.ts';
import type { Config } from '../config/schema.ts';
import type { OtherPull } from '../newsletter/other-pull.ts';
import type { PlacedItem, SubmittedFile } from '../newsletter/submission.ts';
import type { Day } from '../shared/brand.ts';
import { defineRule, type Problem, type RuleContext } from './define-rule.ts';
import { getSubject } from './judge-items.ts';

const limit = z.strictObject({
  section: sectionNameSchema,
  most: z.int().min(1).describe('how many items of one author an issue takes there'),
});

const options = z.strictObject({
  limits: z.array(limit).default([]).describe('the sections that take only so many items of one author'),
});

/** Whether on a day anything is limited: only then an author's merged pull requests need be known. */
export function limitsSubmissions(config: Config, day: Day): boolean {
  const settings = findRuleSettings(config, 'submission-limit', day);
  return settings !== undefined && options.parse(settings.options).limits.length > 0;
}

type Limit = z.infer<typeof limit>;

export const submissionLimit = defineRule({
  id: 'submission-limit',
  severity: 'warning',
  summary: 'more items by one author in a section of one issue than it takes, over all their pull requests',
  options,
  needs: ['permission', 'other-pulls'],
  check: (context, { limits }) => {
    if (context.author.permission !== 'read') return [];
    const drafts = context.submission.files.filter(({ role }) => role === 'draft');
    return drafts.flatMap((file) => limits.flatMap((one) => checkSection(file, one, context)));
  },
});

function checkSection(file: SubmittedFile, { section, most }: Limit, context: RuleContext): readonly Problem[] {
  const own = file.changes.flatMap((change) => {
    const comes = change.kind === 'added' || (change.kind === 'moved' && change.before.section !== section);
    return comes && change.after.section === section ? [change.after] : [];
  });
  const elsewhere = (context.otherPulls ?? []).flatMap((pull) => countItems(pull, file, section, context));
  const surplus = own.slice(Math.max(0, most - elsewhere.length));
  return surplus.map((placed) => describe(file, placed, most, elsewhere[0]));
}

/** One number of the pull request for each item that its author has there. */
function countItems(pull: OtherPull, { path }: SubmittedFile, section: string, { author }: RuleContext) {
  if (pull.author.toLowerCase() !== author.login.toLowerCase()) return [];
  return pull.items.filter((item) => item.path === path && item.section === section).map(() => pull.number);
}

function describe(file: SubmittedFile, placed: PlacedItem, most: number, other: number | undefined): Problem {
  const { item, section } = placed;
  const count = most === 1 ? 'one item' : `${most} items`;
  const where = other === undefined ? '' : ', and pull request {1} counts, too';
  return {
    path: file.path,
    place: item.place,
    message: `This item is one too many: in each issue, {0} takes ${count} from each contributor${where}. Keep the best, and send the rest for another issue.`,
    quotes: other === undefined ? [section] : [section, `#${other}`],
    subject: getSubject(item),
  };
}
