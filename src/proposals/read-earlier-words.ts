import { toLiteralMarkdown } from '../wording/inert-text.ts';

/** What the description of a proposal says of a section so far, with its heading; '' where it says nothing. */
export function readEarlierWords(body: string, heading: string): string {
  const lines = body.split(/\r?\n/);
  const start = lines.indexOf(`### ${toLiteralMarkdown(heading)}`);
  if (start < 0) return '';
  const end = lines.findIndex((line, at) => at > start && /^(?:### |<!-- copydesk:)/.test(line));
  return lines
    .slice(start, end < 0 ? undefined : end)
    .join('\n')
    .trim();
}
