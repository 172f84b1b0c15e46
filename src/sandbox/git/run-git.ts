import { spawn } from 'node:child_process';

/** What git said when it failed; `message` is its own words. */
export class GitFailure extends Error {
  override name = 'GitFailure';
}

const ENVIRONMENT = {
  PATH: process.env['PATH'] ?? '/usr/bin:/bin',
  LC_ALL: 'C',
  // A machine's own settings must not change what a repository looks like.
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
};

export function spawnGit(folder: string, args: readonly string[]) {
  return spawn('git', args, { cwd: folder, env: ENVIRONMENT, stdio: ['pipe', 'pipe', 'pipe'] });
}

/** Runs git in a folder and returns its output; rejects with `GitFailure` when its exit code is not in `accepted`. */
export function runGit(
  folder: string,
  args: readonly string[],
  { input = '', accepted = [0] }: { input?: string | Buffer; accepted?: readonly number[] } = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawnGit(folder, args);
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    // A git that ends early closes its input; its exit code tells why.
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => {
      reject(new GitFailure(`git could not be started: ${error.message}`));
    });
    child.on('close', (code) => {
      if (accepted.includes(code ?? -1)) resolve(Buffer.concat(output));
      else reject(new GitFailure(`git ${args[0] ?? ''}: ${Buffer.concat(errors).toString().trim() || 'failed'}`));
    });
    child.stdin.end(input);
  });
}
