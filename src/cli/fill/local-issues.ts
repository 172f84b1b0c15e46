import { readdir, readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { EARLIER_ISSUES } from '../../adapters/github/sections/read-earlier-issues.ts';
import type { Config } from '../../config/schema.ts';
import type { Day } from '../../shared/brand.ts';

/** A draft lies so many folders below the newsletter's own, at most. */
const CLIMB = 3;

/** A published issue or older draft beside a draft. */
export interface LocalIssue {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly text: string;
}

/** The last published issues and older drafts before a day, newest first, from the folders beside a draft; none where there are none. */
export async function readLocalIssues(draft: string, { paths }: Config, issue: Day): Promise<readonly LocalIssue[]> {
  const dated: { readonly day: string; readonly file: string }[] = [];
  let folder = dirname(draft);
  for (let step = 0; step < CLIMB; step += 1) {
    for (const name of [...paths.archive, ...paths.drafts]) {
      const files = await listDated(join(folder, name), issue);
      dated.push(...files.filter(({ file }) => paths.extensions.includes(extname(file))));
    }
    folder = dirname(folder);
  }
  const newest = dated.toSorted((one, other) => (one.day < other.day ? 1 : -1)).slice(0, EARLIER_ISSUES);
  const read = newest.map(async ({ day, file }) => {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    return text === undefined ? [] : [{ day, text }];
  });
  return (await Promise.all(read)).flat();
}

async function listDated(folder: string, issue: Day) {
  const names = await readdir(folder).catch((): string[] => []);
  return names.flatMap((name) => {
    const [day] = /^\d{4}-\d{2}-\d{2}/.exec(name) ?? [];
    return day !== undefined && day < issue ? [{ day, file: join(folder, name) }] : [];
  });
}
