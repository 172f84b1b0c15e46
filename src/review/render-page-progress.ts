import { countOf } from '../wording/count-of.ts';
import type { PageProgress } from './review-input.ts';

/** Sentences about links whose pages are not known, or not yet. */
export function renderPageProgress(pages: PageProgress | undefined): readonly string[] {
  const { unverified = 0, pending = 0 } = pages ?? {};
  return [
    ...(pending === 0
      ? []
      : [`Copydesk is still reading ${countOf(pending, 'link')}, and will say so if that changes anything.`]),
    ...(unverified === 0
      ? []
      : [`Copydesk could not verify ${countOf(unverified, 'link')}, which need not mean anything.`]),
  ];
}
