import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { SAFE_OPTIONS, type Variables } from './git-environment.ts';
import { fail, type Outcome, succeed } from './git-trouble.ts';
import { isMissing, toTrouble } from './run-git.ts';

/** Reads one answer from the front of what has arrived; undefined while it is not complete. */
export type ReadAnswer<Answer> = (bytes: Buffer) => { readonly answer: Answer; readonly length: number } | undefined;

/** A git process that answers line after line, in the order asked. */
export interface Conversation<Answer> {
  readonly ask: (lines: string) => Promise<Outcome<Answer>>;
  readonly close: () => Promise<void>;
}

interface Line<Answer> {
  readonly child: ChildProcessWithoutNullStreams;
  readonly waiting: ((outcome: Outcome<Answer>) => void)[];
}

/**
 * Starts git when first asked and keeps it. If it ends by itself, what was asked fails with its complaint and the next
 * question starts it again.
 */
export function talkToGit<Answer>(
  run: { readonly folder: string; readonly args: readonly string[]; readonly environment: Variables },
  readAnswer: ReadAnswer<Answer>,
): Conversation<Answer> {
  let line: Line<Answer> | undefined;
  const open = (): Line<Answer> => {
    const child = spawn('git', [...SAFE_OPTIONS, '-C', run.folder, ...run.args], { env: { ...run.environment } });
    const opened = { child, waiting: [] };
    listen(opened, readAnswer, run.folder, () => {
      if (line === opened) line = undefined;
    });
    return opened;
  };
  return {
    ask: async (lines) =>
      new Promise((settle) => {
        line ??= open();
        line.waiting.push(settle);
        line.child.stdin.write(lines);
      }),
    close: async () => hangUp(line?.child),
  };
}

function listen<Answer>(
  { child, waiting }: Line<Answer>,
  readAnswer: ReadAnswer<Answer>,
  folder: string,
  onEnd: () => void,
): void {
  let arrived: Buffer = Buffer.alloc(0);
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => {
    arrived = arrived.length === 0 ? chunk : Buffer.concat([arrived, chunk]);
    for (let read = readAnswer(arrived); read !== undefined; read = readAnswer(arrived)) {
      arrived = arrived.subarray(read.length);
      waiting.shift()?.(succeed(read.answer));
    }
  });
  child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(0, 2000)));
  child.stdin.on('error', () => undefined);
  const failAll = (outcome: Outcome<Answer>): void => {
    onEnd();
    for (const settle of waiting.splice(0)) settle(outcome);
  };
  child.on('error', (error) => failAll(fail(isMissing(error) ? 'git-missing' : 'failed', error.message)));
  child.on('close', () => failAll({ ok: false, trouble: toTrouble(complaint, folder) }));
}

async function hangUp(child: ChildProcessWithoutNullStreams | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((done) => {
    child.on('close', done);
    child.stdin.end();
  });
}
