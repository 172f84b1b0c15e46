import type { CheckReport } from '../../src/cli/check/check-report.ts';
import type { CheckDesk } from '../../src/cli/check/check-desk.ts';
import { judge } from '../../src/cli/check/judge.ts';
import { knowArchive } from '../../src/cli/check/know-archive.ts';
import { readChanges } from '../../src/cli/check/read-changes.ts';
import { listDrafts } from '../../src/cli/check/list-drafts.ts';
import { readTexts } from '../../src/cli/read-texts.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import type { ChangedFile } from '../../src/newsletter/changed-file.ts';
import type { OpenDraft } from '../../src/newsletter/open-draft.ts';
import { readSubmission } from '../../src/newsletter/read-submission.ts';
import { toDay } from '../../src/shared/brand.ts';
import type { Pull } from './read-pulls.ts';
import { requireValue } from './with-history.ts';

/** A recorded first push as texts (without patches), and how it is judged, again and again with other texts if need be. */
export interface PullFiles {
  readonly files: readonly ChangedFile[];
  readonly openDrafts: readonly OpenDraft[] | undefined;
  /** Reviews files as if the author had pushed these. */
  readonly review: (files: readonly ChangedFile[]) => CheckReport;
}

/** Reads the author's first push; rejects where git fails. */
export async function readPullFiles(desk: CheckDesk, pull: Pull): Promise<PullFiles> {
  const { repository, config = defaultConfig } = desk;
  const [before, after] = [await readTree(desk, pull.base), await readTree(desk, pull.first)];
  const { files } = requireValue(await readChanges(repository, config, before, after));
  const openDrafts = await readOpenDrafts(desk, before);
  const settings = { config, id: '' };
  const date = toDay(pull.opened_at);
  if (date === undefined) throw new Error(`pull request ${pull.pr} has no date`);
  const permission = pull.editor ? 'write' : 'read';
  const circumstances = { author: pull.author, permission, date } as const;
  const { submission } = readSubmission(files, config);
  const archive = requireValue(await knowArchive(desk, settings, before, submission));
  const facts = { openDrafts, archive, sectionModel: desk.teach(archive) };
  return {
    files,
    openDrafts,
    review: (pushed) => judge({ ...readSubmission(pushed, config), ...facts }, config, circumstances),
  };
}

async function readTree({ repository }: CheckDesk, revision: string): Promise<string> {
  const commit = requireValue(await repository.resolveCommit(revision));
  return requireValue(await repository.readCommit(commit)).tree;
}

async function readOpenDrafts(desk: CheckDesk, tree: string): Promise<readonly OpenDraft[] | undefined> {
  const drafts = requireValue(await listDrafts(desk.repository, defaultConfig, tree));
  if (drafts === undefined) return undefined;
  const texts = requireValue(await readTexts(desk.repository, drafts));
  return desk.parser.readDrafts(texts, defaultConfig);
}
