import { fillMessage } from '../findings/fill-message.ts';
import { toInertSpan, toLiteralMarkdown } from '../wording/inert-text.ts';
import type { SuggestedPlace } from './review-input.ts';

/** Why an item belongs in a section, as Markdown within a sentence. */
export function renderReason({ reason }: SuggestedPlace): string {
  return fillMessage(reason, toInertSpan, toLiteralMarkdown);
}
