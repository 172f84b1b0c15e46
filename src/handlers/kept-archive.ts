import { type Archive, indexIssues } from '../archive/index-issues.ts';
import type { KnownIssues } from '../archive/known-issues.ts';
import { listTeaching } from '../classifier/list-teaching.ts';
import type { SectionModel } from '../classifier/section-model.ts';
import { listLinkSections } from '../config/list-link-sections.ts';
import type { PullRequestSnapshot } from '../ports.ts';
import type { Deps } from './deps.ts';
import { readIssues } from './read-issues.ts';
import { toRepositoryKey } from '../shared/repository-key.ts';

/** What is remembered of a newsletter's archive. Only a memory: what is lost is read again. */
export interface KeptArchive {
  /** The same as long as no issue has changed, nor how issues are read; '' where they could not be read. */
  readonly version: string;
  /** How issues were read: the settings that matter for it. */
  readonly manner: string;
  readonly reading: Promise<ReadArchive>;
  /** What the archive teaches. */
  readonly lesson: Promise<Lesson>;
  /** What an earlier version of it taught, which serves until this one is learnt. */
  readonly formerModel: Promise<SectionModel | undefined>;
}

interface ReadArchive {
  readonly issues: KnownIssues;
  /** undefined where it could not be read in full. */
  readonly archive: Archive | undefined;
}

/** undefined where the archive teaches too little. */
interface Lesson {
  readonly model: SectionModel | undefined;
}

/** The archive that a snapshot names: the one that is kept, or one that is being read from now on. */
export function keepArchive(deps: Deps, snapshot: PullRequestSnapshot): KeptArchive {
  const key = toRepositoryKey(snapshot.ref);
  const manner = toManner(snapshot);
  const version = `${manner} ${JSON.stringify(snapshot.archiveFolders)}`;
  const kept = deps.archives.get(key);
  if (kept?.version === version) return kept;
  const fresh = startReading(deps, snapshot, { version, manner }, kept);
  deps.archives.set(key, fresh);
  void fresh.reading.then(({ archive }) => {
    // The next review tries again, and goes on from what could be read.
    if (archive === undefined && deps.archives.get(key) === fresh) deps.archives.set(key, { ...fresh, version: '' });
  });
  return fresh;
}

function toManner({ configuration: { config } }: PullRequestSnapshot): string {
  const { paths, sections, grammars, trackingParameters } = config;
  return JSON.stringify([paths, sections, grammars, trackingParameters]);
}

function startReading(
  deps: Deps,
  snapshot: PullRequestSnapshot,
  names: Pick<KeptArchive, 'version' | 'manner'>,
  former: KeptArchive | undefined,
): KeptArchive {
  const isAlike = former?.manner === names.manner;
  const reading = readOn(deps, snapshot, isAlike ? former : undefined).catch((error: unknown): ReadArchive => {
    deps.log.error({ err: error }, 'Reading the archive failed');
    return { issues: new Map(), archive: undefined };
  });
  const lesson = reading
    .then(({ archive }) => learn(deps, snapshot, archive))
    .catch((error: unknown): Lesson => {
      deps.log.error({ err: error }, 'Learning from the archive failed');
      return { model: undefined };
    });
  return { ...names, reading, lesson, formerModel: recallModel(deps, isAlike ? former : undefined) };
}

/** Goes on from what an earlier version, read in the same manner, knew of the same files. */
async function readOn(
  deps: Deps,
  snapshot: PullRequestSnapshot,
  former: KeptArchive | undefined,
): Promise<ReadArchive> {
  const known = await former?.reading;
  const { issues, trouble } = await readIssues(deps, snapshot, known?.issues ?? new Map());
  if (trouble === undefined) return { issues, archive: indexIssues([...issues.values()]) };
  deps.log.warn({ trouble, read: issues.size }, 'The archive could not be read in full');
  return { issues, archive: undefined };
}

async function learn(
  { trainer, log }: Deps,
  snapshot: PullRequestSnapshot,
  archive: Archive | undefined,
): Promise<Lesson> {
  const sections = listLinkSections(snapshot.configuration.config);
  const lessons = listTeaching(archive?.links ?? [], sections);
  const training = await trainer.trainSections(lessons);
  if (training.kind === 'failed') log.warn({ reason: training.reason }, 'Learning from the archive took too much');
  return { model: training.kind === 'trained' ? training.model : undefined };
}

async function recallModel({ clock }: Deps, former: KeptArchive | undefined): Promise<SectionModel | undefined> {
  if (former === undefined) return undefined;
  const lesson = await clock.within(former.lesson, 0);
  return lesson?.model ?? former.formerModel;
}
