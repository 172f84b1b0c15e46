import type { PageProgress } from './review-input.ts';

/** Sentences about links whose pages are not known, or not yet. */
export function renderPageProgress(pages: PageProgress | undefined): readonly string[] {
  const { unverified = 0, pending = 0 } = pages ?? {};
  return [
    ...(pending === 0
      ? []
      : [`Copydesk is still reading ${countLinks(pending)}, and will say so if that changes anything.`]),
    ...(unverified === 0 ? [] : [`Copydesk could not verify ${countLinks(unverified)}, which need not mean anything.`]),
  ];
}

function countLinks(number: number): string {
  return number === 1 ? '1 link' : `${number} links`;
}
