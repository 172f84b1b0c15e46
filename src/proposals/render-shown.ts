import type { FilledSection } from '../sections/filled-section.ts';
import { countOf } from '../wording/count-of.ts';
import { getFence, toLiteralMarkdown } from '../wording/inert-text.ts';
import { joinWithin, MAX_CHECK_TEXT } from '../wording/limits.ts';

/** Sections for a check run, where nothing may be published. */
export interface ShownText {
  readonly title: string;
  readonly summary: string;
  readonly text: string;
}

/** Shows the sections as they would be filled, and says what is missing for a pull request with them. */
export function renderShown(sections: readonly FilledSection[], mode: string, missing: readonly string[]): ShownText {
  const steps = [
    ...(missing.length === 0 ? [] : [`grant the app ${missing.map((name) => `\`${name}\``).join(' and ')}`]),
    ...(mode === 'publish' ? [] : ['set `mode: publish` in the configuration']),
  ];
  const blocks = sections.map(({ heading, body }) => {
    const fence = getFence(body, 3);
    return `### ${toLiteralMarkdown(heading)}\n\n${fence}md\n${body}\n${fence}\n`;
  });
  return {
    title: `${countOf(sections.length, 'section')}, not published`,
    summary: `These are the sections as they would be filled. For a pull request with them, ${steps.join(', and ')}.`,
    text: joinWithin(blocks, MAX_CHECK_TEXT, (left) => `… and ${left} more`),
  };
}
