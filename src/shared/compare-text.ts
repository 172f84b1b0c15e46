/** Orders texts by their code units, the same on every machine, unlike a locale's order; for `sort`. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
