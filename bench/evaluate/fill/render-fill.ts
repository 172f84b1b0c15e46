import type { FillFigures } from './measure-fill.ts';
import { slips } from './slips.ts';

/** The figures as text, with every difference and what it stands for. */
export function renderFill({ rendered, differences, bytes, titles, recall, rfcs }: FillFigures): string {
  return [
    'Rendered as published, modulo blank lines, levels of headings and bullets:',
    ...Object.entries(rendered).map(([section, share]) => `  ${section.padEnd(14)}${show(share)}`),
    ...differences.flatMap(({ week, section, published, rendered: ours }) => [
      `  ${week} ${section}: ${slips[`${week} ${section}`] ?? 'not looked up'}`,
      ...published.map((line) => `    - ${line}`),
      ...ours.map((line) => `    + ${line}`),
    ]),
    ...renderBytes(bytes),
    `Titles exact: development ${show(titles.development.exact)} of ${titles.development.entries} (by rules alone ${show(titles.development.unlearnt)}), report ${show(titles.report.exact)} of ${titles.report.entries} (by rules alone ${show(titles.report.unlearnt)})`,
    ...Object.entries(recall).map(
      ([span, of]) =>
        `Recall, ${span}: at the editors’ length ${show(of.atLength)}, at 1.5 times ${show(of.atOneAndAHalf)}, at twice ${show(of.atTwice)} of ${of.listed}`,
    ),
    `Approved RFCs: ${rfcs.approved}, missed ${rfcs.missed.length}, repeated ${rfcs.repeated.length} ${rfcs.repeated.join(' ')}`,
  ].join('\n');
}

function renderBytes(bytes: FillFigures['bytes']): readonly string[] {
  const of = (match: string): readonly string[] => bytes.filter((one) => one.match === match).map(({ week }) => week);
  const [equal, today, different] = [of('equal'), of('equal in today’s form'), of('different')];
  return [
    `Updates byte for byte as published: ${equal.length} of ${bytes.length} weeks; ${today.length} more but for a blank line below each sub-heading, which there was until 2025-06-11.`,
    ...different.map((week) => `  ${week} ${slips[`${week} bytes`] ?? 'not looked up'}`),
  ];
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
