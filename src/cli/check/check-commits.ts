import { fail, type Outcome, succeed } from '../../adapters/git/git-trouble.ts';
import type { Repository } from '../../adapters/git/open-repository.ts';
import type { Config } from '../../config/schema.ts';
import type { OpenDraft } from '../../newsletter/open-draft.ts';
import type { CommitSha } from '../../shared/brand.ts';
import { readTreeConfig } from '../find-config.ts';
import { readTexts } from '../read-texts.ts';
import type { CheckDesk } from './check-desk.ts';
import type { CheckReport, Circumstances } from './check-report.ts';
import { judge } from './judge.ts';
import { knowArchive } from './know-archive.ts';
import { listDrafts } from './list-drafts.ts';
import { readChanges } from './read-changes.ts';
import { readProposedConfig } from './read-proposed-config.ts';

/** Two revisions, as a pull request has them: the branch it is meant for and its last commit. */
export interface Revisions {
  readonly base: string;
  readonly head: string;
}

/** Which trees to compare (their object ids), and which one tells what drafts are open. */
export interface Trees {
  readonly before: string;
  readonly after: string;
  readonly current: string;
}

/**
 * Checks what a pull request from `head` into `base` would add: compared with the commit where their histories parted,
 * with the drafts that are open in `base`. An unknown revision or a broken repository is an outcome.
 * @param only look at these paths only
 */
export async function checkCommits(
  desk: CheckDesk,
  revisions: Revisions,
  circumstances: Circumstances,
  only?: readonly string[],
): Promise<Outcome<CheckReport>> {
  const commits = await findCommits(desk.repository, revisions);
  if (!commits.ok) return commits;
  const after = await desk.repository.readCommit(commits.value.head);
  if (!after.ok) return after;
  return checkTrees(desk, { ...commits.value.trees, after: after.value.tree }, circumstances, only);
}

/** A pull request's commits, and the trees it starts from: where the histories parted, and the base as it is now. */
export interface PullRequestCommits {
  readonly head: CommitSha;
  readonly trees: Omit<Trees, 'after'>;
}

/** Looks up the commits of a pull request; an unknown revision is an outcome. */
export async function findCommits(repository: Repository, revisions: Revisions): Promise<Outcome<PullRequestCommits>> {
  const base = await repository.resolveCommit(revisions.base);
  if (!base.ok) return base;
  const head = await repository.resolveCommit(revisions.head);
  if (!head.ok) return head;
  const parted = await repository.findMergeBase(base.value, head.value);
  if (!parted.ok) return parted;
  const before = await repository.readCommit(parted.value);
  if (!before.ok) return before;
  const current = await repository.readCommit(base.value);
  if (!current.ok) return current;
  return succeed({ head: head.value, trees: { before: before.value.tree, current: current.value.tree } });
}

/** Checks what turns one tree into another. */
export async function checkTrees(
  desk: CheckDesk,
  trees: Trees,
  circumstances: Circumstances,
  only?: readonly string[],
): Promise<Outcome<CheckReport>> {
  const { repository, parser } = desk;
  const found = await requireFiles(repository, trees, only ?? []);
  if (!found.ok) return found;
  const settings = await findConfig(desk, trees.current);
  if (!settings.ok) return settings;
  const { config } = settings.value;
  const proposed = await readProposedConfig(repository, trees, config, only);
  if (!proposed.ok) return proposed;
  const changes = await readChanges(repository, config, trees.before, trees.after, only);
  if (!changes.ok) return changes;
  const openDrafts = await findOpenDrafts(desk, settings.value, trees.current);
  if (!openDrafts.ok) return openDrafts;
  const read = await parser.readSubmission(changes.value.files, config);
  const { submission } = read;
  const known = await knowArchive(desk, settings.value, trees.current, submission);
  if (!known.ok) return known;
  const archive = known.value;
  const unreadable = [...changes.value.unreadable, ...read.unreadable];
  const facts = { openDrafts: openDrafts.value, archive, sectionModel: desk.teach(archive) };
  const report = judge({ submission, unreadable, proposedConfig: proposed.value, ...facts }, config, circumstances);
  return succeed(openDrafts.value === undefined ? { ...report, missingDrafts: config.paths.drafts } : report);
}

/** Fails for a path that neither tree has: a name mistyped must not look like a clean check. */
async function requireFiles(
  repository: Repository,
  { before, after }: Trees,
  paths: readonly string[],
): Promise<Outcome<undefined>> {
  for (const path of paths) {
    const inHead = await repository.hasFile(after, path);
    if (!inHead.ok) return inHead;
    const inBase = await repository.hasFile(before, path);
    if (!inBase.ok) return inBase;
    if (!inHead.value && !inBase.value) return fail('unknown-file', path);
  }
  return succeed(undefined);
}

/** A configuration, and what tells it from others. */
interface Settings {
  readonly config: Config;
  readonly id: string;
}

/** The configuration that a check goes by: the one given, or that of a tree. */
export async function findConfig({ config, repository }: CheckDesk, tree: string): Promise<Outcome<Settings>> {
  return config === undefined ? readTreeConfig(repository, tree) : succeed({ config, id: '' });
}

async function findOpenDrafts(
  desk: CheckDesk,
  { config, id }: Settings,
  tree: string,
): Promise<Outcome<readonly OpenDraft[] | undefined>> {
  const { repository, parser } = desk;
  const drafts = await listDrafts(repository, config, tree);
  if (!drafts.ok || drafts.value === undefined) return drafts.ok ? succeed(undefined) : drafts;
  const blobs = drafts.value;
  return desk.rememberDrafts(JSON.stringify([id, blobs]), async () => {
    const texts = await readTexts(repository, blobs);
    return texts.ok ? succeed(await parser.readDrafts(texts.value, config)) : texts;
  });
}
