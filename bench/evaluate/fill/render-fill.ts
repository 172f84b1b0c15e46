import type { FillFigures } from './measure-fill.ts';
import { slips } from './slips.ts';

/** The figures as text, with every difference and what it stands for. */
export function renderFill({ rendered, differences, titles, recall, rfcs }: FillFigures): string {
  return [
    'Rendered as published, modulo blank lines, levels of headings and bullets:',
    ...Object.entries(rendered).map(([section, share]) => `  ${section.padEnd(14)}${show(share)}`),
    ...differences.flatMap(({ week, section, published, rendered: ours }) => [
      `  ${week} ${section}: ${slips[`${week} ${section}`] ?? 'not looked up'}`,
      ...published.map((line) => `    - ${line}`),
      ...ours.map((line) => `    + ${line}`),
    ]),
    `Titles exact: development ${show(titles.development.exact)} of ${titles.development.entries}, report ${show(titles.report.exact)} of ${titles.report.entries}`,
    ...Object.entries(recall).map(
      ([span, of]) =>
        `Recall, ${span}: at the editors’ length ${show(of.atLength)}, at 1.5 times ${show(of.atOneAndAHalf)}, at twice ${show(of.atTwice)} of ${of.listed}`,
    ),
    `Approved RFCs: ${rfcs.approved}, missed ${rfcs.missed.length}, repeated ${rfcs.repeated.length} ${rfcs.repeated.join(' ')}`,
  ].join('\n');
}

/** The same for programs. */
export function toFillJson({ rendered, titles, recall, rfcs }: FillFigures) {
  return {
    rendered,
    titles: { development: titles.development.exact, report: titles.report.exact },
    recall: { atLength: recall.report.atLength, atOneAndAHalf: recall.report.atOneAndAHalf },
    rfcs: { missed: rfcs.missed.length, repeated: rfcs.repeated.length },
  };
}

function show(share: number): string {
  return share.toFixed(3);
}
