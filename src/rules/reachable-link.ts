import type { Unreachable } from '../pages/page-facts.ts';
import { defineRule, type JudgedItem, noOptions, type Problem, type RuleContext } from './define-rule.ts';
import { findFacts } from './find-page.ts';
import { getSubject, judgeItems } from './judge-items.ts';

export const reachableLink = defineRule({
  id: 'reachable-link',
  severity: 'warning',
  summary: 'a link behind which there is no page: not found, gone, no such host, or a wrong certificate',
  options: noOptions,
  needs: ['pages'],
  check: (context) => judgeItems(context, (judged) => checkItem(judged, context)),
});

const MESSAGES: Readonly<Record<Unreachable['reason'], string>> = {
  'not-found': 'There is no page behind {0} (its site answers 404): correct the address.',
  gone: 'The page behind {0} is gone (its site answers 410): link another one.',
  'no-such-host': 'There is no site of the name in {0}: correct the address.',
  certificate: 'Browsers warn of {0}, since the certificate of its site is wrong: link another page, or tell the site.',
};

function checkItem({ file, item }: JudgedItem, context: RuleContext): readonly Problem[] {
  return item.entry.links.flatMap(({ url }) => {
    const facts = findFacts(context, url.text);
    if (facts?.kind !== 'unreachable') return [];
    const message = MESSAGES[facts.reason];
    return [{ path: file.path, place: url.place, message, quotes: [url.text], subject: getSubject(item) }];
  });
}
