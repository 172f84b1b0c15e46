import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { SAFE_OPTIONS, type Variables } from './git-environment.ts';
import { fail, type GitTrouble, type Outcome, succeed } from './git-trouble.ts';

/** One run of git to its end. */
export interface GitRun {
  /** Where to run; need not exist. */
  readonly folder: string;
  readonly args: readonly string[];
  /** From `getGitEnvironment`. */
  readonly environment: Variables;
  readonly input?: string | Buffer;
}

/** Runs git without a shell and resolves to what it wrote; a refusal is an outcome. Never rejects. */
export async function runGit(run: GitRun): Promise<Outcome<Buffer>> {
  return new Promise((settle) => {
    const child = spawn('git', [...SAFE_OPTIONS, '-C', resolve(run.folder), ...run.args], {
      env: { ...run.environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const output: Buffer[] = [];
    const complaints: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
    child.on('error', (error) => settle(fail(isMissing(error) ? 'git-missing' : 'failed', error.message)));
    child.on('close', (code) => {
      if (code === 0) settle(succeed(Buffer.concat(output)));
      else settle({ ok: false, trouble: toTrouble(Buffer.concat(complaints).toString(), run.folder) });
    });
    // git may end before it has read everything; its exit code says why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(run.input ?? '');
  });
}

/** Whether starting a process failed because there is no such program. */
export function isMissing(error: Error): boolean {
  return 'code' in error && error.code === 'ENOENT';
}

const COMPLAINT_KINDS: readonly (readonly [RegExp, GitTrouble['kind']])[] = [
  [/^fatal: cannot change to /m, 'no-such-folder'],
  [/dubious ownership/, 'foreign-owner'],
  [/not a git repository|^fatal: invalid gitfile format/m, 'not-a-repository'],
  [/must be run in a work tree/, 'no-work-tree'],
];

/** Names the failure that git's complaint tells of; one it does not know keeps git's own first line. */
export function toTrouble(complaint: string, folder: string): GitTrouble {
  const kind = COMPLAINT_KINDS.find(([pattern]) => pattern.test(complaint))?.[1];
  if (kind !== undefined) return { kind, subject: folder };
  const line = complaint.split('\n').find((text) => text.trim() !== '') ?? 'no reason given';
  return { kind: 'failed', subject: line.replace(/^(fatal|error): /, '') };
}
