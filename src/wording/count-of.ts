/** `1 link`, `3 links`; for nouns whose plural ends in s. */
export function countOf(count: number, noun: string): string {
  return `${count} ${toNumber(count, noun)}`;
}

/** The noun as it stands beside this number: `link` or `links`. */
export function toNumber(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}
