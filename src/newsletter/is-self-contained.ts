import { findBlocks } from './find-blocks.ts';
import { countLines, splitLines } from './text-lines.ts';

/** Whether what stands below some Markdown is read as it is: no fence and no comment is open where it ends. Never throws. */
export function isSelfContained(markdown: string): boolean {
  const lines = splitLines(`${markdown}\n\n# Below`);
  return findBlocks(lines, 0).headings.some(({ line }) => line === countLines(lines));
}
