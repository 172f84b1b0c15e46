import { escapeGaps } from '../findings/fill-message.ts';
import type { ItemChange, SubmittedFile } from '../newsletter/submission.ts';
import { defineRule, noOptions, type Problem, type RuleContext } from './define-rule.ts';
import { findClosure } from './find-closure.ts';
import { getSubject } from './judge-items.ts';

export const closedSection = defineRule({
  id: 'closed-section',
  severity: 'error',
  summary: 'an item in a section that takes none from its author on the day the pull request was opened',
  options: noOptions,
  needs: ['permission'],
  takesOut: true,
  check: (context) =>
    context.submission.files
      .filter((file) => file.role !== 'template')
      .flatMap((file) => file.changes.flatMap((change) => checkChange(file, change, context))),
});

function checkChange(file: SubmittedFile, change: ItemChange, context: RuleContext): readonly Problem[] {
  if (change.kind === 'removed' || change.kind === 'changed') return [];
  const { item, section } = change.after;
  if (change.kind === 'moved' && change.before.section === section) return [];
  const closure = findClosure(section, context);
  if (closure === undefined) return [];
  const none = closure.for === 'everyone' ? 'no submissions' : 'no submissions by pull request';
  return [
    {
      path: file.path,
      place: item.place,
      message: `The section {0} takes ${none}: take this one out. ${escapeGaps(closure.instead)}`,
      quotes: [section],
      subject: getSubject(item),
    },
  ];
}
