import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addItems, DRAFT } from '../support/sample-newsletter.ts';
import { REPOSITORY, type Scenario, startScenario } from '../support/start-scenario.ts';

let scenario: Scenario;
beforeEach(async () => {
  scenario = await startScenario();
});
afterEach(() => scenario.end());

const clean = '* [Claws and effect](https://claws.test/effect)';
const slip = '* [Claws and effect](https://claws.test/effect?utm_source=feed)';
const otherSlip = '- [Shells for beginners](https://shells.test/beginners)';
const write = (...items: readonly string[]) => addItems({ 'Observations/Thoughts': items });

describe('a pull request is pushed to', () => {
  test('with what was suggested: all clear, and the threads are put away', async () => {
    const number = await scenario.submit({ files: write(slip, otherSlip) });
    await scenario.sandbox.people.applySuggestions({ repo: REPOSITORY, number, by: 'ada' });
    await scenario.settle();
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
       | - added \`Shells for beginners\` in \`Observations/Thoughts\`, line 26
       |
       | The editors decide what is published; issue 641 closes on 2026-03-04.

     copydesk[bot] reviews
       | 2 things to look at, each with a fix to accept. **Add suggestion to batch**, under *Files changed*, takes several fixes in one commit.
       draft/2026-03-04-this-week-in-ferris.md 25 (outdated, hidden)
         | **Error:** The link tells where its readers came from: take the tracking parameter \`utm_source\` out. ([tracking-parameters](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md))
         |
         | \`\`\`suggestion
         | * [Claws and effect](https://claws.test/effect)
         | \`\`\`
       draft/2026-03-04-this-week-in-ferris.md 26 (outdated, hidden)
         | **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
         |
         | \`\`\`suggestion
         | * [Shells for beginners](https://shells.test/beginners)
         | \`\`\`

     copydesk[bot] comments (edited)
       | **All clear.** Nothing is left to correct: thank you! The editors decide what is published; issue 641 closes on 2026-03-04.

     — ada pushes"
    `);
  });

  test('with a new slip: only that is new', async () => {
    const number = await scenario.submit({ files: write(slip) });
    await scenario.push(number, write(slip, otherSlip));
    expect(await scenario.outline(number)).toMatchInlineSnapshot(`
     "✔ check: failure, 2 errors
       @ draft/2026-03-04-this-week-in-ferris.md:25 failure: The link tells where its readers came from: take the tracking parameter “utm_source” out.
       @ draft/2026-03-04-this-week-in-ferris.md:26 failure: The bullet is “-”: start the line with “* ”, as the other items do.
     copydesk[bot] reviews
       draft/2026-03-04-this-week-in-ferris.md 25
     copydesk[bot] comments (edited)
     — ada pushes
     copydesk[bot] reviews
       draft/2026-03-04-this-week-in-ferris.md 26"
    `);
  });

  test('with nothing that matters: nothing is said twice', async () => {
    const number = await scenario.submit({ files: write(slip) });
    const summary = (await scenario.read(number)).split('copydesk[bot] comments')[1];
    await scenario.push(number, `${write(slip)}\n`);
    const outline = await scenario.outline(number);
    expect(outline.match(/copydesk\[bot\] (reviews|comments)/g)).toEqual([
      'copydesk[bot] reviews',
      'copydesk[bot] comments',
    ]);
    expect((await scenario.read(number)).split('copydesk[bot] comments')[1]).toContain(summary?.trim() ?? 'a summary');
  });

  test('where somebody answered in a thread: the thread stays, though its slip is mended', async () => {
    const number = await scenario.submit({ files: write(slip, otherSlip) });
    const { repositories } = await scenario.sandbox.state();
    const [first] = repositories.flatMap(({ pulls }) => pulls).flatMap(({ threads }) => threads);
    await scenario.sandbox.people.reply({
      repo: REPOSITORY,
      number,
      by: 'ada',
      thread: first?.id ?? 0,
      body: 'Is that really tracking?',
    });
    await scenario.push(number, write(clean, '* [Shells for beginners](https://shells.test/beginners)'));
    expect(await scenario.outline(number)).toMatchInlineSnapshot(`
     "✔ check: success, Nothing to correct
     copydesk[bot] reviews
       draft/2026-03-04-this-week-in-ferris.md 25 (outdated)
         ada answers
       draft/2026-03-04-this-week-in-ferris.md 26 (outdated, hidden)
     copydesk[bot] comments (edited)
     ada reviews
     — ada pushes"
    `);
  });

  test('with the slip again, after it was mended: it is said in the summary', async () => {
    const number = await scenario.submit({ files: write(slip) });
    await scenario.push(number, write(clean));
    await scenario.push(number, write(slip));
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "✔ check: failure, 1 error
       | ### Findings
       |
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 25: **Error:** The link tells where its readers came from: take the tracking parameter \`utm_source\` out. ([tracking-parameters](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md))
       |
       | ### What this pull request does
       |
       | In \`draft/2026-03-04-this-week-in-ferris.md\`:
       | - added \`Claws and effect\` in \`Observations/Thoughts\`, line 25
       |
       | The editors decide what is published; issue 641 closes on 2026-03-04.
       @ draft/2026-03-04-this-week-in-ferris.md:25 failure: The link tells where its readers came from: take the tracking parameter “utm_source” out.

     copydesk[bot] reviews
       | One thing to look at, with a fix to accept.
       draft/2026-03-04-this-week-in-ferris.md 25 (outdated, hidden)
         | **Error:** The link tells where its readers came from: take the tracking parameter \`utm_source\` out. ([tracking-parameters](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md))
         |
         | \`\`\`suggestion
         | * [Claws and effect](https://claws.test/effect)
         | \`\`\`

     copydesk[bot] comments (edited)
       | Thank you for your first submission! What the newsletter takes stands in its [guidelines](https://redirect.github.com/rust-lang/this-week-in-rust#readme); an article that was written by an LLM should say so itself. Copydesk found **1 error**:
       |
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 25: **Error:** The link tells where its readers came from: take the tracking parameter \`utm_source\` out. ([tracking-parameters](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md))
       |   Corrected: \`* [Claws and effect](https://claws.test/effect)\`
       |
       | **Next:** Make the change and push. Copydesk reads every push and keeps this comment up to date. The editors decide what is published; issue 641 closes on 2026-03-04.

     — ada pushes

     — ada pushes"
    `);
  });

  test('by an app that may write contents: the threads are resolved, not only hidden', async () => {
    scenario.sandbox.setPermissions({ contents: 'write', issues: 'read', pull_requests: 'write', checks: 'write' });
    const number = await scenario.submit({ files: write(slip) });
    await scenario.push(number, write(clean));
    expect(await scenario.outline(number)).toMatchInlineSnapshot(`
     "✔ check: success, Nothing to correct
     copydesk[bot] reviews
       draft/2026-03-04-this-week-in-ferris.md 25 (outdated, resolved)
     copydesk[bot] comments (edited)
     — ada pushes"
    `);
  });

  test('after the repository was renamed: all that stands is known again, and nothing is said twice', async () => {
    const number = await scenario.submit({ files: write(slip, otherSlip) });
    await scenario.sandbox.people.renameRepository({ repo: REPOSITORY, name: 'weekly' });
    const before = await scenario.read(number);
    // The old name still stands in what comes late.
    await scenario.redeliver('pull_request');
    expect(await scenario.read(number)).toBe(before);
    await scenario.push(number, write(clean, otherSlip));
    expect(await scenario.outline(number)).toMatchInlineSnapshot(`
     "✔ check: failure, 1 error
       @ draft/2026-03-04-this-week-in-ferris.md:26 failure: The bullet is “-”: start the line with “* ”, as the other items do.
     copydesk[bot] reviews
       draft/2026-03-04-this-week-in-ferris.md 25 (outdated, hidden)
       draft/2026-03-04-this-week-in-ferris.md 26
     copydesk[bot] comments (edited)
     — ada pushes"
    `);
  });

  test('and its fork deleted, then announced once more: nothing is written', async () => {
    const number = await scenario.submit({ files: write(slip) });
    await scenario.sandbox.people.deleteRepository({ repo: 'ada/news' });
    const before = await scenario.read(number);
    scenario.takeRequests();
    await scenario.redeliver('pull_request');
    expect(scenario.takeRequests()).toEqual(['graphql query ReadPullRequest']);
    expect(await scenario.read(number)).toBe(before);
  });
});

describe('a webhook comes', () => {
  test('twice: nothing is written the second time', async () => {
    scenario.sandbox.faults.addWebhookFault({ on: 'pull_request', fault: { kind: 'double' } });
    const number = await scenario.submit({ files: write(slip, otherSlip) });
    expect(await scenario.outline(number)).toMatchInlineSnapshot(`
     "✔ check: failure, 2 errors
       @ draft/2026-03-04-this-week-in-ferris.md:25 failure: The link tells where its readers came from: take the tracking parameter “utm_source” out.
       @ draft/2026-03-04-this-week-in-ferris.md:26 failure: The bullet is “-”: start the line with “* ”, as the other items do.
     copydesk[bot] reviews
       draft/2026-03-04-this-week-in-ferris.md 25
       draft/2026-03-04-this-week-in-ferris.md 26
     copydesk[bot] comments"
    `);
  });

  test('too late, after that of a newer push: the newest head is what counts', async () => {
    const number = await scenario.submit({ files: write(slip) });
    scenario.sandbox.faults.addWebhookFault({ on: 'pull_request', times: 1, fault: { kind: 'reorder' } });
    const late = { [DRAFT]: write(slip, otherSlip) };
    await scenario.sandbox.people.push({ repo: 'ada/news', by: 'ada', branch: 'submission-1', files: late });
    await scenario.push(number, write(clean));
    expect(await scenario.outline(number)).toMatchInlineSnapshot(`
     "✔ check: success, Nothing to correct
     copydesk[bot] reviews
       draft/2026-03-04-this-week-in-ferris.md 25 (outdated, hidden)
     copydesk[bot] comments (edited)
     — ada pushes
     — ada pushes"
    `);
  });

  test('only after its fork was deleted: it is reviewed like any other', async () => {
    scenario.sandbox.faults.addWebhookFault({ on: 'pull_request', times: 1, fault: { kind: 'lose' } });
    const number = await scenario.submit({ files: write(slip) });
    expect(await scenario.outline(number)).toBe('');
    await scenario.sandbox.people.deleteRepository({ repo: 'ada/news' });
    await scenario.redeliver('pull_request');
    expect(await scenario.outline(number)).toMatchInlineSnapshot(`
     "✔ check: failure, 1 error
       @ draft/2026-03-04-this-week-in-ferris.md:25 failure: The link tells where its readers came from: take the tracking parameter “utm_source” out.
     copydesk[bot] reviews
       draft/2026-03-04-this-week-in-ferris.md 25
     copydesk[bot] comments"
    `);
  });

  test('of another base: what counts as added changes with it, there and back', async () => {
    const others = { Official: ['- [An editor’s own slip](https://blog.ferris.test/news)'] };
    const { people } = scenario.sandbox;
    await people.push({ repo: REPOSITORY, by: 'ferris', branch: 'older', files: { 'NOTES.md': 'Kept.\n' } });
    await scenario.publish({ [DRAFT]: addItems(others) });
    const number = await scenario.submit({ files: addItems({ ...others, 'Observations/Thoughts': [clean] }) });
    expect(await scenario.outline(number)).toBe('✔ check: success, Nothing to correct');
    await people.editPullRequest({ repo: REPOSITORY, number, by: 'ada', base: 'older' });
    await scenario.settle();
    expect(await scenario.outline(number)).toMatchInlineSnapshot(`
     "✔ check: failure, 1 error
       @ draft/2026-03-04-this-week-in-ferris.md:18 failure: The bullet is “-”: start the line with “* ”, as the other items do.
     — edited
     copydesk[bot] reviews
       draft/2026-03-04-this-week-in-ferris.md 18
     copydesk[bot] comments"
    `);
    await people.editPullRequest({ repo: REPOSITORY, number, by: 'ada', base: 'main' });
    await scenario.settle();
    expect(await scenario.outline(number)).toMatchInlineSnapshot(`
     "✔ check: success, Nothing to correct
     — edited
     copydesk[bot] reviews
       draft/2026-03-04-this-week-in-ferris.md 18 (hidden)
     copydesk[bot] comments (edited)
     — edited"
    `);
  });

  test('of an edited description: nothing happens; of an edited title: the review is repeated', async () => {
    const number = await scenario.submit({ files: write(slip) });
    scenario.takeRequests();
    await scenario.sandbox.people.editPullRequest({ repo: REPOSITORY, number, by: 'ada', body: 'Please!' });
    await scenario.settle();
    expect(scenario.takeRequests()).toEqual([]);
    await scenario.sandbox.people.editPullRequest({ repo: REPOSITORY, number, by: 'ada', title: 'Claws' });
    await scenario.settle();
    expect(scenario.takeRequests()).toEqual(['graphql query ReadPullRequest']);
  });
});
