import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addItems } from '../support/sample-newsletter.ts';
import { type Scenario, startScenario } from '../support/start-scenario.ts';

let scenario: Scenario;
beforeEach(async () => {
  scenario = await startScenario();
});
afterEach(() => scenario.end());

describe('a pull request is opened', () => {
  test('with slips: a check, one review with suggestions, one summary', async () => {
    const number = await scenario.submit({
      files: addItems({
        'Observations/Thoughts': ['- [Claws and effect](https://claws.test/effect?utm_source=feed)'],
        'Rust Walkthroughs': ['* [Shells for beginners] (https://shells.test/beginners)'],
      }),
    });
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "✔ check: failure, 3 errors
       | ### Findings
       |
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 25: **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 25: **Error:** The link tells where its readers came from: take the tracking parameter \`utm_source\` out. ([tracking-parameters](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md))
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 29: **Error:** A blank between “\\]” and “(” keeps this from being a link: take it out. ([link-syntax](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/link-syntax.md))
       |
       | ### What this pull request does
       |
       | In \`draft/2026-03-04-this-week-in-ferris.md\`:
       | - added \`Claws and effect\` in \`Observations/Thoughts\`, line 25
       | - added \`Shells for beginners\` in \`Rust Walkthroughs\`, line 29
       |
       | The editors decide what is published; issue 641 closes on 2026-03-04.
       @ draft/2026-03-04-this-week-in-ferris.md:25 failure: The bullet is “-”: start the line with “* ”, as the other items do.
       @ draft/2026-03-04-this-week-in-ferris.md:25 failure: The link tells where its readers came from: take the tracking parameter “utm_source” out.
       @ draft/2026-03-04-this-week-in-ferris.md:29 failure: A blank between “]” and “(” keeps this from being a link: take it out.

     copydesk[bot] comments
       | Thank you for the submission! Copydesk found **3 errors**. They are explained on the lines under *Files changed*.
       |
       | **Next:** Accept the suggestions, or correct the errors and push. Copydesk reads every push and keeps this comment up to date. The editors decide what is published; issue 641 closes on 2026-03-04.

     copydesk[bot] reviews
       | 2 things to look at, each with a fix to accept. **Add suggestion to batch**, under *Files changed*, takes several fixes in one commit.
       draft/2026-03-04-this-week-in-ferris.md 25
         | - **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
         | - **Error:** The link tells where its readers came from: take the tracking parameter \`utm_source\` out. ([tracking-parameters](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md))
         |
         | \`\`\`suggestion
         | * [Claws and effect](https://claws.test/effect)
         | \`\`\`
       draft/2026-03-04-this-week-in-ferris.md 29
         | **Error:** A blank between “\\]” and “(” keeps this from being a link: take it out. ([link-syntax](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/link-syntax.md))
         |
         | \`\`\`suggestion
         | * [Shells for beginners](https://shells.test/beginners)
         | \`\`\`"
    `);
  });
});
