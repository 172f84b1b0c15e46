import type { DiffLine } from './diff-lines.ts';
import { html, type Html } from './html.ts';

const SIGNS: Readonly<Record<DiffLine['kind'], string>> = {
  added: '+',
  removed: '−',
  context: ' ',
  hunk: ' ',
  note: ' ',
};

/**
 * Rows of a diff as a table.
 * @param after what stands under a row, across its whole width, e.g. the comments on that line
 */
export function renderDiff(lines: readonly DiffLine[], after: (line: DiffLine) => Html | undefined): Html {
  const rows = lines.map((line) => {
    const below = after(line);
    return html`${renderLine(line)}${
      below &&
      html`<tr class="talk">
        <td colspan="4">${below}</td>
      </tr>`
    }`;
  });
  return html`<table class="diff">
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function renderLine(line: DiffLine): Html {
  return html`<tr class="${line.kind}">
    <td class="number">${line.oldLine}</td>
    <td class="number">${line.newLine}</td>
    <td class="sign">${SIGNS[line.kind]}</td>
    <td class="code"><code>${line.text}</code></td>
  </tr>`;
}
