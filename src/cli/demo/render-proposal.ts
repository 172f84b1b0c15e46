import type { PullState } from '../../sandbox/state.ts';
import { toTerminalText } from '../terminal-text.ts';
import { listAdded } from './judge-proposal.ts';
import { renderBody } from './render-body.ts';
import { bar, inside, type TerminalStyle } from './render-conversation.ts';

/** A proposal for a terminal: its title, its description with the list to tick, and what it adds to the draft. */
export function renderProposal(pull: PullState, style: TerminalStyle): readonly string[] {
  const { colors } = style;
  const description = bar(renderText(pull.body, style), colors);
  const title = colors.bold(`#${pull.number} ${toTerminalText(pull.title)}`);
  return [
    title,
    `${colors.bold(colors.magenta(pull.author.login))} opens it:`,
    ...description,
    ...renderAdded(pull, listAdded(pull), style),
  ];
}

/** What there is to tick after a refresh, and which lines the draft did not get before. */
export function renderRefreshed(before: PullState, after: PullState, style: TerminalStyle): readonly string[] {
  const { colors } = style;
  const [old, added] = [new Set(listAdded(before)), listAdded(after)];
  const tasks = renderText(after.body, style).filter((line) => line.startsWith('- ['));
  return [
    `${colors.bold(colors.magenta(after.author.login))} refreshes it:`,
    ...bar(tasks, colors),
    ...renderAdded(
      after,
      added.filter((line) => !old.has(line)),
      style,
    ),
  ];
}

/** Lines as they will read, with links by their text: addresses would fill the screen. */
function renderAdded({ files }: PullState, lines: readonly string[], style: TerminalStyle): readonly string[] {
  const paths = files.map(({ path }) => style.colors.dim(`  ${toTerminalText(path)}`));
  const written = lines.filter((line) => line !== '').flatMap((line) => renderText(line, style));
  return [...paths, ...written.map((line) => style.colors.green(`  + ${line}`))];
}

function renderText(text: string, style: TerminalStyle): readonly string[] {
  return renderBody(text, { ...inside(style), replaced: [] });
}
