import { z } from 'zod';
import { describeGitTrouble } from '../../adapters/git/git-trouble.ts';
import { parseJson } from '../../shared/parse-json.ts';
import type { Misuse } from '../misuse.ts';
import { readLines } from '../read-lines.ts';
import { toTerminalText } from '../terminal-text.ts';
import { checkCommits, type Revisions } from './check-commits.ts';
import type { CheckDesk } from './check-desk.ts';
import { parseCircumstances } from './check-options.ts';
import { type CheckReport, type Circumstances, getExitCode } from './check-report.ts';
import { renderJson } from './render-json.ts';

/** How many checks are under way at once: while one is parsed, git reads the next. */
const TOGETHER = 4;

const lineSchema = z.object({
  base: z.string(),
  head: z.string(),
  author: z.string().optional(),
  permission: z.string().optional(),
  date: z.string().optional(),
});

/** Where the answers go. */
export interface BatchOutput {
  readonly write: (text: string) => Promise<void>;
  /** Hears the exit code so far: a reader may have seen enough before the end. */
  readonly tellExitCode: (code: 0 | 1 | 2) => void;
}

/**
 * Checks one pair of revisions a line and writes one line of JSON for each, in order, as soon as it is known; a line
 * that cannot be checked is answered by `{"error": …}`.
 * @param defaults for what a line leaves out
 * @returns the exit code: 2 if any line could not be checked, else 1 if any has an error, else 0
 */
export async function checkBatch(
  desk: CheckDesk,
  input: AsyncIterable<Uint8Array | string>,
  { write, tellExitCode }: BatchOutput,
  defaults: Circumstances,
): Promise<0 | 1 | 2> {
  let worst: 0 | 1 | 2 = 0;
  let last = Promise.resolve();
  const underWay: Promise<void>[] = [];
  for await (const line of readLines(input)) {
    if (line.trim() === '') continue;
    const answer = checkLine(desk, line, defaults);
    const previous = last;
    last = (async () => {
      const { text, code } = await answer;
      await previous;
      worst = code > worst ? code : worst;
      tellExitCode(worst);
      await write(`${text}\n`);
    })();
    underWay.push(last);
    if (underWay.length >= TOGETHER) await underWay.shift();
  }
  await last;
  return worst;
}

interface Answer {
  readonly text: string;
  readonly code: 0 | 1 | 2;
}

async function checkLine(desk: CheckDesk, line: string, defaults: Circumstances): Promise<Answer> {
  const request = parseLine(line, defaults);
  if ('misuse' in request) return refuse(request.misuse);
  try {
    const report = await checkCommits(desk, request.revisions, request.circumstances);
    return report.ok ? answerWith(report.value) : refuse(describeGitTrouble(report.trouble));
  } catch (error) {
    // One pull request that meets a bug of ours must not take the others' answers away.
    return refuse(`internal error: ${String(error)}`);
  }
}

function answerWith(report: CheckReport): Answer {
  return { text: renderJson(report), code: getExitCode(report) };
}

function refuse(reason: string): Answer {
  return { text: JSON.stringify({ error: toTerminalText(reason) }), code: 2 };
}

interface Request {
  readonly revisions: Revisions;
  readonly circumstances: Circumstances;
}

function parseLine(line: string, defaults: Circumstances): Request | Misuse {
  const json = parseJson(line);
  if (json === undefined) return { misuse: 'not JSON' };
  const parsed = lineSchema.safeParse(json);
  if (!parsed.success) return { misuse: describeIssues(json, parsed.error) };
  const { base, head, author = defaults.author, permission = defaults.permission, date = defaults.date } = parsed.data;
  const { isPublishing: publishing = false } = defaults;
  const circumstances = parseCircumstances({ author, permission, date, publishing }, defaults.date);
  return 'misuse' in circumstances ? circumstances : { revisions: { base, head }, circumstances };
}

/** Every key is a string, so a key can only be missing or be something else. */
function describeIssues(json: unknown, error: z.ZodError): string {
  const keys = error.issues.map(({ path }) => path.join('.'));
  if (keys.includes('')) return 'not a JSON object';
  return keys.map((key) => (isMissing(json, key) ? `${key} is missing` : `${key} must be a string`)).join('; ');
}

function isMissing(json: unknown, key: string): boolean {
  return typeof json === 'object' && json !== null && !Object.hasOwn(json, key);
}
