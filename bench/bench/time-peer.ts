import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** One of the newsletter's own checkers, run on a checkout of a pull request. */
export interface PeerRun {
  readonly checker: string;
  /** What was run, as one would type it. */
  readonly command: string;
  /** The median, in milliseconds. */
  readonly milliseconds: number;
  /** Why it did not do its work; undefined where it did, with or without complaints about the newsletter. */
  readonly failure: string | undefined;
}

/** The checkers and how the newsletter runs them; `{file}` and `{base}` are filled in. */
const peerCommands: Readonly<Record<string, string>> = {
  'inspect_links.py': '{python} {file} --since {base} --show-warnings',
  'inspect_markdown.py': '{python} {file} --num-recent 5',
};

/** Where to run the checkers, and on what. */
export interface PeerSetting {
  /** The folder that holds the checkers. */
  readonly folder: string;
  /** A command for each of them instead of the newsletter's, with the same places to fill. */
  readonly command: string | undefined;
  /** A work tree at the pull request's head. */
  readonly checkout: string;
  /** The commit it was made against. */
  readonly base: string;
}

/** Runs each checker some times; one that is missing or fails is in the result with the reason. */
export async function timePeer(setting: PeerSetting, repeats = 3): Promise<readonly PeerRun[]> {
  const runs: PeerRun[] = [];
  for (const checker of Object.keys(peerCommands)) runs.push(await timeChecker(checker, setting, repeats));
  return runs;
}

async function timeChecker(checker: string, setting: PeerSetting, repeats: number): Promise<PeerRun> {
  const file = join(resolve(setting.folder), checker);
  const words = (setting.command ?? peerCommands[checker] ?? '').split(' ').filter((word) => word !== '');
  const filled = words.map((word) =>
    // Debian's packages serve Debian's python3, which need not be the first one in PATH.
    word
      .replace('{python}', existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3')
      .replace('{file}', file)
      .replace('{base}', setting.base),
  );
  const command = filled.join(' ');
  if (!existsSync(file)) return { checker, command, milliseconds: 0, failure: 'no such file' };
  const times: number[] = [];
  for (let run = 0; run < repeats; run++) {
    const start = performance.now();
    const failure = await runOnce(filled, setting.checkout);
    times.push(performance.now() - start);
    if (failure !== undefined) return { checker, command, milliseconds: times.at(-1) ?? 0, failure };
  }
  const median = times.toSorted((one, other) => one - other)[Math.floor(repeats / 2)] ?? 0;
  return { checker, command, milliseconds: median, failure: undefined };
}

/** Exit code 1 is a checker's way to say that it found something, unless Python says that it broke. */
async function runOnce([program = '', ...args]: readonly string[], folder: string): Promise<string | undefined> {
  return new Promise((settle) => {
    const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-4000)));
    child.on('error', (error) => settle(error.message));
    child.on('close', (code) => {
      const isBroken = (code !== 0 && code !== 1) || complaint.includes('Traceback (most recent call last)');
      settle(isBroken ? lastLine(complaint, code) : undefined);
    });
  });
}

/** Makes a work tree of a bare clone at a commit; the clone's objects are shared, not copied. */
export async function checkOut(clone: string, folder: string, commit: string): Promise<void> {
  const git = promisify(execFile);
  await git('git', ['clone', '--quiet', '--shared', '--no-checkout', '--', clone, folder]);
  await git('git', ['-C', folder, 'checkout', '--quiet', '--detach', commit]);
}

function lastLine(complaint: string, code: number | null): string {
  const line = complaint.trim().split('\n').at(-1) ?? '';
  return line === '' ? `exit code ${code ?? 'none'}` : line;
}
