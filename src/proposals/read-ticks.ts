import type { ShortlistEntry } from '../sections/filled-section.ts';
import type { SectionContents } from '../newsletter/section-contents.ts';
import { redirectLinks } from '../wording/redirect-links.ts';
import { findAddress } from './find-address.ts';
import type { Ticks } from './tick-entries.ts';

const TASK = /^[ \t]*[-*+] \[([ xX])\] \[[^\]]*\]\(([^\s)]+)\)/;

/** The task list of a proposal's body: whether ticked, by the address that the entry links to. */
export function readTasks(body: string): ReadonlyMap<string, boolean> {
  return new Map(
    body.split(/\r?\n/).flatMap((line) => {
      const [, mark, address] = TASK.exec(line) ?? [];
      return address === undefined ? [] : [[address, mark !== ' '] as const];
    }),
  );
}

/** Which tasks differ between two states of a body, as they are in the later one. */
export function findChangedTasks(before: string, after: string): ReadonlyMap<string, boolean> {
  const old = readTasks(before);
  return new Map([...readTasks(after)].filter(([address, isTicked]) => (old.get(address) ?? isTicked) !== isTicked));
}

/** The tasks of a body that say otherwise than what was generated with it: ticked since, and nobody has heeded it yet. */
export function findUnheeded(body: string, generated: SectionContents): ReadonlyMap<string, boolean> {
  const lines = [...generated.values()].flatMap((text) => text.split('\n'));
  const links = new Set(lines.map(toRedirectedAddress));
  return new Map([...readTasks(body)].filter(([address, isTicked]) => links.has(address) !== isTicked));
}

/** The same by the keys of a shortlist. */
export function toTicks(shortlist: readonly ShortlistEntry[], tasks: ReadonlyMap<string, boolean>): Ticks {
  return new Map(
    shortlist.flatMap((entry) => {
      const isTicked = tasks.get(toTaskAddress(entry));
      return isTicked === undefined ? [] : [[entry.key, isTicked] as const];
    }),
  );
}

/** Where an entry's task links to. */
export function toTaskAddress({ line }: ShortlistEntry): string {
  return toRedirectedAddress(line);
}

/** Where the first link of an entry's text leads, so that GitHub counts it as no mention; '' where there is none. */
export function toRedirectedAddress(entry: string): string {
  return redirectLinks(findAddress(entry) ?? '');
}
