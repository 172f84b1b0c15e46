import type { Guess } from './walk-issues.ts';

/** How good the guesses are; shares of 1. */
export interface CategoryFigures {
  readonly links: number;
  readonly top1: number;
  readonly top2: number;
  /** The mean of all sections' F1, each counting the same. */
  readonly macroF1: number;
  readonly confident: Confident;
  /** By the threshold that the model chose from the issues before. */
  readonly suggested: { readonly coverage: number; readonly precision: number };
  readonly baselines: { readonly majority: number; readonly site: number };
}

/** Of all links so many were guessed with this confidence or more, and so many of these rightly. */
export interface Confident {
  readonly threshold: number;
  readonly coverage: number;
  readonly precision: number;
}

const THRESHOLD = 0.8;

/** Compares guesses with where the links ran. */
export function measureGuesses(guesses: readonly Guess[]): CategoryFigures {
  const share = (isSo: (guess: Guess) => boolean): number => divide(guesses.filter(isSo).length, guesses.length);
  const suggested = guesses.filter(({ isSuggested }) => isSuggested);
  return {
    links: guesses.length,
    top1: share(isRight),
    top2: share(({ link, ranked }) => ranked.slice(0, 2).includes(link.section)),
    macroF1: measureMacroF1(guesses),
    confident: measureConfident(guesses, THRESHOLD),
    suggested: {
      coverage: divide(suggested.length, guesses.length),
      precision: divide(suggested.filter(isRight).length, suggested.length),
    },
    baselines: {
      majority: share(({ link, majority }) => majority === link.section),
      site: share(({ link, site }) => site === link.section),
    },
  };
}

/** Coverage and precision from a confidence on. */
export function measureConfident(guesses: readonly Guess[], threshold: number): Confident {
  const sure = guesses.filter(({ confidence }) => confidence >= threshold);
  return {
    threshold,
    coverage: divide(sure.length, guesses.length),
    precision: divide(sure.filter(isRight).length, sure.length),
  };
}

/** The sections in which links ran, the most frequent first. */
export function listSections(guesses: readonly Guess[]): readonly string[] {
  const counted = [...Map.groupBy(guesses, ({ link }) => link.section)];
  return counted.sort(([, one], [, other]) => other.length - one.length).map(([section]) => section);
}

function measureMacroF1(guesses: readonly Guess[]): number {
  const sections = listSections(guesses);
  const parts = sections.map((section) => {
    const ran = guesses.filter(({ link }) => link.section === section);
    const guessed = guesses.filter(({ ranked }) => ranked[0] === section);
    return divide(2 * ran.filter(isRight).length, ran.length + guessed.length);
  });
  return divide(
    parts.reduce((sum, part) => sum + part, 0),
    sections.length,
  );
}

function isRight({ link, ranked }: Guess): boolean {
  return ranked[0] === link.section;
}

function divide(part: number, all: number): number {
  return all === 0 ? 0 : Math.round((part / all) * 10_000) / 10_000;
}
