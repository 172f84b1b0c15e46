import type { Variables } from './git-environment.ts';
import { fail, type Outcome, succeed } from './git-trouble.ts';
import { type ReadAnswer, talkToGit } from './talk-to-git.ts';

/** What git knows about an object without its content. */
interface ObjectInfo {
  /** Full hexadecimal id. */
  readonly id: string;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}

/** Reads objects through two long-lived `git cat-file` processes. */
export interface ObjectReader {
  /** Looks up a revision, or undefined if git knows none (or several) by this name. */
  readonly getInfo: (revision: string) => Promise<Outcome<ObjectInfo | undefined>>;
  /** The bytes of an object by its id. */
  readonly readObject: (id: string) => Promise<Outcome<Buffer>>;
  readonly close: () => Promise<void>;
}

/** Starts nothing before the first question. Revisions go through standard input: none is ever taken for an option. */
export function createObjectReader(folder: string, environment: Variables): ObjectReader {
  const checks = talkToGit({ folder, environment, args: ['cat-file', '--batch-check'] }, readInfo);
  const contents = talkToGit({ folder, environment, args: ['cat-file', '--batch'] }, readContent);
  return {
    getInfo: async (revision) => (isOneLine(revision) ? checks.ask(`${revision}\n`) : succeed(undefined)),
    readObject: async (id) => {
      const answer = await contents.ask(`${id}\n`);
      if (!answer.ok) return answer;
      return answer.value === undefined ? fail('failed', `object ${id} is missing`) : succeed(answer.value);
    },
    close: async () => {
      await Promise.all([checks.close(), contents.close()]);
    },
  };
}

function isOneLine(revision: string): boolean {
  return revision.trim() !== '' && !/[\n\r\0]/.test(revision);
}

const readInfo: ReadAnswer<ObjectInfo | undefined> = (bytes) => {
  const end = bytes.indexOf(0x0a);
  return end < 0 ? undefined : { answer: parseInfo(bytes.toString('utf8', 0, end)), length: end + 1 };
};

const readContent: ReadAnswer<Buffer | undefined> = (bytes) => {
  const head = readInfo(bytes);
  if (head?.answer === undefined) return head && { answer: undefined, length: head.length };
  const end = head.length + head.answer.size;
  if (bytes.length <= end) return undefined;
  return { answer: Buffer.from(bytes.subarray(head.length, end)), length: end + 1 };
};

/** `<id> <type> <size>`; anything else (`… missing`, `… ambiguous`) is no object. */
function parseInfo(line: string): ObjectInfo | undefined {
  const [, id, type, size] = /^([0-9a-f]{40,64}) ([a-z]+) (\d+)$/.exec(line) ?? [];
  return id === undefined || type === undefined ? undefined : { id, type, size: Number(size) };
}
