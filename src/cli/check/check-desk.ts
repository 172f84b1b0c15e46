import type { Outcome } from '../../adapters/git/git-trouble.ts';
import type { Repository } from '../../adapters/git/open-repository.ts';
import type { PublishedIssue } from '../../archive/archived-link.ts';
import type { Archive } from '../../archive/index-issues.ts';
import type { SectionModel } from '../../classifier/section-model.ts';
import type { Config } from '../../config/schema.ts';
import type { OpenDraft } from '../../newsletter/open-draft.ts';
import type { Parser } from '../../ports.ts';
import { remember } from './remember.ts';

/** More than a weekly newsletter publishes in fifty years. */
const MAX_ISSUES = 3000;

/** Everything that checks of one repository share. */
export interface CheckDesk {
  readonly repository: Repository;
  readonly parser: Parser;
  /** undefined: what each base says itself. */
  readonly config: Config | undefined;
  /** Drafts by their object ids: many pull requests see the same ones. */
  readonly rememberDrafts: ReturnType<typeof remember<Outcome<readonly OpenDraft[] | undefined>>>;
  /** For one check only the issues are read that mention its links; for many all are, and remembered like drafts. */
  readonly reach: 'mentions' | 'whole';
  readonly rememberIssues: ReturnType<typeof remember<Outcome<readonly PublishedIssue[]>>>;
  readonly rememberArchives: ReturnType<typeof remember<Outcome<Archive>>>;
  /** What an archive teaches about sections; the command line takes no time to learn. */
  readonly teach: (archive: Archive) => SectionModel | undefined;
}

/** Makes a desk; closing repository and parser stays with the caller. */
export function createCheckDesk(
  parts: Pick<CheckDesk, 'repository' | 'parser' | 'config'> & Partial<Pick<CheckDesk, 'reach' | 'teach'>>,
): CheckDesk {
  return {
    reach: 'mentions',
    teach: () => undefined,
    ...parts,
    rememberDrafts: remember(64),
    rememberIssues: remember(MAX_ISSUES),
    rememberArchives: remember(8),
  };
}
