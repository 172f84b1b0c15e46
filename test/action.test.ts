// The action as GitHub starts it: a process with an event in a file and a token, on the embedded GitHub.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { askForToken, type Opened, openSandbox, PULL, REPO } from './sandbox/open-sandbox.ts';
import { renderOutline } from './support/render-conversation.ts';
import { addItems, DRAFT } from './support/sample-newsletter.ts';

jest.setTimeout(60_000);

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
  const environment = {
    COPYDESK_TOKEN: await askForToken(opened.asApp),
    COPYDESK_APP_ID: '7',
    GITHUB_EVENT_NAME: 'pull_request_target',
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_REPOSITORY: REPO,
    GITHUB_REPOSITORY_ID: '1',
    GITHUB_RUN_ID: '42',
    GITHUB_API_URL: sandbox.url,
  };
  return { opened, environment };
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

test('says what is missing, in one line', async () => {
  expect(await run({ GITHUB_REPOSITORY: 'nonsense' })).toEqual({
    code: 2,
    said: expect.stringMatching(/^Copydesk cannot run here: COPYDESK_TOKEN is missing: the workflow’s token; .*\n$/),
  });
});
