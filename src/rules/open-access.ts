import { defineRule, type JudgedItem, noOptions, type Problem, type RuleContext } from './define-rule.ts';
import { findPage } from './find-page.ts';
import { getSubject, getWrittenLinks, judgeLinkItems } from './judge-items.ts';

export const openAccess = defineRule({
  id: 'open-access',
  severity: 'hint',
  summary: 'a page that says of itself that it is not free to read',
  options: noOptions,
  needs: ['pages'],
  check: (context) => judgeLinkItems(context, (judged) => checkItem(judged, context)),
});

function checkItem({ file, item }: JudgedItem, context: RuleContext): readonly Problem[] {
  const [link] = getWrittenLinks(item);
  if (link === undefined || findPage(context, link.url.text)?.content.isFree !== false) return [];
  return [
    {
      path: file.path,
      place: link.url.place,
      message:
        'The page says that it is for paying or registered readers: please confirm that everybody can read it, or link a free version.',
      subject: getSubject(item),
    },
  ];
}
