import { expect, test } from '@jest/globals';
import type { IssueFacts } from '../../src/pages/page-facts.ts';
import { cfpProjectReady } from '../../src/rules/cfp-project-ready.ts';
import { reviewPage } from './review-page.ts';

const url = 'https://github.com/ada/moon/issues/7';
const repository: IssueFacts['repository'] = {
  isArchived: false,
  licence: 'Apache-2.0',
  hasContributionGuide: true,
};
const ready: IssueFacts = { isOpen: true, title: 'Speak', labels: ['E-easy'], repository };

function review(issue: IssueFacts | undefined): string {
  const issues = issue === undefined ? {} : { [url]: issue };
  return reviewPage(`* [Moon - Speak](${url})`, [], [cfpProjectReady], { section: 'CFP - Projects', issues });
}

test.each<[string, Partial<Omit<IssueFacts, 'repository'>>, Partial<IssueFacts['repository']>]>([
  ['The issue is closed: link an open one, or take the call out.', { isOpen: false }, { licence: undefined }],
  ['The repository of the issue is archived: nobody can contribute to it.', {}, { isArchived: true }],
  ['The project has no licence that GitHub can find: add an open source licence.', {}, { licence: undefined }],
  [
    'The licence of the project is not approved by the Open Source Initiative: the newsletter asks for one that is.',
    {},
    { licence: 'CC-BY-NC-4.0' },
  ],
  [
    'Neither a label nor the title of the issue says how hard it is: add such a label for newcomers.',
    { labels: ['bug'] },
    {},
  ],
  [
    'The project has no contribution guide (CONTRIBUTING.md): add one, so that newcomers know how to begin.',
    {},
    { hasContributionGuide: false },
  ],
])('%s', (message, issue, repo) => {
  expect(review({ ...ready, ...issue, repository: { ...repository, ...repo } })).toBe(
    `hint cfp-project-ready: ${message}`,
  );
});

test.each<[string, IssueFacts | undefined]>([
  ['what is ready', ready],
  ['a difficulty in the title', { ...ready, labels: [], title: 'Speak (medium)' }],
  ['a licence that GitHub does not recognise', { ...ready, repository: { ...repository, licence: 'NOASSERTION' } }],
  ['an issue that GitHub does not show', undefined],
])('%s: nothing to say', (_case, issue) => {
  expect(review(issue)).toBe('nothing to say');
});
