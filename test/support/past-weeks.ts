import type { ListedEntry, PastMerge, PastWeek } from '../../src/sections/updates/past-week.ts';

/** A pull request of a past week about which nothing is known but its title. */
export function pastMerge(number: number, title: string, repository = 'rust-lang/cargo'): PastMerge {
  const unknown = { branch: '', paths: [], changedFiles: 1, bodyLength: undefined };
  return { repository, number, title, ...unknown, isUntold: false, isInRollup: false, isInTriage: false };
}

export function listedAs(number: number, text: string | undefined, repository = 'rust-lang/cargo'): ListedEntry {
  return { key: `${repository}#${number}`, heading: 'Cargo', text };
}

/** Issues of so many Wednesdays, the last on 2026-02-25, in which one opening word was always listed and another never. */
export function sampleWeeks(
  count: number,
  { picked, passed }: { picked: string; passed: string },
): readonly PastWeek[] {
  return Array.from({ length: count }, (_, weeksAgo) => {
    const issue = new Date(Date.parse('2026-02-25') - weeksAgo * 7 * 86_400_000).toISOString().slice(0, 10);
    const numbers = Array.from({ length: 10 }, (__, index) => 1000 * (weeksAgo + 1) + index);
    return {
      issue,
      merged: numbers.map((number) => pastMerge(number, `${number % 2 === 0 ? picked : passed} thing ${number}`)),
      listed: numbers
        .filter((number) => number % 2 === 0)
        .map((number) => listedAs(number, `${picked.toLowerCase()} thing ${number}`)),
    };
  });
}
