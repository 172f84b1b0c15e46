import type { Day } from '../shared/brand.ts';
import type { Window } from './window.ts';

/** The issue that is filled. */
export interface Week {
  /** The date of the issue. */
  readonly issue: Day;
  readonly window: Window;
  /** By section, its window if it is another. */
  readonly windows?: ReadonlyMap<string, Window> | undefined;
  /** Addresses of entries that people want listed, as `redirectLinks` has them: they are offered whatever else is. */
  readonly ticked?: ReadonlySet<string> | undefined;
  /** By section id, what the previous issues list there, as `owner/name#number`: it is not listed again. */
  readonly earlier: Readonly<Record<string, ReadonlySet<string>>>;
  /** By section id, the section as it stands in each earlier issue that has it, newest first. */
  readonly earlierBodies: Readonly<Record<string, readonly string[]>>;
}

/** An issue or pull request of GitHub, as far as every list of them needs it. */
export interface Thread {
  /** `owner/name` */
  readonly repository: string;
  readonly number: number;
  /** As its author wrote it. */
  readonly title: string;
  readonly url: string;
}

/** `owner/name#number`, in lower case since GitHub does not tell case apart. */
export function toKey({ repository, number }: Pick<Thread, 'repository' | 'number'>): string {
  return `${repository.toLowerCase()}#${number}`;
}

/** What is new in a section: not listed there in the previous issues, and each thread once. */
export function listNew<Item extends Thread>(items: readonly Item[], week: Week, section: string): readonly Item[] {
  const seen = new Set(week.earlier[section]);
  return items.filter((item) => {
    const key = toKey(item);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
