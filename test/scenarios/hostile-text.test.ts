import { afterEach, describe, expect, test } from '@jest/globals';
import { createParser } from '../../src/adapters/parser/create-parser.ts';
import { addItems, DRAFT } from '../support/sample-newsletter.ts';
import { type Scenario, startScenario } from '../support/start-scenario.ts';

let scenario: Scenario;
afterEach(() => scenario.end());

/** Whom the bot's words notified, and what they linked themselves to. */
const getBacklash = () =>
  scenario.sandbox.notifications
    .filter(({ by }) => by === 'copydesk[bot]')
    .map(({ kind, target }) => `${kind} ${target}`);

describe('text that wants to be more than text', () => {
  test('mentions, links, HTML and backticks in titles and items stay inert', async () => {
    scenario = await startScenario();
    const number = await scenario.submit({
      title: '@rust-lang/core ``` <img src=x onerror=alert(1)> fixes #1',
      files: addItems({
        'Observations/Thoughts': [
          '- [@ferris and #1 `<img src=x>` ```](https://x.test/?utm_source=@ferris)',
          '- [</details><h1>Hi</h1> <!-- --> ![i](https://x.test/i.png)](https://github.com/rust-lang/rust/pull/1?utm_x=1)',
        ],
      }),
    });
    expect(getBacklash()).toEqual([]);
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "✔ check: failure, 6 errors
       | ### Findings
       |
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 25: **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 25: **Error:** The backticks before \`](https://x.test/?utm_source=@ferris)\` have no partner: put as many on the other side of the code, or take these out. ([code-spans](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/code-spans.md))
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 25: **Error:** The link tells where its readers came from: take the tracking parameter \`utm_source\` out. ([tracking-parameters](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md))
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 26: **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 26: **Error:** \`</details>\` would be taken for an HTML tag and not be shown: put the code it belongs to between backticks. ([raw-html](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/raw-html.md))
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 26: **Error:** The link tells where its readers came from: take the tracking parameter \`utm_x\` out. ([tracking-parameters](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md))
       |
       | ### What this pull request does
       |
       | In \`draft/2026-03-04-this-week-in-ferris.md\`:
       | - added \`\`\`\` @ferris and #1 \`<img src=x>\` \`\`\` \`\`\`\` in \`Observations/Thoughts\`, line 25
       | - added \`</details><h1>Hi</h1> <!-- --> ![i](https://x.test/i.png)\` in \`Observations/Thoughts\`, line 26
       |
       | The editors decide what is published; issue 641 closes on 2026-03-04.
       @ draft/2026-03-04-this-week-in-ferris.md:25 failure: The bullet is “-”: start the line with “* ”, as the other items do.
       @ draft/2026-03-04-this-week-in-ferris.md:25 failure: The backticks before “](https:​//x.test/?utm_source=@​ferris)” have no partner: put as many on the other side of the code, or take these out.
       @ draft/2026-03-04-this-week-in-ferris.md:25 failure: The link tells where its readers came from: take the tracking parameter “utm_source” out.
       @ draft/2026-03-04-this-week-in-ferris.md:26 failure: The bullet is “-”: start the line with “* ”, as the other items do.
       @ draft/2026-03-04-this-week-in-ferris.md:26 failure: “</details>” would be taken for an HTML tag and not be shown: put the code it belongs to between backticks.
       @ draft/2026-03-04-this-week-in-ferris.md:26 failure: The link tells where its readers came from: take the tracking parameter “utm_x” out.

     copydesk[bot] reviews
       | 2 things to look at, each with a fix to accept. **Add suggestion to batch**, under *Files changed*, takes several fixes in one commit.
       draft/2026-03-04-this-week-in-ferris.md 25
         | - **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
         | - **Error:** The backticks before \`](https://x.test/?utm_source=@ferris)\` have no partner: put as many on the other side of the code, or take these out. ([code-spans](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/code-spans.md))
         | - **Error:** The link tells where its readers came from: take the tracking parameter \`utm_source\` out. ([tracking-parameters](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md))
         |
         | \`\`\`\`suggestion
         | * [@ferris and #1 \`<img src=x>\` \`\`\`](https://x.test/)
         | \`\`\`\`
       draft/2026-03-04-this-week-in-ferris.md 26
         | - **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
         | - **Error:** \`</details>\` would be taken for an HTML tag and not be shown: put the code it belongs to between backticks. ([raw-html](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/raw-html.md))
         | - **Error:** The link tells where its readers came from: take the tracking parameter \`utm_x\` out. ([tracking-parameters](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md))
         |
         | \`\`\`suggestion
         | * [</details><h1>Hi</h1> <!-- --> ![i](https://x.test/i.png)](https://github.com/rust-lang/rust/pull/1)
         | \`\`\`

     copydesk[bot] comments
       | Thank you for your first submission! What the newsletter takes stands in its [guidelines](https://redirect.github.com/rust-lang/this-week-in-rust#readme); an article that was written by an LLM should say so itself. Copydesk found **6 errors**. They are explained on their lines under *Files changed*.
       |
       | **Next:** Commit the suggestions, change the rest yourself and push. Copydesk reads every push and keeps this comment up to date. The editors decide what is published; issue 641 closes on 2026-03-04."
    `);
  });

  test('so they do in the names of files and sections', async () => {
    scenario = await startScenario();
    const name = 'draft/`@ferris` #1 <b>.md';
    const files = { [name]: '### @ferris `x` <b>#1</b>\n- [A title](https://x.test/?utm_source=a)\n' };
    const number = await scenario.submit({ files });
    expect(getBacklash()).toEqual([]);
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "✔ check: failure, 2 errors
       | ### Findings
       |
       | - \`\`draft/\`@ferris\` #1 <b>.md\`\` line 2: **Error:** This draft is not open yet, and new items go into the open draft: add the line to \`draft/2026-03-04-this-week-in-ferris.md\`, in the section \`@ferris x <b>#1</b>\`. ([right-file](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/right-file.md))
       | - \`\`draft/\`@ferris\` #1 <b>.md\`\` line 2: **Error:** The link tells where its readers came from: take the tracking parameter \`utm_source\` out. ([tracking-parameters](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md))
       |
       | ### What this pull request does
       |
       | In \`\`draft/\`@ferris\` #1 <b>.md\`\` (new):
       | - added \`A title\` in \`@ferris x <b>#1</b>\`, line 2
       | - added text outside items, line 1
       |
       | The editors decide what is published.
       @ draft/\`@ferris\` #1 <b>.md:2 failure: This draft is not open yet, and new items go into the open draft: add the line to “draft/2026-03-04-this-week-in-ferris.md”, in the section “@​ferris x <b>#​1</b>”.
       @ draft/\`@ferris\` #1 <b>.md:2 failure: The link tells where its readers came from: take the tracking parameter “utm_source” out.

     copydesk[bot] reviews
       | One thing to look at, with a fix to accept.
       draft/\`@ferris\` #1 <b>.md 2
         | - **Error:** This draft is not open yet, and new items go into the open draft: add the line to \`draft/2026-03-04-this-week-in-ferris.md\`, in the section \`@ferris x <b>#1</b>\`. ([right-file](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/right-file.md))
         | - **Error:** The link tells where its readers came from: take the tracking parameter \`utm_source\` out. ([tracking-parameters](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md))
         |
         | \`\`\`suggestion
         | - [A title](https://x.test/)
         | \`\`\`

     copydesk[bot] comments
       | Thank you for your first submission! What the newsletter takes stands in its [guidelines](https://redirect.github.com/rust-lang/this-week-in-rust#readme); an article that was written by an LLM should say so itself. Copydesk found **2 errors**. They are explained on their lines under *Files changed*.
       |
       | **Next:** Commit the suggestion, change the rest yourself and push. Copydesk reads every push and keeps this comment up to date. The editors decide what is published."
    `);
  });

  test.each([
    ['a line of bullets that takes a parser minutes', '- '.repeat(20_000)],
    ['a line of half links', ']('.repeat(49_000)],
    ['nested quotes', '>'.repeat(30_000)],
  ])('%s is said to be unreadable, and nothing hangs', async (_, line) => {
    scenario = await startScenario({ parser: createParser({ deadlineMilliseconds: 5000 }) });
    const number = await scenario.submit({ files: `${addItems({})}${line}\n` });
    const outline = await scenario.outline(number);
    expect(outline).toMatch(/^✔ check: \w+, 1 (error|warning|hint)/);
    expect(outline).toContain(DRAFT);
  });

  test('a file of two megabytes gets a check that says so', async () => {
    scenario = await startScenario();
    const number = await scenario.submit({ files: `${addItems({})}${'A line of prose.\n'.repeat(125_000)}` });
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "✔ check: neutral, 1 warning
       | ### Findings
       |
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 1: **Warning:** The file has more than 250,000 characters or 5,000 lines and was not checked: send only the issue’s own text. ([readable-file](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/readable-file.md))
       |
       | The editors decide what is published.
       @ draft/2026-03-04-this-week-in-ferris.md:1 warning: The file has more than 250,000 characters or 5,000 lines and was not checked: send only the issue’s own text.

     copydesk[bot] comments
       | Thank you for your first submission! What the newsletter takes stands in its [guidelines](https://redirect.github.com/rust-lang/this-week-in-rust#readme); an article that was written by an LLM should say so itself. Copydesk found **1 warning**:
       |
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 1: **Warning:** The file has more than 250,000 characters or 5,000 lines and was not checked: send only the issue’s own text. ([readable-file](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/readable-file.md))
       |
       | **Next:** Make the change and push. Editors nearly always change or refuse what a warning names. Copydesk reads every push and keeps this comment up to date. The editors decide what is published."
    `);
  });

  test('a binary file is no draft', async () => {
    scenario = await startScenario();
    const number = await scenario.submit({ files: `Title: \0\0\0\n${addItems({})}` });
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "✔ check: neutral, 1 warning
       | ### Findings
       |
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 1: **Warning:** The file is no text, so it was not checked: save it as plain UTF-8 text. ([readable-file](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/readable-file.md))
       |
       | The editors decide what is published.
       @ draft/2026-03-04-this-week-in-ferris.md:1 warning: The file is no text, so it was not checked: save it as plain UTF-8 text.

     copydesk[bot] comments
       | Thank you for your first submission! What the newsletter takes stands in its [guidelines](https://redirect.github.com/rust-lang/this-week-in-rust#readme); an article that was written by an LLM should say so itself. Copydesk found **1 warning**:
       |
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 1: **Warning:** The file is no text, so it was not checked: save it as plain UTF-8 text. ([readable-file](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/readable-file.md))
       |
       | **Next:** Make the change and push. Editors nearly always change or refuse what a warning names. Copydesk reads every push and keeps this comment up to date. The editors decide what is published."
    `);
  });
});

describe('very many findings', () => {
  const write = (count: number) =>
    addItems({
      'Observations/Thoughts': Array.from({ length: count }, (_, at) => `- [Claw ${at}](https://claws.test/${at})`),
    });

  test('forty: thirty on their lines, the rest in the summary, all in the check', async () => {
    scenario = await startScenario();
    const number = await scenario.submit({ files: write(40) });
    const outline = await scenario.outline(number);
    expect(outline.match(/^ {2}@/gm)).toHaveLength(40);
    expect(outline.match(/^ {2}draft/gm)).toHaveLength(30);
    const summary = (await scenario.read(number)).split('comments\n')[1];
    expect(summary).toMatchInlineSnapshot(`
     "  | Thank you for your first submission! What the newsletter takes stands in its [guidelines](https://redirect.github.com/rust-lang/this-week-in-rust#readme); an article that was written by an LLM should say so itself. Copydesk found **40 errors**. 30 are explained on their lines under *Files changed*; the rest:
       |
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 55: **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
       |   Corrected: \`* [Claw 30](https://claws.test/30)\`
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 56: **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
       |   Corrected: \`* [Claw 31](https://claws.test/31)\`
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 57: **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
       |   Corrected: \`* [Claw 32](https://claws.test/32)\`
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 58: **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
       |   Corrected: \`* [Claw 33](https://claws.test/33)\`
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 59: **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
       |   Corrected: \`* [Claw 34](https://claws.test/34)\`
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 60: **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
       |   Corrected: \`* [Claw 35](https://claws.test/35)\`
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 61: **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
       |   Corrected: \`* [Claw 36](https://claws.test/36)\`
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 62: **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
       |   Corrected: \`* [Claw 37](https://claws.test/37)\`
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 63: **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
       |   Corrected: \`* [Claw 38](https://claws.test/38)\`
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 64: **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
       |   Corrected: \`* [Claw 39](https://claws.test/39)\`
       |
       | **Next:** Commit the suggestions, change the rest yourself and push. Copydesk reads every push and keeps this comment up to date. The editors decide what is published; issue 641 closes on 2026-03-04."
    `);
  });

  test('more annotations than GitHub takes at once are added one request after the other', async () => {
    scenario = await startScenario();
    const number = await scenario.submit({ files: write(120) });
    expect((await scenario.outline(number)).match(/^ {2}@/gm)).toHaveLength(120);
    expect(scenario.takeRequests().filter((operation) => operation.includes('check-runs'))).toEqual([
      'POST /repos/{owner}/{repo}/check-runs',
      'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
      'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
    ]);
    await scenario.redeliver('pull_request');
    expect(scenario.takeRequests()).toEqual(['graphql query ReadPullRequest']);
  });
});
