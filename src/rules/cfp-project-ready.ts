import spdx from 'spdx-license-list';
import { z } from 'zod';
import type { IssueFacts } from '../pages/page-facts.ts';
import { defineRule, type JudgedItem, type Problem, type RuleContext } from './define-rule.ts';
import { isCall } from './judge-calls.ts';
import { getSubject, getWrittenLinks, judgeItems } from './judge-items.ts';

const options = z.strictObject({
  difficulties: z
    .array(z.string())
    .default([
      'easy',
      'medium',
      'hard',
      'beginner',
      'intermediate',
      'advanced',
      'difficulty',
      'effort',
      'good first issue',
    ])
    .describe('words of which a label or the title of an issue holds one where it says how hard it is'),
});

type Options = z.infer<typeof options>;

export const cfpProjectReady = defineRule({
  id: 'cfp-project-ready',
  severity: 'hint',
  summary: 'a call for participation whose issue is closed, or whose project is not ready for newcomers',
  options,
  needs: ['pages'],
  check: (context, given) => judgeItems(context, (judged) => checkItem(judged, context, given)),
});

function checkItem({ file, item, region }: JudgedItem, context: RuleContext, given: Options): readonly Problem[] {
  if (context.config.grammars[region] !== 'cfp-project' || !isCall(item)) return [];
  const [link] = getWrittenLinks(item);
  const issue = link && context.pages?.issues.get(link.url.text);
  if (link === undefined || issue === undefined) return [];
  return listLacks(issue, given).map((message) => ({
    path: file.path,
    place: link.url.place,
    message,
    subject: getSubject(item),
  }));
}

function listLacks({ isOpen, title, labels, repository }: IssueFacts, { difficulties }: Options): readonly string[] {
  if (!isOpen) return ['The issue is closed: link an open one, or take the call out.'];
  if (repository.isArchived) return ['The repository of the issue is archived: nobody can contribute to it.'];
  const texts = [title, ...labels].map((text) => text.toLowerCase());
  const isRated = difficulties.some((word) => texts.some((text) => text.includes(word)));
  return [
    ...judgeLicence(repository.licence),
    ...(isRated
      ? []
      : ['Neither a label nor the title of the issue says how hard it is: add such a label for newcomers.']),
    ...(repository.hasContributionGuide
      ? []
      : ['The project has no contribution guide (CONTRIBUTING.md): add one, so that newcomers know how to begin.']),
  ];
}

/** Of a licence that GitHub does not recognise nobody can tell. */
function judgeLicence(licence: string | undefined): readonly string[] {
  if (licence === undefined) return ['The project has no licence that GitHub can find: add an open source licence.'];
  return spdx[licence]?.osiApproved === false
    ? ['The licence of the project is not approved by the Open Source Initiative: the newsletter asks for one that is.']
    : [];
}
