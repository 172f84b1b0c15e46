import { readFile } from 'node:fs/promises';
import { getErrorCode } from '../../adapters/error-code.ts';
import { writeWholeFile } from '../write-whole-file.ts';

/** Values by name, as they go into a `.env` file. */
export type EnvValues = Readonly<Record<string, string>>;

/** A setting, whose quoted value may go over several lines, or any other line. */
const ENTRY = /^(?:[ \t]*(?:export[ \t]+)?\w+[ \t]*=[ \t]*(?:"[^"]*"|'[^']*')[^\n]*|[^\n]*)$/gm;

/**
 * The text of a `.env` file with these values in it: a line that sets one of the names is replaced where it stands, the
 * rest stays as it was, new names are added at the end. One line a value without quotes, line feeds written as `\n`:
 * `node --env-file` and `docker run --env-file` read that alike.
 */
export function mergeEnv(text: string, values: EnvValues): string {
  const missing = new Map(Object.entries(values));
  const lines = splitEntries(text).flatMap((line) => {
    const name = readName(line);
    if (name === undefined || !(name in values)) return [line];
    const value = missing.get(name);
    missing.delete(name);
    return value === undefined ? [] : [toLine(name, value)];
  });
  return [...lines, ...[...missing].map(([name, value]) => toLine(name, value)), ''].join('\n');
}

/** The names among these that the text sets to something. */
export function findSetNames(text: string, names: readonly string[]): string[] {
  const set = splitEntries(text)
    .filter((line) => /=[ \t]*(?!""|'')[^\s#]/.test(line))
    .map(readName);
  return names.filter((name) => set.includes(name));
}

/** The text of the file, empty if there is none. Rejects if it cannot be read. */
export async function readEnvFile(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (getErrorCode(error) === 'ENOENT') return '';
    throw error;
  });
}

/** Puts the text into the file at once or not at all, readable for its owner only. Rejects if the folder is not writable. */
export async function writeEnvFile(path: string, text: string): Promise<void> {
  await writeWholeFile(path, text, 0o600);
}

function splitEntries(text: string): string[] {
  const trimmed = text.replaceAll('\r\n', '\n').replace(/\n$/, '');
  return trimmed === '' ? [] : (trimmed.match(ENTRY) ?? []);
}

function readName(line: string): string | undefined {
  return /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/.exec(line)?.[1];
}

function toLine(name: string, value: string): string {
  return `${name}=${value.trim().replaceAll(/\r?\n/g, String.raw`\n`)}`;
}
