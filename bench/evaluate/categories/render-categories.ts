import { type CategoryFigures, listSections, measureConfident } from './measure-guesses.ts';
import type { Guess } from './walk-issues.ts';

const THRESHOLDS = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/** The figures as text, with coverage and precision by confidence and what was taken for what. */
export function renderCategories(figures: CategoryFigures, guesses: readonly Guess[]): string {
  const { links, top1, top2, macroF1, suggested, baselines } = figures;
  return [
    `${links} links: right ${show(top1)}, right or second ${show(top2)}, macro-F1 ${show(macroF1)}`,
    `baselines: most frequent section ${show(baselines.majority)}, the site's most frequent section ${show(baselines.site)}`,
    `by its own threshold it speaks about ${show(suggested.coverage)}, rightly ${show(suggested.precision)}`,
    '',
    'confidence  coverage  precision',
    ...THRESHOLDS.map((threshold) => {
      const { coverage, precision } = measureConfident(guesses, threshold);
      return `≥ ${String(threshold).padEnd(10)}${show(coverage).padStart(8)}${show(precision).padStart(11)}`;
    }),
    '',
    'ran in (rows), guessed (columns)',
    ...renderConfusion(guesses),
  ].join('\n');
}

function renderConfusion(guesses: readonly Guess[]): readonly string[] {
  const sections = listSections(guesses);
  return sections.map((section, row) => {
    const ran = guesses.filter(({ link }) => link.section === section);
    const cells = sections.map((guessed) =>
      String(ran.filter(({ ranked }) => ranked[0] === guessed).length).padStart(5),
    );
    return `${String(row + 1)} ${section.padEnd(24)}${cells.join('')}`;
  });
}

function show(share: number): string {
  return share.toFixed(3);
}
