import type { Repository } from '../../src/adapters/git/open-repository.ts';
import type { CheckReport } from '../../src/cli/check/check-report.ts';
import { createCheckDesk } from '../../src/cli/check/check-desk.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import { createTeacher } from './create-teacher.ts';
import type { Pull } from './read-pulls.ts';
import { reviewPull } from './review-pull.ts';
import { createInProcessParser } from '../../test/support/in-process-parser.ts';

/** Which pull requests to look at; days as YYYY-MM-DD, `until` exclusive. */
export interface Selection {
  readonly since: string;
  readonly until: string;
}

/** What to do with each review. */
export interface Visitor {
  readonly reviewed: (pull: Pull, report: CheckReport) => void;
  /** A review that throws is a result, too. */
  readonly crashed: (pull: Pull, error: unknown) => void;
  /** Called after each pull request with how many of how many are done. */
  readonly progress: (done: number, all: number) => void;
}

/** Those opened in the days that are asked for. */
export function selectPulls(pulls: readonly Pull[], { since, until }: Selection): readonly Pull[] {
  return pulls.filter(({ opened_at: day }) => day >= since && day < until);
}

/** Reviews the first push of one pull request after the other. */
export async function reviewPulls(repository: Repository, pulls: readonly Pull[], visitor: Visitor): Promise<void> {
  // In this process: the data is known to end, and a worker's messages would cost more than the reading.
  const tools = { repository, parser: createInProcessParser(), config: defaultConfig };
  const desk = createCheckDesk({ ...tools, reach: 'whole', teach: createTeacher() });
  for (const [index, pull] of pulls.entries()) {
    try {
      visitor.reviewed(pull, await reviewPull(desk, pull));
    } catch (error) {
      visitor.crashed(pull, error);
    }
    visitor.progress(index + 1, pulls.length);
  }
}
