// The command line as a whole: what it can do, and its exit codes. 1 is kept for errors that a check found.
import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';

function run(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/index.ts', ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('help names every command', () => {
  const { status, stdout, stderr } = run('--help');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const commands = [...stdout.matchAll(/^ {2}(\w+)(?= .* {2}\S)/gm)].map(([, name]) => name);
  expect(commands).toEqual(['check', 'archive', 'suggest', 'facts', 'fill', 'demo', 'jobs', 'setup', 'help']);
});

test('the version is the one of the package', () => {
  const [, version] = /"version": "(.+)"/.exec(readFileSync('package.json', 'utf8')) ?? [];
  expect(run('--version')).toEqual({ status: 0, stdout: `${version ?? ''}\n`, stderr: '' });
});

test.each([
  [
    'an unknown command',
    ['chekc'],
    "unknown command 'chekc' (Did you mean check?) (copydesk --help lists the commands)",
  ],
  ['an unknown part of one', ['jobs', 'x'], "jobs: unknown command 'x' (copydesk jobs --help describes its options)"],
  [
    'an unknown option',
    ['jobs', 'list', '-x'],
    "jobs list: unknown option '-x' (copydesk jobs list --help describes its options)",
  ],
  [
    'no value',
    ['setup', '--url'],
    "setup: option '--url <url>' argument missing (copydesk setup --help describes its options)",
  ],
  [
    'a number that is none',
    ['setup', '--port', 'x'],
    "setup: option '--port <number>' argument 'x' is invalid. It must be a whole number. (copydesk setup --help describes its options)",
  ],
  [
    'longer than a timer runs',
    ['setup', '--minutes', '40000'],
    "setup: option '--minutes <number>' argument '40000' is invalid. It must have four digits at most. (copydesk setup --help describes its options)",
  ],
  ['what a terminal obeys', ['\u001B[2J'], "unknown command '⟨U+001B⟩[2J' (copydesk --help lists the commands)"],
])('misuse, %s, is one line', (_name, args, message) => {
  const { status, stdout, stderr } = run(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.replace(/^copydesk:? /, '')).toBe(`${message}\n`);
});

test('what the demo writes into a log has no colours, also where CI is set', () => {
  const args = ['src/cli/index.ts', 'demo', '--bundle', 'none', '--pull', '1'];
  const env = { ...process.env, CI: '1', NO_COLOR: undefined };
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  expect(stdout.split('\n')[0]).toBe('Copydesk demo: an embedded GitHub and the bot, two processes on this machine.');
});

const FULL_DISK = '/dev/full';

// Where there is no such device nothing can be shown.
const testOnFullDisk = existsSync(FULL_DISK) ? test : test.skip;

testOnFullDisk.each<readonly [string, string[]]>([
  ['copydesk check', ['check', 'README.md']],
  ['copydesk facts', ['facts', 'no-address']],
  ['copydesk setup', ['setup', '--url', 'https://ada.example']],
  ['copydesk', ['jobs', '--help']],
  ['copydesk', ['--version']],
])('what a full disk does not take of %s is no success: %j', (name, args) => {
  const disk = openSync(FULL_DISK, 'w');
  const { status, stderr } = spawnSync(process.execPath, ['src/cli/index.ts', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', disk, 'pipe'],
  });
  closeSync(disk);
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: `${name}: the output cannot be written (ENOSPC)\n`,
  });
});

testOnFullDisk('misuse that a full disk does not take is misuse all the same', () => {
  const disk = openSync(FULL_DISK, 'w');
  const args = ['src/cli/index.ts', 'check', 'no-such-file'];
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', disk] });
  closeSync(disk);
  expect(status).toBe(2);
});
