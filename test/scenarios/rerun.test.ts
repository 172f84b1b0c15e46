import { beforeEach, describe, expect, test } from '@jest/globals';
import { addItems, DRAFT, NEXT_DRAFT, sampleNewsletter, writeIssue } from '../support/sample-newsletter.ts';
import { REPOSITORY, type Scenario, startScenario, useScenarios } from '../support/start-scenario.ts';

const start = useScenarios(startScenario);
let scenario: Scenario;
beforeEach(async () => {
  scenario = await start();
});

const slip = '* [Claws and effect](https://claws.test/effect?utm_source=feed)';
const files = addItems({ 'Observations/Thoughts': [slip] });

async function findCheckRun(): Promise<number> {
  const { repositories } = await scenario.sandbox.state();
  return repositories.flatMap(({ pulls }) => pulls).flatMap(({ checks }) => checks)[0]?.id ?? 0;
}

describe('somebody asks for the check again', () => {
  test.each(['rerequestCheckRun', 'rerequestCheckSuite'] as const)(
    'on a pull request from a fork, which the event does not name: %s finds it, and what was lost is said',
    async (press) => {
      const number = await scenario.submit({ files });
      const { repositories } = await scenario.sandbox.state();
      const summary = repositories
        .flatMap(({ pulls }) => pulls[0]?.timeline ?? [])
        .find(({ kind }) => kind === 'comment');
      const comment = summary?.kind === 'comment' ? summary.id : 0;
      await scenario.sandbox.people.deleteComment({ repo: REPOSITORY, number, by: 'ferris', comment });
      expect(await scenario.outline(number)).not.toContain('comments');
      await scenario.sandbox.people[press]({ repo: REPOSITORY, by: 'ada', checkRun: await findCheckRun() });
      await scenario.settle();
      expect((await scenario.outline(number)).match(/copydesk\[bot\] \w+/g)).toEqual([
        'copydesk[bot] reviews',
        'copydesk[bot] comments',
      ]);
    },
  );
});

describe('somebody asks for the check again and nothing has changed', () => {
  test.each(['rerequestCheckRun', 'rerequestCheckSuite'] as const)(
    '%s: GitHub has put the check suite back to queued, so the check says again what it says',
    async (press) => {
      const number = await scenario.submit({ files });
      const before = await scenario.read(number);
      scenario.takeRequests();
      await scenario.sandbox.people[press]({ repo: REPOSITORY, by: 'ada', checkRun: await findCheckRun() });
      await scenario.settle();
      expect(scenario.takeRequests().filter((operation) => /^(POST|PATCH)|mutation/.test(operation))).toEqual([
        'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
      ]);
      expect(await scenario.read(number)).toBe(before);
    },
  );
});

describe('two pull requests with the same head commit', () => {
  test('are reviewed again and have nothing new to say: each finds the check of its own', async () => {
    const first = await scenario.submit({ files });
    await scenario.sandbox.people.push({
      repo: REPOSITORY,
      by: 'ferris',
      branch: 'next',
      files: { 'README.md': 'Hi\n' },
    });
    const { number: second } = await scenario.sandbox.people.openPullRequest({
      ...{ repo: REPOSITORY, by: 'ada', head: 'ada:submission-1', base: 'next', title: 'The same' },
    });
    await scenario.settle();
    scenario.takeRequests();
    for (const number of [first, second]) {
      await scenario.sandbox.people.editPullRequest({ repo: REPOSITORY, by: 'ada', number, title: 'Another title' });
      await scenario.settle();
    }
    expect(scenario.takeRequests().filter((operation) => /^(POST|PATCH)|mutation/.test(operation))).toEqual([]);
  });
});

describe('an issue is published', () => {
  const published = {
    [DRAFT]: null,
    [DRAFT.replace('draft/', 'content/')]: sampleNewsletter[DRAFT] ?? '',
    [NEXT_DRAFT]: writeIssue('2026-03-11', 642),
  };

  test('its open pull requests learn the new draft and line', async () => {
    const number = await scenario.submit({
      files: addItems({ 'Observations/Thoughts': [slip.replace('?utm_source=feed', '')] }),
    });
    expect(await scenario.outline(number)).toBe('✔ check: success, Nothing to correct');
    await scenario.publish(published);
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "✔ check: failure, 1 error
       | ### Findings
       |
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 25: **Error:** This draft is no longer open, and new items go into the open draft: add the line to \`draft/2026-03-11-this-week-in-ferris.md\`, below line 22. ([right-file](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/right-file.md))
       |
       | ### What this pull request does
       |
       | In \`draft/2026-03-04-this-week-in-ferris.md\`:
       | - added \`Claws and effect\` in \`Observations/Thoughts\`, line 25
       |
       | The editors decide what is published.
       @ draft/2026-03-04-this-week-in-ferris.md:25 failure: This draft is no longer open, and new items go into the open draft: add the line to “draft/2026-03-11-this-week-in-ferris.md”, below line 22.

     copydesk[bot] reviews
       | One thing to look at.
       draft/2026-03-04-this-week-in-ferris.md 25
         | **Error:** This draft is no longer open, and new items go into the open draft: add the line to \`draft/2026-03-11-this-week-in-ferris.md\`, below line 22. ([right-file](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/right-file.md))

     copydesk[bot] comments
       | Thank you for your first submission! What the newsletter takes stands in its [guidelines](https://redirect.github.com/rust-lang/this-week-in-rust#readme); an article that was written by an LLM should say so itself. Copydesk found **1 error**. It is explained on its line under *Files changed*.
       |
       | **Next:** Make the change and push. Copydesk reads every push and keeps this comment up to date. The editors decide what is published."
    `);
  });

  test('and keep one check: the one they have learns it', async () => {
    const clean = addItems({ 'Observations/Thoughts': [slip.replace('?utm_source=feed', '')] });
    const number = await scenario.submit({ files: clean });
    await scenario.publish(published);
    expect((await scenario.outline(number)).match(/check: \w+/g)).toEqual(['check: failure']);
    expect(scenario.takeRequests().filter((operation) => operation.includes('check-runs'))).toEqual([
      'POST /repos/{owner}/{repo}/check-runs',
      'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
    ]);
    await scenario.redeliver('pull_request');
    expect(scenario.takeRequests().filter((operation) => !operation.includes('query'))).toEqual([]);
  });

  test('a push that only changes the draft starts nothing', async () => {
    await scenario.submit({ files });
    scenario.takeRequests();
    await scenario.publish({ [DRAFT]: addItems({ Official: ['* [News](https://blog.ferris.test/news)'] }) });
    expect(scenario.takeRequests()).toEqual([]);
  });
});

describe('a repository without a folder of drafts', () => {
  test('gets silence', async () => {
    scenario = await start({ files: { 'README.md': '# Something else\n' } });
    const number = await scenario.submit({ files: { 'README.md': '# Something else, better\n' } });
    expect(await scenario.read(number)).toBe('');
  });
});
