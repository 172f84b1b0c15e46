import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addItems, DRAFT, PUBLISHED, writeIssue } from '../support/sample-newsletter.ts';
import { REPOSITORY, type Scenario, startScenario } from '../support/start-scenario.ts';

let scenario: Scenario;
beforeEach(async () => {
  scenario = await startScenario();
});
afterEach(() => scenario.end());

const clean = addItems({ 'Observations/Thoughts': ['* [Claws and effect](https://claws.test/effect)'] });
const withSlips = addItems({
  'Observations/Thoughts': ['- [Claws and effect](https://claws.test/effect?utm_source=feed)'],
  'Rust Walkthroughs': ['* [Shells for beginners] (https://shells.test/beginners)'],
});

describe('a pull request is opened', () => {
  test('with slips: a check, one review with suggestions, one summary', async () => {
    const number = await scenario.submit({ files: withSlips });
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "✔ check: failure, 3 errors
       | ### Findings
       |
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 25: **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 25: **Error:** The link tells where its readers came from: take the tracking parameter \`utm_source\` out. ([tracking-parameters](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md))
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 29: **Error:** The space between “\\]” and “(” keeps this from being a link: take it out. ([link-syntax](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/link-syntax.md))
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
       @ draft/2026-03-04-this-week-in-ferris.md:29 failure: The space between “]” and “(” keeps this from being a link: take it out.

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
         | **Error:** The space between “\\]” and “(” keeps this from being a link: take it out. ([link-syntax](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/link-syntax.md))
         |
         | \`\`\`suggestion
         | * [Shells for beginners](https://shells.test/beginners)
         | \`\`\`

     copydesk[bot] comments
       | Thank you for your first submission! What the newsletter takes stands in its [guidelines](https://redirect.github.com/rust-lang/this-week-in-rust#readme); an article that was written by an LLM should say so itself. Copydesk found **3 errors**. They are explained on their lines under *Files changed*.
       |
       | **Next:** Commit the suggestions, or make the changes yourself and push. Copydesk reads every push and keeps this comment up to date. The editors decide what is published; issue 641 closes on 2026-03-04."
    `);
  });

  test('without a slip: a green check and silence', async () => {
    const number = await scenario.submit({ files: clean });
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "✔ check: success, Nothing to correct
       | Thank you for your first submission! What the newsletter takes stands in its [guidelines](https://github.com/rust-lang/this-week-in-rust#readme); an article that was written by an LLM should say so itself.
       |
       | Nothing to correct: thank you!
       |
       | ### What this pull request does
       |
       | In \`draft/2026-03-04-this-week-in-ferris.md\`:
       | - added \`Claws and effect\` in \`Observations/Thoughts\`, line 25
       |
       | The editors decide what is published; issue 641 closes on 2026-03-04."
    `);
  });

  test('outside the newsletter: the check says that there is nothing to review', async () => {
    const number = await scenario.submit({ files: { 'README.md': '# This Week in Ferris, now with a logo\n' } });
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "✔ check: success, Nothing to review
       | This pull request changes no file of the newsletter."
    `);
  });

  test('as a draft: nothing until it is ready for review', async () => {
    const number = await scenario.submit({ files: withSlips, isDraft: true });
    expect(await scenario.read(number)).toBe('');
    await scenario.sandbox.people.markReady({ repo: REPOSITORY, number, by: 'ada' });
    await scenario.settle();
    expect(await scenario.outline(number)).toMatchInlineSnapshot(`
     "✔ check: failure, 3 errors
       @ draft/2026-03-04-this-week-in-ferris.md:25 failure: The bullet is “-”: start the line with “* ”, as the other items do.
       @ draft/2026-03-04-this-week-in-ferris.md:25 failure: The link tells where its readers came from: take the tracking parameter “utm_source” out.
       @ draft/2026-03-04-this-week-in-ferris.md:29 failure: The space between “]” and “(” keeps this from being a link: take it out.
     — ready
     copydesk[bot] reviews
       draft/2026-03-04-this-week-in-ferris.md 25
       draft/2026-03-04-this-week-in-ferris.md 29
     copydesk[bot] comments"
    `);
  });

  test('in an issue that is published: it says where the open one is', async () => {
    const items = {
      Official: ['* [Ferris in February](https://blog.ferris.test/feb)'],
      Miscellaneous: ['* [Late](https://late.test/)'],
    };
    const number = await scenario.submit({ files: { [PUBLISHED]: writeIssue('2026-02-25', 640, items) } });
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "✔ check: failure, 1 error
       | ### Findings
       |
       | - \`content/2026-02-25-this-week-in-ferris.md\` line 28: **Error:** This issue is published already, and new items go into the open draft: add the line to \`draft/2026-03-04-this-week-in-ferris.md\`, below line 29. ([right-file](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/right-file.md))
       |
       | ### What this pull request does
       |
       | In \`content/2026-02-25-this-week-in-ferris.md\`:
       | - added \`Late\` in \`Miscellaneous\`, line 28
       |
       | The editors decide what is published.
       @ content/2026-02-25-this-week-in-ferris.md:28 failure: This issue is published already, and new items go into the open draft: add the line to “draft/2026-03-04-this-week-in-ferris.md”, below line 29.

     copydesk[bot] reviews
       | One thing to look at.
       content/2026-02-25-this-week-in-ferris.md 28
         | **Error:** This issue is published already, and new items go into the open draft: add the line to \`draft/2026-03-04-this-week-in-ferris.md\`, below line 29. ([right-file](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/right-file.md))

     copydesk[bot] comments
       | Thank you for your first submission! What the newsletter takes stands in its [guidelines](https://redirect.github.com/rust-lang/this-week-in-rust#readme); an article that was written by an LLM should say so itself. Copydesk found **1 error**. It is explained on its line under *Files changed*.
       |
       | **Next:** Make the change and push. Copydesk reads every push and keeps this comment up to date. The editors decide what is published."
    `);
  });

  test('by somebody with write access: what is closed to others is open', async () => {
    const late = await startScenario({ start: '2026-09-01T09:00:00Z' });
    await late.sandbox.people.setRole({ repo: REPOSITORY, login: 'editor', role: 'write' });
    const files = addItems({ 'Project/Tooling Updates': ['* [Pincer 2](https://pincer.test/2)'] });
    const fromEditor = await late.submit({ by: 'editor', files });
    const other = addItems({ 'Project/Tooling Updates': ['* [Pincer 3](https://pincer.test/3)'] });
    const fromAda = await late.submit({ by: 'ada', files: other });
    expect([await late.outline(fromEditor), await late.outline(fromAda)]).toMatchInlineSnapshot(`
     [
       "✔ check: success, Nothing to correct",
       "✔ check: failure, 1 error
       @ draft/2026-03-04-this-week-in-ferris.md:22 failure: The section “Project/Tooling Updates” takes no submissions by pull request: take this one out. Post the link on r/rust instead, by that community’s rules: the editors look for links there.
     copydesk[bot] reviews
       draft/2026-03-04-this-week-in-ferris.md 22
     copydesk[bot] comments",
     ]
    `);
    await late.end();
  });

  test('and closed before the bot looks: nothing', async () => {
    scenario.sandbox.faults.addWebhookFault({ on: 'pull_request', times: 1, fault: { kind: 'reorder' } });
    const { people } = scenario.sandbox;
    await people.fork({ repo: REPOSITORY, by: 'bo' });
    await people.push({ repo: 'bo/news', by: 'bo', branch: 'late', files: { [DRAFT]: withSlips } });
    const { number } = await people.openPullRequest({ repo: REPOSITORY, by: 'bo', head: 'bo:late', title: 'Late' });
    await people.closePullRequest({ repo: REPOSITORY, number, by: 'bo' });
    await scenario.settle();
    expect(await scenario.read(number)).toBe('— closed');
  });
});

describe('what a review costs', () => {
  test('a first review takes six requests besides those that read the archive once, a repeat three at most and writes nothing', async () => {
    const number = await scenario.submit({ files: withSlips });
    expect(scenario.takeRequests()).toMatchInlineSnapshot(`
     [
       "GET /repos/{owner}/{repo}/pulls/{pull_number}/files",
       "graphql query ReadPullRequest",
       "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
       "graphql query ReadFolders",
       "graphql query ReadBlobs",
       "POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews",
       "graphql mutation addComment",
       "POST /repos/{owner}/{repo}/check-runs",
     ]
    `);
    const before = await scenario.read(number);
    await scenario.redeliver('pull_request');
    expect(scenario.takeRequests()).toMatchInlineSnapshot(`
     [
       "graphql query ReadPullRequest",
     ]
    `);
    expect(await scenario.read(number)).toBe(before);
  });

  test('a pull request outside the newsletter takes less', async () => {
    await scenario.submit({ files: { 'README.md': '# Another title\n' } });
    expect(scenario.takeRequests()).toMatchInlineSnapshot(`
     [
       "GET /repos/{owner}/{repo}/pulls/{pull_number}/files",
       "graphql query ReadPullRequest",
       "POST /repos/{owner}/{repo}/check-runs",
     ]
    `);
  });
});
