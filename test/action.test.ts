// The action as GitHub starts it: a process with an event in a file and a token, on the embedded GitHub.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { askForToken, type Opened, openSandbox, PULL, REPO } from './sandbox/open-sandbox.ts';
import { renderOutline } from './support/render-conversation.ts';
import { addItems, DRAFT } from './support/sample-newsletter.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copydesk-action-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['src/action.ts'], {
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => said.push(data.toString()));
  const [code] = (await once(child, 'close')) as [number | null]; // the event's arguments are not typed
  return { code, said: said.join('') };
}

/** A pull request with a slip, on the embedded GitHub where the workflow's app is at home. */
async function openPull(): Promise<{ opened: Opened; environment: Readonly<Record<string, string>> }> {
  const opened = await openSandbox({ app: { slug: 'github-actions' } });
  const { people, sandbox } = opened;
  await people.push({ repo: REPO, by: 'news', files: { [DRAFT]: addItems({}) } });
  const files = { [DRAFT]: addItems({ Official: ['- [A slip](https://ada.test/)'] }) };
  await people.push({ repo: 'ada/letter', by: 'ada', branch: 'mine', files });
  const event = sandbox.deliveries.findLast((delivery) => delivery.event === 'pull_request');
  const eventPath = join(folder, 'event.json');
  // A workflow's event names no installation.
  await writeFile(eventPath, JSON.stringify({ ...event?.payload, installation: undefined }));
  return { opened, environment: await readEnvironment(opened, eventPath) };
}

/** As GitHub sets it for a step. */
async function readEnvironment(
  { asApp, sandbox }: Opened,
  eventPath: string,
): Promise<Readonly<Record<string, string>>> {
  return {
    COPYDESK_TOKEN: await askForToken(asApp),
    COPYDESK_APP_ID: '7',
    GITHUB_EVENT_NAME: 'pull_request_target',
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_REPOSITORY: REPO,
    GITHUB_REPOSITORY_ID: '1',
    GITHUB_RUN_ID: '42',
    GITHUB_API_URL: sandbox.url,
  };
}

async function outline({ sandbox }: Opened): Promise<string> {
  const [pull] = (await sandbox.state()).repositories.flatMap(({ pulls }) => pulls);
  return pull === undefined ? `no ${PULL}` : renderOutline(pull);
}

test('reviews the pull request of an event, and says nothing twice', async () => {
  const { opened, environment } = await openPull();
  expect(await run(environment)).toMatchObject({ code: 0 });
  const first = await outline(opened);
  expect(first).toContain('failure');
  expect(await run(environment)).toMatchObject({ code: 0 });
  expect(await outline(opened)).toBe(first);
});

test('looks the repository over when its time has come', async () => {
  const { opened, environment } = await openPull();
  expect(await run({ ...environment, GITHUB_EVENT_NAME: 'schedule' })).toMatchObject({ code: 0 });
  expect(await outline(opened)).toContain('failure');
});

describe('the input `publish`', () => {
  const configuration = [
    'mode: publish',
    'fill: { updates: false, perfTriage: false, finalCommentPeriod: false, callsForTesting: false, newRfcs: false }',
  ].join('\n');

  /** What becomes of `/copydesk fill` by somebody who may, where the token may do all of it. */
  async function fill(publish: Readonly<Record<string, string>>) {
    const permissions = { contents: 'write', issues: 'write', pull_requests: 'write', checks: 'write' } as const;
    const opened = await openSandbox({ app: { slug: 'github-actions', permissions } });
    const { people, sandbox } = opened;
    await people.createRepository({ repo: 'rust-lang/rfcs', isOrganization: true, files: { 'README.md': 'x' } });
    const files = {
      [DRAFT]: `${addItems({})}\n### Approved RFCs\n\n<!-- here -->\n`,
      '.github/copydesk.yml': configuration,
    };
    await people.push({ repo: REPO, by: 'news', files });
    await people.setRole({ repo: REPO, login: 'grace', role: 'write' });
    await people.comment({ repo: REPO, number: 1, by: 'grace', body: '/copydesk fill' });
    const event = sandbox.deliveries.findLast((delivery) => delivery.event === 'issue_comment');
    const eventPath = join(folder, 'event.json');
    await writeFile(eventPath, JSON.stringify({ ...event?.payload, installation: undefined }));
    const { code, said } = await run({
      ...(await readEnvironment(opened, eventPath)),
      GITHUB_EVENT_NAME: 'issue_comment',
      ...publish,
    });
    const [repository] = (await sandbox.state()).repositories.filter(({ owner }) => owner === 'news');
    return {
      code,
      end: /"end":"([^"]*)"/.exec(said)?.[1],
      opened: repository?.pulls.filter(({ author }) => author.isBot).length,
    };
  }

  test('lets the action open a pull request with the sections', async () => {
    expect(await fill({ COPYDESK_PUBLISH: 'true' })).toEqual({ code: 0, end: 'published', opened: 1 });
  });

  test('is off unless it is set: what the token may do all the same is not done', async () => {
    expect(await fill({})).toEqual({ code: 0, end: 'shown', opened: 0 });
  });

  test('says so where it is neither true nor false', async () => {
    const { code, said } = await run({ COPYDESK_PUBLISH: 'yes' });
    expect([code, said]).toEqual([2, expect.stringContaining('COPYDESK_PUBLISH must be true or false')]);
  });

  test('reaches the program from the workflow', () => {
    const { inputs, runs } = actionSchema.parse(parse(readFileSync('action.yml', 'utf8')));
    expect(inputs['publish']?.default).toBe('false');
    expect(runs.steps.at(-1)?.env?.['COPYDESK_PUBLISH']).toBe('${{ inputs.publish }}');
  });
});

const actionSchema = z.object({
  inputs: z.record(z.string(), z.object({ default: z.string() })),
  runs: z.object({ steps: z.array(z.object({ env: z.record(z.string(), z.string()).optional() })) }),
});

test('a token that may not write fails the run, and an annotation says what to do', async () => {
  const { opened, environment } = await openPull();
  const permissions = { contents: 'read', issues: 'read', pull_requests: 'read', metadata: 'read' };
  const token = await askForToken(opened.asApp, { permissions });
  const { code, said } = await run({ ...environment, COPYDESK_TOKEN: token });
  expect(code).toBe(1);
  expect(said).toMatch(/^::error title=Copydesk::.*permissions.*pull_request_target.*$/m);
});

test('says what is missing, in one line', async () => {
  expect(await run({ GITHUB_REPOSITORY: 'nonsense' })).toEqual({
    code: 2,
    said: expect.stringMatching(/^Copydesk cannot run here: COPYDESK_TOKEN is missing: the workflow’s token; .*\n$/),
  });
});

test('an event that cannot be read is no success', async () => {
  const { environment } = await openPull();
  const eventPath = join(folder, 'none.json');
  expect(await run({ ...environment, GITHUB_EVENT_PATH: eventPath })).toEqual({
    code: 2,
    said: `Copydesk cannot run here: the event in GITHUB_EVENT_PATH cannot be read (${eventPath})\n`,
  });
});
