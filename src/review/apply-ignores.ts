import type { Finding } from '../findings/finding.ts';

/** Somebody's wish that a rule's findings be left out, which the app has granted. */
export interface Ignore {
  readonly rule: string;
  readonly login: string;
  readonly reason: string | undefined;
  /** The author of a pull request may leave out what is no error. */
  readonly coversErrors: boolean;
}

export interface IgnoredFinding {
  readonly finding: Finding;
  readonly ignore: Ignore;
}

/** Parts findings into those that stand and those that somebody ignores. */
export function applyIgnores(
  findings: readonly Finding[],
  ignores: readonly Ignore[],
): { readonly standing: readonly Finding[]; readonly ignored: readonly IgnoredFinding[] } {
  const judged = findings.map((finding) => ({ finding, ignore: ignores.find((one) => covers(one, finding)) }));
  return {
    standing: judged.filter(({ ignore }) => ignore === undefined).map(({ finding }) => finding),
    ignored: judged.flatMap(({ finding, ignore }) => (ignore === undefined ? [] : [{ finding, ignore }])),
  };
}

function covers({ rule, coversErrors }: Ignore, finding: Finding): boolean {
  return finding.rule === rule && (coversErrors || finding.severity !== 'error');
}
