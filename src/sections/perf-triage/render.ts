import type { TriageConfig } from '../../config/fill-schema.ts';
import { joinBlocks } from '../render-line.ts';
import type { Triage } from './model.ts';

/** The section's body. */
export function renderTriage({ summary, url }: Pick<Triage, 'summary' | 'url'>, { report }: TriageConfig): string {
  return joinBlocks([summary, `[${report}](${url})`]);
}
