import type { Config } from '../config/schema.ts';

/** What the items of a list start with. */
export type Bullet = Config['bullet'];

/** A line of a list: text that is Markdown already, linked. Addresses come from GitHub and hold no brackets. */
export function renderLine(bullet: Bullet, text: string, url: string, before = ''): string {
  return `${bullet} ${before === '' ? '' : `${before} `}[${text}](${url})`;
}

/** Blocks of Markdown with a blank line between them, those that are empty left out. */
export function joinBlocks(blocks: readonly string[]): string {
  return blocks
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .join('\n\n');
}
