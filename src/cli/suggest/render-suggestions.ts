import type { SectionModel } from '../../classifier/section-model.ts';
import { toTerminalText } from '../terminal-text.ts';
import type { Suggestion } from './suggest-sections.ts';

/** Suggestions for people. */
export function renderSuggestions(suggestions: readonly Suggestion[], model: SectionModel | undefined): string {
  if (model === undefined) return 'No suggestion: too few links were published to learn from.';
  if (suggestions.length === 0) return 'No suggestion: no section is likely enough (--all names them all).';
  return suggestions
    .map(({ section, confidence, evidence }) => {
      // Nothing that was learnt is certain.
      const percent = `${Math.min(99, Math.round(confidence * 100))} %`.padStart(5);
      return `${percent}  ${toTerminalText(section)}: ${toTerminalText(evidence)}`;
    })
    .join('\n');
}
