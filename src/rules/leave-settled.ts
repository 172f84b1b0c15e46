import type { Finding } from '../findings/finding.ts';

/**
 * Findings that stand, without those in lines that another rule’s finding wants put back or elsewhere as a whole: there, one
 * remedy is enough. To be called with what nobody ignores.
 */
export function leaveSettled(findings: readonly Finding[]): readonly Finding[] {
  const settling = findings.filter(({ settles }) => settles !== undefined);
  if (settling.length === 0) return findings;
  const lines = new Set(
    settling.flatMap(({ path, settles = [] }) =>
      settles.flatMap(({ startLine, endLine }) =>
        Array.from({ length: endLine - startLine + 1 }, (_, index) => nameLine(path, startLine + index)),
      ),
    ),
  );
  const rules = new Set(settling.map(({ rule }) => rule));
  return findings.filter(({ rule, path, place }) => rules.has(rule) || !lines.has(nameLine(path, place.startLine)));
}

function nameLine(path: Finding['path'], line: number): string {
  return `${line} ${path}`;
}
