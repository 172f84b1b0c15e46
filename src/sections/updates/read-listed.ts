import { type NamedSection, readSectionBodies } from '../read-earlier.ts';
import { toKey } from '../week.ts';
import type { ListedEntry } from './past-week.ts';

/** A line of an issue is short; what is longer is none of the list. */
const MAX_LINE = 2000;

const LINK = /\]\(https?:\/\/[^\s/()]+\/([\w.-]+\/[\w.-]+)\/pull\/(\d{1,9})\)/g;
const WHOLE = /^[*-] \[(.*)\]\([^\s()]+\)$/;

/**
 * The merged pull requests that a published issue lists, top to bottom, on whichever server they are.
 * @param sections all that are generated: one ends where another begins, whatever the level of its heading
 */
export function readListed(issue: string, sections: readonly NamedSection[]): readonly ListedEntry[] {
  const body = readSectionBodies(issue, sections).get('updates') ?? '';
  let above = '';
  return body.split('\n').flatMap((line) => {
    if (line.length > MAX_LINE) return [];
    const [, name] = /^#{1,6} +(.*)$/.exec(line) ?? [];
    if (name !== undefined) above = name.trim();
    return readLine(line.trim(), above);
  });
}

/** Older issues have several links in an entry: what each of them was called then is not known. */
function readLine(line: string, heading: string): readonly ListedEntry[] {
  const links = [...line.matchAll(LINK)];
  const text = links.length === 1 ? WHOLE.exec(line)?.[1] : undefined;
  return links.map(([, repository = '', number]) => ({
    key: toKey({ repository, number: Number(number) }),
    heading,
    text,
  }));
}
