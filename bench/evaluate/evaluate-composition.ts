import type { Repository } from '../../src/adapters/git/open-repository.ts';
import { createCheckDesk } from '../../src/cli/check/check-desk.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import { findCompositionFlaws } from './find-composition-flaws.ts';
import { findSuggestionFlaws } from './find-suggestion-flaws.ts';
import { readPullFiles } from './read-pull-files.ts';
import type { Pull } from './read-pulls.ts';
import { createInProcessParser } from '../../test/support/in-process-parser.ts';

/** What came of accepting the suggestions of many reviews. */
export interface Composition {
  readonly pulls: number;
  /** Pull requests with something to suggest. */
  readonly suggesting: number;
  /** `#number what is wrong`. */
  readonly flaws: readonly string[];
}

/** Accepts what the reviews of recorded first pushes suggest, and says where that does not end well. */
export async function evaluateComposition(
  repository: Repository,
  pulls: readonly Pull[],
  progress: (done: number, all: number) => void = () => undefined,
): Promise<Composition> {
  const desk = createCheckDesk({ repository, parser: createInProcessParser(), config: defaultConfig, reach: 'whole' });
  const flaws: string[] = [];
  let suggesting = 0;
  for (const [index, pull] of pulls.entries()) {
    const { files, openDrafts, review } = await readPullFiles(desk, pull);
    const report = review(files);
    if (report.findings.some(({ edits }) => edits.length > 0)) {
      suggesting += 1;
      const found = [
        ...findCompositionFlaws(files, report.findings, review),
        ...findSuggestionFlaws(files, openDrafts, report, review),
      ];
      flaws.push(...found.map((flaw) => `#${pull.pr} ${flaw}`));
    }
    progress(index + 1, pulls.length);
  }
  return { pulls: pulls.length, suggesting, flaws };
}
