import { spawnGit } from './run-git.ts';

export interface GitObject {
  readonly oid: string;
  readonly type: 'blob' | 'tree' | 'commit' | 'tag';
  readonly size: number;
  /** Empty when only the size was asked for. */
  readonly content: Buffer;
}

export interface ObjectReader {
  /** The object a revision expression (`HEAD:draft`, a sha) names, or undefined. */
  readonly read: (expression: string) => Promise<GitObject | undefined>;
  /** The same without its content. */
  readonly look: (expression: string) => Promise<GitObject | undefined>;
  /** Ends git; whoever asks later hears of nothing. */
  readonly close: () => void;
}

interface Waiting {
  readonly withContent: boolean;
  readonly settle: (found: GitObject | undefined) => void;
}

/** One `git cat-file` for many questions, started with the first: a process per object would be too slow. */
export function createObjectReader(folder: string): ObjectReader {
  const waiting: Waiting[] = [];
  let child: ReturnType<typeof spawnGit> | undefined;
  let pending = Buffer.alloc(0);
  let isClosed = false;

  function start() {
    child = spawnGit(folder, ['cat-file', '--batch-command']);
    child.stdout.on('data', (chunk: Buffer) => {
      pending = Buffer.concat([pending, chunk]);
      answer();
    });
    child.on('close', () => {
      child = undefined;
      for (const { settle } of waiting.splice(0)) settle(undefined);
    });
    return child;
  }

  function answer() {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const taken = takeAnswer(pending, next.withContent);
      if (taken === undefined) return;
      pending = pending.subarray(taken.length);
      waiting.shift();
      next.settle(taken.object);
    }
  }

  function ask(expression: string, withContent: boolean): Promise<GitObject | undefined> {
    if (isClosed || /[\n\0]/.test(expression) || expression === '') return Promise.resolve(undefined);
    return new Promise((settle) => {
      waiting.push({ withContent, settle });
      (child ?? start()).stdin.write(`${withContent ? 'contents' : 'info'} ${expression}\n`);
    });
  }

  return {
    read: (expression) => ask(expression, true),
    look: (expression) => ask(expression, false),
    close: () => {
      isClosed = true;
      child?.kill();
    },
  };
}

/** Cuts one answer off the front of git's output; undefined while it is incomplete. */
function takeAnswer(
  bytes: Buffer,
  withContent: boolean,
): { length: number; object: GitObject | undefined } | undefined {
  const end = bytes.indexOf('\n');
  if (end < 0) return undefined;
  const header = /^([0-9a-f]{40}) (blob|tree|commit|tag) (\d+)$/.exec(bytes.toString('utf8', 0, end));
  if (header === null) return { length: end + 1, object: undefined };
  const [, oid = '', type, size = '0'] = header;
  const contentLength = withContent ? Number(size) : 0;
  const length = end + 1 + (withContent ? contentLength + 1 : 0);
  if (bytes.length < length) return undefined;
  const content = Buffer.from(bytes.subarray(end + 1, end + 1 + contentLength));
  return { length, object: { oid, type: toType(type), size: Number(size), content } };
}

function toType(word: string | undefined): GitObject['type'] {
  return word === 'tree' || word === 'commit' || word === 'tag' ? word : 'blob';
}
