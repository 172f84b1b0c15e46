import type { RfcsConfig } from '../config/fill-schema.ts';
import { escapeTitle } from './escape-title.ts';
import { type Bullet, joinBlocks, renderLine } from './render-line.ts';
import type { Thread } from './week.ts';

/** A list of proposals below its introduction, or the sentence that there are none. */
export function renderRfcs(threads: readonly Thread[], { intro, none }: RfcsConfig, bullet: Bullet): string {
  const lines = threads.map(({ title, url }) => renderLine(bullet, escapeTitle(title), url));
  return joinBlocks([intro, lines.length === 0 ? none : lines.join('\n')]);
}
