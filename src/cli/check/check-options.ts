import { toDay } from '../../shared/brand.ts';
import type { Misuse } from '../misuse.ts';
import type { Circumstances } from './check-report.ts';

const FORMATS = ['text', 'json', 'sarif', 'github'] as const;

export type Format = (typeof FORMATS)[number];

/** What the command line said, as commander hands it over. */
export interface RawOptions {
  readonly repo?: string;
  readonly base?: string;
  readonly head?: string;
  readonly author?: string;
  readonly permission?: string;
  readonly date?: string;
  readonly batch?: boolean;
  readonly publishing?: boolean;
  readonly format?: string;
  readonly config?: string;
}

/** What to check. */
export type Source =
  | { readonly kind: 'files'; readonly files: readonly string[] }
  | { readonly kind: 'work-tree'; readonly repo: string; readonly base: string; readonly files: readonly string[] }
  | {
      readonly kind: 'commits';
      readonly repo: string;
      readonly base: string;
      readonly head: string;
      readonly files: readonly string[];
    }
  | { readonly kind: 'batch'; readonly repo: string };

export interface CheckOptions {
  readonly source: Source;
  readonly circumstances: Circumstances;
  readonly format: Format;
  /** A configuration file instead of the newsletter's own. */
  readonly config: string | undefined;
}

/**
 * Makes a plan of a command line.
 * @param today the day that counts where none is given, YYYY-MM-DD
 */
export function parseCheckOptions(files: readonly string[], raw: RawOptions, today: string): CheckOptions | Misuse {
  const source = parseSource(files, raw);
  if ('misuse' in source) return source;
  const circumstances = parseCircumstances(raw, today);
  if ('misuse' in circumstances) return circumstances;
  const name = raw.format ?? (raw.batch === true ? 'json' : 'text');
  const format = FORMATS.find((one) => one === name);
  if (format === undefined) return { misuse: `unknown format: ${name} (one of ${FORMATS.join(', ')})` };
  if (raw.batch === true && format !== 'json') return { misuse: `--batch writes JSON, not ${format}` };
  return { source, circumstances, format, config: raw.config };
}

function parseSource(files: readonly string[], raw: RawOptions): Source | Misuse {
  const { base, head, repo = '.' } = raw;
  if (base === '') return { misuse: '--base is empty: which revision is it?' };
  if (head === '') return { misuse: '--head is empty: which revision is it?' };
  if (files.includes('')) return { misuse: 'FILE is empty: which file is it?' };
  if (raw.batch === true) {
    const isAlone = files.length === 0 && base === undefined && head === undefined;
    return isAlone
      ? { kind: 'batch', repo }
      : { misuse: '--batch reads revisions from standard input: leave out FILE, --base and --head' };
  }
  if (base !== undefined && head !== undefined) return { kind: 'commits', repo, base, head, files };
  if (base !== undefined) return { kind: 'work-tree', repo, base, files };
  if (head !== undefined) return { misuse: '--head needs --base: what is it compared with?' };
  if (raw.repo !== undefined) return { misuse: '--repo needs --base: what is it compared with?' };
  if (files.length > 0) return { kind: 'files', files };
  return { misuse: 'nothing to check: name a FILE, or a revision with --base to check what was added since' };
}

/** Reads author, permission and date as a person or a program gave them; what is missing is unknown, or today, or not so. */
export function parseCircumstances(
  raw: Pick<RawOptions, 'author' | 'permission' | 'date' | 'publishing'>,
  today: string,
): Circumstances | Misuse {
  const { permission = 'unknown', publishing: isPublishing = false } = raw;
  if (permission !== 'read' && permission !== 'write' && permission !== 'unknown') {
    return { misuse: `unknown permission: ${permission} (read or write)` };
  }
  const date = toDay(raw.date ?? today);
  // A time after the day is welcome: it is how most programs write dates.
  if (date === undefined || !/^.{10}(T.*)?$/s.test(raw.date ?? today)) {
    return { misuse: `bad date: ${raw.date ?? today} (YYYY-MM-DD)` };
  }
  return { author: raw.author ?? '', permission, date, isPublishing };
}
