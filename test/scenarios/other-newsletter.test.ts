// A list of links that grows in one file, which is no weekly newsletter at all: configured, not coded.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Scenario, startScenario } from '../support/start-scenario.ts';

const LIST = 'README.md';

const configuration = `
paths:
  drafts: [README.md]
  archive: []
  templates: []
sections:
  - { name: Libraries, region: links }
  - { name: Tools, region: links }
  - { name: Contributing, region: about }
grammars: { links: link }
closures:
  - { section: Tools, from: 2026-02-01, for: contributors, instead: Tools have a list of their own. }
bullet: '-'
prefixes: [talk]
rules:
  bare-repository: { severity: off }
  item-form: { options: { description: true } }
welcome: Thank you for your first link!
`;

function writeList(items: Readonly<Record<string, readonly string[]>> = {}): string {
  const libraries = ['- [Anchor](https://anchor.test/)', '- [Bollard](https://bollard.test/)'];
  return [
    '# Awesome harbours',
    '',
    '> Things that float.',
    '',
    '## Libraries',
    '',
    ...libraries,
    ...(items['Libraries'] ?? []),
    '',
    '## Tools',
    '',
    '- [Crane](https://crane.test/)',
    ...(items['Tools'] ?? []),
    '',
    '## Contributing',
    '',
    'Pull requests are welcome.',
    '',
  ].join('\n');
}

let scenario: Scenario;
beforeEach(async () => {
  const files = { '.github/copydesk.yml': configuration, [LIST]: writeList(), 'draft/notes.md': '# Notes\n' };
  scenario = await startScenario({ files });
});
afterEach(() => scenario.end());

test('a link as the list wants it gets a green check and silence', async () => {
  const number = await scenario.submit({
    files: {
      [LIST]: writeList({
        Libraries: [
          '- [Capstan](https://capstan.test/) - Turns. See [its manual](https://manual.test/).',
          '- [talk] [Docks](https://docks.test/)',
          '- [Derrick](https://github.com/ada/derrick) - Lifts.',
        ],
      }),
    },
  });
  expect(await scenario.read(number)).toMatchInlineSnapshot(`
   "✔ check: success, Nothing to correct
     | Thank you for your first link!
     |
     | Nothing to correct: thank you!
     |
     | ### What this pull request does
     |
     | In \`README.md\`:
     | - added \`Capstan\` in \`Libraries\`, line 9
     | - added \`Docks\` in \`Libraries\`, line 10
     | - added \`Derrick\` in \`Libraries\`, line 11
     |
     | The editors decide what is published."
  `);
});

test('slips are told in the list’s own terms', async () => {
  const number = await scenario.submit({
    files: {
      [LIST]: writeList({
        Libraries: ['[Capstan](https://capstan.test/?utm_source=mail)', '- [Bollard again](https://bollard.test)'],
        Tools: ['- [Derrick](https://derrick.test/)'],
      }),
    },
  });
  expect(await scenario.read(number)).toMatchInlineSnapshot(`
   "✔ check: failure, 4 errors
     | ### Findings
     |
     | - \`README.md\` line 9: **Error:** The bullet is missing, so this is no list item: start the line with \`- \`. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
     | - \`README.md\` line 9: **Error:** The link tells where its readers came from: take the tracking parameter \`utm_source\` out. ([tracking-parameters](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md))
     | - \`README.md\` line 10: **Error:** This link is here already, under \`Libraries\` (line 8): take this one out. ([duplicate-link](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/duplicate-link.md))
     | - \`README.md\` line 15: **Error:** The section \`Tools\` takes no submissions by pull request: take this one out. Tools have a list of their own. ([closed-section](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/closed-section.md))
     |
     | ### What this pull request does
     |
     | In \`README.md\`:
     | - added \`Capstan\` in \`Libraries\`, line 9
     | - added \`Bollard again\` in \`Libraries\`, line 10
     | - added \`Derrick\` in \`Tools\`, line 15
     |
     | The editors decide what is published.
     @ README.md:9 failure: The bullet is missing, so this is no list item: start the line with “- ”.
     @ README.md:9 failure: The link tells where its readers came from: take the tracking parameter “utm_source” out.
     @ README.md:10 failure: This link is here already, under “Libraries” (line 8): take this one out.
     @ README.md:15 failure: The section “Tools” takes no submissions by pull request: take this one out. Tools have a list of their own.

   copydesk[bot] reviews
     | 3 things to look at, 1 with a fix to accept.
     README.md 9
       | - **Error:** The bullet is missing, so this is no list item: start the line with \`- \`. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
       | - **Error:** The link tells where its readers came from: take the tracking parameter \`utm_source\` out. ([tracking-parameters](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md))
       |
       | \`\`\`suggestion
       | - [Capstan](https://capstan.test/)
       | \`\`\`
     README.md 10
       | **Error:** This link is here already, under \`Libraries\` (line 8): take this one out. ([duplicate-link](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/duplicate-link.md))
     README.md 15
       | **Error:** The section \`Tools\` takes no submissions by pull request: take this one out. Tools have a list of their own. ([closed-section](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/closed-section.md))

   copydesk[bot] comments
     | Thank you for your first link! Copydesk found **4 errors**. They are explained on their lines under *Files changed*.
     |
     | **Next:** Commit the suggestion, change the rest yourself and push. Copydesk reads every push and keeps this comment up to date. The editors decide what is published."
  `);
});

test('files that are drafts elsewhere are none here', async () => {
  const number = await scenario.submit({
    files: { 'draft/notes.md': '# Notes\n\n* [No](https://no.test/?utm_source=x)\n' },
  });
  expect(await scenario.outline(number)).toBe('✔ check: success, Nothing to review');
});
