import { toTerminalText } from '../terminal-text.ts';
import type { Ranking } from './suggest-sections.ts';

/** Suggestions for people, who get none that is not likely enough unless they ask for all. */
export function renderSuggestions({ suggestions, isSure }: Ranking, isAll: boolean): string {
  if (!isAll && !isSure) return 'No suggestion: no section is likely enough (--all names them all).';
  return suggestions
    .map(({ section, confidence, evidence }) => {
      // Nothing that was learnt is certain.
      const percent = `${Math.min(99, Math.round(confidence * 100))} %`.padStart(5);
      return `${percent}  ${toTerminalText(section)}: ${toTerminalText(evidence)}`;
    })
    .join('\n');
}
