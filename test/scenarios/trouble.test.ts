import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { ApiFault } from '../../src/sandbox/faults.ts';
import { addItems } from '../support/sample-newsletter.ts';
import { type Scenario, startScenario } from '../support/start-scenario.ts';

let scenario: Scenario;
afterEach(() => scenario.end());

const slip = '* [Claws and effect](https://claws.test/effect?utm_source=feed)';
const files = addItems({ 'Observations/Thoughts': [slip] });

/** The conversation of a submission that nothing came in the way of. */
let undisturbed: string;
beforeAll(async () => {
  const calm = await startScenario();
  undisturbed = await calm.outline(await calm.submit({ files }));
  await calm.end();
});

describe('GitHub stumbles', () => {
  const requests = [
    '/files',
    'query ReadPullRequest',
    '/permission',
    '/reviews',
    'mutation',
    'POST /repos/{owner}/{repo}/check-runs',
  ];
  const kinds = ['bad-gateway-before', 'bad-gateway-after', 'cut-before', 'cut-after'] as const;

  test.each(kinds)('%s, at any request: in the end everything is said, and once', async (kind) => {
    scenario = await startScenario();
    for (const on of requests) {
      scenario.sandbox.faults.clear();
      scenario.sandbox.faults.addApiFault({ on, times: 1, fault: { kind } });
      const by = `author-${requests.indexOf(on)}`;
      const number = await scenario.submit({ by, files: files.replace('claws.test', `${by}.test`) });
      expect([on, await scenario.outline(number)]).toEqual([on, undisturbed]);
    }
  });

  test.each([
    ['the inline comments', '/reviews'],
    ['the summary', 'mutation'],
    ['the check', 'POST /repos/{owner}/{repo}/check-runs'],
  ])('and does not show for seconds that %s landed: nothing is said twice', async (_, on) => {
    scenario = await startScenario();
    scenario.sandbox.faults.addApiFault({ on, times: 1, fault: { kind: 'cut-after' } });
    // Whatever it is asked, it knows of nothing that was written meanwhile.
    scenario.sandbox.faults.addApiFault({
      on: 'query ReadPullRequest',
      times: 1,
      fault: { kind: 'slow', milliseconds: 0 },
    });
    scenario.sandbox.faults.addApiFault({ on: 'query ReadPullRequest', times: 3, fault: { kind: 'stale' } });
    const number = await scenario.submit({ files });
    expect(await scenario.outline(number)).toBe(undisturbed);
  });

  test('for a while: the review comes when it is over', async () => {
    scenario = await startScenario();
    scenario.sandbox.faults.addApiFault({ times: 9, fault: { kind: 'bad-gateway-before' } });
    const number = await scenario.submit({ files });
    expect(await scenario.outline(number)).toBe(undisturbed);
    expect(scenario.clock.naps).toContain(10_000);
  });

  test('for too long: it is given up with a line in the log, and the next webhook starts anew', async () => {
    scenario = await startScenario();
    scenario.sandbox.faults.addApiFault({ fault: { kind: 'bad-gateway-before' } });
    const number = await scenario.submit({ files });
    expect(await scenario.read(number)).toBe('');
    expect(scenario.logLines.filter((line) => line.includes('Given up'))).toHaveLength(1);
    scenario.sandbox.faults.clear();
    await scenario.redeliver('pull_request');
    expect(await scenario.outline(number)).toBe(undisturbed);
  });
});

test.each(['bad-gateway-before', 'bad-gateway-after', 'cut-after'] as const)(
  '%s, while annotations are added: the check run is gone on with, and has each of them once',
  async (kind) => {
    scenario = await startScenario();
    const slips = Array.from({ length: 120 }, (_, index) => `- [Claw ${index}](https://claws.test/${index})`);
    scenario.sandbox.faults.addApiFault({ on: 'PATCH', times: 1, fault: { kind } });
    const told = await scenario.outline(await scenario.submit({ files: addItems({ 'Observations/Thoughts': slips }) }));
    expect(told.match(/check: \w+/g)).toEqual(['check: failure']);
    expect(told.match(/^ {2}@/gm)).toHaveLength(120);
  },
);

test('annotations do not all come: the check is not left in progress, and the next look at everything brings the rest', async () => {
  scenario = await startScenario();
  const slips = Array.from({ length: 120 }, (_, index) => `- [Claw ${index}](https://claws.test/${index})`);
  scenario.sandbox.faults.addApiFault({ on: 'PATCH', fault: { kind: 'bad-gateway-before' } });
  const number = await scenario.submit({ files: addItems({ 'Observations/Thoughts': slips }) });
  const broken = await scenario.outline(number);
  // A push may come before the rest does, and then nobody looks at this commit again.
  expect(broken.match(/check: \w+/g)).toEqual(['check: failure']);
  expect(broken.match(/^ {2}@/gm)).toHaveLength(50);
  scenario.sandbox.faults.clear();
  await scenario.look();
  expect((await scenario.outline(number)).match(/^ {2}@/gm)).toHaveLength(120);
  scenario.takeRequests();
  await scenario.look();
  expect(scenario.takeRequests().filter((operation) => operation.includes('ReadPullRequest'))).toEqual([]);
});

test('GitHub does not know yet which files a new pull request changes: nobody is told that it changes none', async () => {
  scenario = await startScenario();
  scenario.sandbox.faults.addApiFault({ on: '/files', times: 2, fault: { kind: 'no-files' } });
  const number = await scenario.submit({ files });
  expect(await scenario.outline(number)).toBe(undisturbed);
  expect(scenario.takeRequests().filter((operation) => operation.includes('check-runs'))).toHaveLength(1);
});

test('a pull request without files whose date lies ahead of our clock is waited for no more than any other', async () => {
  scenario = await startScenario();
  const number = await scenario.submit({ files });
  await scenario.clock.sleep(-3_600_000);
  scenario.sandbox.faults.addApiFault({ on: '/files', fault: { kind: 'no-files' } });
  await scenario.redeliver('pull_request');
  expect(scenario.logLines.filter((line) => line.includes('Put back'))).toEqual([]);
  expect(await scenario.outline(number)).not.toBe(undisturbed);
});

describe('GitHub asks to slow down', () => {
  test.each<[string, ApiFault, number]>([
    ['with a wait', { kind: 'secondary-limit', retryAfter: 90 }, 90_000],
    ['without a wait, for at least a minute', { kind: 'secondary-limit', status: 429 }, 60_000],
    ['because the hour is used up', { kind: 'primary-limit' }, 3_500_000],
  ])('%s: the review is put back and lost no more than that', async (_, fault, wait) => {
    scenario = await startScenario();
    scenario.sandbox.faults.addApiFault({ on: '/reviews', times: 1, fault });
    const number = await scenario.submit({ files });
    expect(await scenario.outline(number)).toBe(undisturbed);
    expect(Math.max(...scenario.clock.naps)).toBeGreaterThanOrEqual(wait);
  });
});

describe('the app is not permitted', () => {
  test('to write comments: a neutral check says what is missing', async () => {
    scenario = await startScenario();
    scenario.sandbox.setPermissions({ contents: 'read', pull_requests: 'read', checks: 'write' });
    const number = await scenario.submit({ files });
    await scenario.redeliver('pull_request');
    expect(scenario.takeRequests().filter((operation) => operation.includes('check-runs'))).toHaveLength(1);
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "✔ check: neutral, Copydesk lacks a permission
       | Copydesk could not review this pull request: the app still needs pull requests: write. An owner of the repository can accept the request in the settings of the installation. This says nothing about the submission."
    `);
  });

  test('to write checks: the log says what is missing, and nobody else is bothered', async () => {
    scenario = await startScenario();
    scenario.sandbox.setPermissions({ contents: 'read', pull_requests: 'write' });
    const number = await scenario.submit({ files });
    expect(await scenario.read(number)).toBe('');
    expect(scenario.logLines.join('')).toContain('checks: write');
  });
});

describe('GitHub cannot compare so much', () => {
  test('a neutral check says so once, commands are told why, and a push that is smaller is reviewed', async () => {
    scenario = await startScenario();
    scenario.sandbox.faults.addApiFault({ on: '/files', fault: { kind: 'too-large' } });
    const number = await scenario.submit({ files });
    await scenario.redeliver('pull_request');
    await scenario.say(number, 'ferris', '/copydesk recheck');
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "✔ check: neutral, The pull request is too large to compare
       | GitHub could not say what this pull request changes, so Copydesk could not review it. Split it, or leave out what does not belong to it; the next push tries again. This says nothing about the submission.

     ferris comments (confused by copydesk[bot])
       | /copydesk recheck

     copydesk[bot] comments
       | \`/copydesk recheck\`: GitHub cannot say what the pull request changes, which is too much: split it, or leave out what does not belong to it."
    `);
    expect(scenario.logLines.filter((line) => line.includes('Given up'))).toEqual([]);
    scenario.sandbox.faults.clear();
    await scenario.push(number, files);
    expect(await scenario.outline(number)).toContain('check: failure, 1 error');
  });
});

describe('the server', () => {
  test('does not act on a webhook that is signed with another secret', async () => {
    scenario = await startScenario({ botSecret: 'not-the-secret-that-github-has' });
    const number = await scenario.submit({ files });
    expect(await scenario.read(number)).toBe('');
    expect(scenario.takeRequests()).toEqual([]);
    expect(scenario.sandbox.deliveries.map(({ status }) => status)).toContain(400);
  });

  test('works where the API has the paths of GitHub Enterprise Server', async () => {
    scenario = await startScenario({ apiPath: '/api/v3' });
    const number = await scenario.submit({ files });
    expect(await scenario.outline(number)).toBe(undisturbed);
    expect(scenario.sandbox.requests.every(({ path }) => path.startsWith('/api/'))).toBe(true);
  });

  test('names the delivery on every line of a job, and no secret on any', async () => {
    scenario = await startScenario();
    await scenario.submit({ files });
    const about = scenario.logLines.filter((line) => line.includes('ferris/news#1'));
    const delivery = scenario.sandbox.deliveries.find(({ event }) => event === 'pull_request')?.id ?? 'none';
    expect(about.length).toBeGreaterThan(0);
    expect(about.every((line) => line.includes(delivery))).toBe(true);
    const said =
      scenario.logLines.join('') + JSON.stringify(scenario.sandbox.requests.map(({ requestBody }) => requestBody));
    expect(said).not.toMatch(/ghs_|eyJ|PRIVATE KEY|the-key-of-the-markers|the-secret-of-the-webhook/);
  });
});
