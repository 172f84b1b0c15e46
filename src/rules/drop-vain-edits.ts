import type { Finding } from '../findings/finding.ts';
import { getTouchedLines } from '../findings/suggestion.ts';
import { allRules } from './index.generated.ts';

/** Rules whose findings have to come out. */
const removers = new Set(allRules.flatMap(({ id, takesOut }) => (takesOut === true ? [id] : [])));

/**
 * Findings that stand, without the edits of lines that have to come out: who accepted one would still have to take the line
 * out. To be called with what nobody ignores.
 */
export function dropVainEdits(findings: readonly Finding[]): readonly Finding[] {
  const leaving = findings.filter(({ rule }) => removers.has(rule));
  const isVain = (finding: Finding): boolean => {
    const { startLine, endLine } = getTouchedLines(finding);
    return leaving.some(
      ({ path, place }) => path === finding.path && place.startLine <= startLine && endLine <= place.endLine,
    );
  };
  return findings.map((finding) => (finding.edits.length > 0 && isVain(finding) ? { ...finding, edits: [] } : finding));
}
