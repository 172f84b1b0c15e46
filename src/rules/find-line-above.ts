import type { SubmittedFile } from '../newsletter/submission.ts';
import type { Place } from '../shared/place.ts';

/** Where to point at what is gone: the nearest line that stood above it in the base and stands once in the head. */
export function findLineAbove({ base, head }: SubmittedFile, baseLine: number): Place {
  const lines = new Map<string, readonly number[]>();
  for (const [index, text] of (head?.text.split('\n') ?? []).entries()) {
    lines.set(text, [...(lines.get(text) ?? []).slice(0, 1), index + 1]);
  }
  const above = base?.text.split('\n').slice(0, Math.max(0, baseLine - 1)) ?? [];
  const near = above.findLast((text) => text.trim() !== '' && lines.get(text)?.length === 1) ?? '';
  const line = lines.get(near)?.[0] ?? 1;
  return { startLine: line, startColumn: 1, endLine: line, endColumn: near.trimEnd().length + 1 };
}
