import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { addItems, DRAFT, NEXT_DRAFT, writeIssue } from '../support/sample-newsletter.ts';
import { REPOSITORY, type Scenario, startScenario } from '../support/start-scenario.ts';

const ARCHIVED = 'content/2026-03-04-this-week-in-ferris.md';

/** What the template left, an old slip of a contributor, and a section that two editors added. */
const leftovers = `${addItems({ 'Rust Walkthroughs': ['* [Why Vec<T> grows](https://crabs.test/vec)'] })}
This week's crate is [claw](https://crabs.test/claw).

## Jobs

See the [thread](INSERT_LINK_HERE).

### Observations/Thoughts
`;

let scenario: Scenario;
beforeEach(async () => {
  scenario = await startScenario();
});
afterEach(() => scenario.end());

/** An editor moves the draft, from a branch of the newsletter itself. */
async function moveToArchive(text: string, others: Readonly<Record<string, string>> = {}): Promise<string> {
  const { people } = scenario.sandbox;
  const files = { [DRAFT]: null, [ARCHIVED]: text, ...others };
  await people.push({ repo: REPOSITORY, by: 'ferris', branch: 'publish', files });
  const pull = { repo: REPOSITORY, by: 'ferris', head: 'ferris:publish', title: 'Publish 641', isDraft: false };
  const { number } = await people.openPullRequest(pull);
  await scenario.settle();
  return scenario.read(number);
}

test('a draft that moves to the archive is judged whole, though the pull request changes not a line of it', async () => {
  await scenario.publish({ [DRAFT]: leftovers });
  expect(await moveToArchive(leftovers)).toMatchInlineSnapshot(`
   "✔ check: failure, 3 errors
     | ### Findings
     |
     | - \`content/2026-03-04-this-week-in-ferris.md\` line 28: **Error:** \`<T>\` would be taken for an HTML tag and not be shown: put the code it belongs to between backticks. ([raw-html](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/raw-html.md))
     | - \`content/2026-03-04-this-week-in-ferris.md\` line 40: **Error:** The template’s placeholder \`INSERT_LINK_HERE\` is still there: put in what it stands for. ([placeholder-left](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/placeholder-left.md))
     | - \`content/2026-03-04-this-week-in-ferris.md\` line 42: **Error:** The heading \`Observations/Thoughts\` is there already (line 23): put what is below this one there, and take this one out. ([duplicate-heading](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/duplicate-heading.md))
     |
     | ### What this pull request does
     |
     | In \`content/2026-03-04-this-week-in-ferris.md\` (renamed from \`draft/2026-03-04-this-week-in-ferris.md\`):
     | - no item changes
     |
     | The editors decide what is published.
     @ content/2026-03-04-this-week-in-ferris.md:28 failure: “<T>” would be taken for an HTML tag and not be shown: put the code it belongs to between backticks.
     @ content/2026-03-04-this-week-in-ferris.md:40 failure: The template’s placeholder “INSERT_LINK_HERE” is still there: put in what it stands for.
     @ content/2026-03-04-this-week-in-ferris.md:42 failure: The heading “Observations/Thoughts” is there already (line 23): put what is below this one there, and take this one out.

   copydesk[bot] comments
     | Thank you for the submission! Copydesk found **3 errors**:
     |
     | - \`content/2026-03-04-this-week-in-ferris.md\` line 28: **Error:** \`<T>\` would be taken for an HTML tag and not be shown: put the code it belongs to between backticks. ([raw-html](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/raw-html.md))
     | - \`content/2026-03-04-this-week-in-ferris.md\` line 40: **Error:** The template’s placeholder \`INSERT_LINK_HERE\` is still there: put in what it stands for. ([placeholder-left](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/placeholder-left.md))
     | - \`content/2026-03-04-this-week-in-ferris.md\` line 42: **Error:** The heading \`Observations/Thoughts\` is there already (line 23): put what is below this one there, and take this one out. ([duplicate-heading](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/duplicate-heading.md))
     |
     | **Next:** Make the changes and push. Copydesk reads every push and keeps this comment up to date. The editors decide what is published."
  `);
});

test('what is mended on the way is not spoken of, and the next draft may have its gaps', async () => {
  await scenario.publish({ [DRAFT]: leftovers });
  const mended = leftovers
    .replace('Vec<T>', '`Vec<T>`')
    .replace('INSERT_LINK_HERE', 'https://crabs.test/jobs')
    .replace(/\n### Observations\/Thoughts\n$/, '');
  const next = `${writeIssue('2026-03-11', 642)}\n## Jobs\n\n[Jobs](INSERT_LINK_HERE)\n`;
  expect(await moveToArchive(mended, { [NEXT_DRAFT]: next })).toMatchInlineSnapshot(`
   "✔ check: success, Nothing to correct
     | Nothing to correct: thank you!
     |
     | ### What this pull request does
     |
     | In \`content/2026-03-04-this-week-in-ferris.md\` (renamed from \`draft/2026-03-04-this-week-in-ferris.md\`):
     | - changed \`\`Why \`Vec<T>\` grows\`\` in \`Rust Walkthroughs\`, line 28
     | - changed text outside items, line 40
     | In \`draft/2026-03-11-this-week-in-ferris.md\` (new):
     | - added text outside items, lines 1 to 34
     |
     | The editors decide what is published."
  `);
});
