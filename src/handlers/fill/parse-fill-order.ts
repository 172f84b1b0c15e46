import { parseCommands } from '../../commands/parse-command.ts';
import type { FillCommand } from '../../ports/job.ts';

/** More sections no newsletter has. */
const MAX_SECTIONS = 50;

/** As the configuration allows for a heading. */
const MAX_NAME = 200;

/** What the text of a comment asks for, which stands at `place`; undefined where it does not ask for sections. */
export function parseFillOrder(
  body: string,
  place: Pick<FillCommand, 'commentId' | 'subjectId' | 'number' | 'login'>,
): FillCommand | undefined {
  const commands = parseCommands(body);
  const fills = commands.flatMap((command) => (command.kind === 'fill' ? [command.sections] : []));
  if (fills.length === 0) return undefined;
  return {
    kind: 'command',
    ...place,
    sections: fills.some((sections) => sections.length === 0) ? [] : fills.flat().slice(0, MAX_SECTIONS).map(toName),
    isMixed: fills.length < commands.length,
  };
}

/** A database keeps no zero bytes. */
function toName(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').slice(0, MAX_NAME);
}
