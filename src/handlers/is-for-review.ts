import { parseCommands } from '../commands/parse-command.ts';

/**
 * Whether the text of a comment asks for something that the review answers. A comment with `fill` is answered by whoever
 * fills, wherever it stands but in a thread on lines, where nobody fills anything.
 */
export function isForReview(body: string, isInThread: boolean): boolean {
  const commands = parseCommands(body);
  return commands.length > 0 && (isInThread || !commands.some(({ kind }) => kind === 'fill'));
}
