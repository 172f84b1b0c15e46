import { parseCommands } from '../../commands/parse-command.ts';
import type { FillOrder } from '../../ports/job.ts';

type Command = FillOrder & { readonly kind: 'command' };

/** What the text of a comment asks for, which stands at `place`; undefined where it does not ask for sections. */
export function parseFillOrder(
  body: string,
  place: Pick<Command, 'commentId' | 'subjectId' | 'number' | 'login'>,
): Command | undefined {
  const commands = parseCommands(body);
  const fills = commands.flatMap((command) => (command.kind === 'fill' ? [command.sections] : []));
  if (fills.length === 0) return undefined;
  return {
    kind: 'command',
    ...place,
    sections: fills.some((sections) => sections.length === 0) ? [] : fills.flat(),
    isMixed: fills.length < commands.length,
  };
}
