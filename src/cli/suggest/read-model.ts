import { type Outcome, succeed } from '../../adapters/git/git-trouble.ts';
import { listTeaching } from '../../classifier/list-teaching.ts';
import { listLinkSections } from '../../config/list-link-sections.ts';
import type { SectionTrainer, Training } from '../../ports/section-trainer.ts';
import type { Day } from '../../shared/brand.ts';
import { type ArchiveTools, readArchive } from '../archive/read-archive.ts';
import { readTreeConfig } from '../find-config.ts';

/** What learning from a repository takes. */
export interface ModelTools extends ArchiveTools {
  readonly trainer: SectionTrainer;
}

/** Learns from the published issues of HEAD where links belong. @param before of these only those dated before it */
export async function readModel(tools: ModelTools, before: Day | undefined): Promise<Outcome<Training>> {
  const head = await tools.repository.resolveCommit('HEAD');
  if (!head.ok) return head;
  const commit = await tools.repository.readCommit(head.value);
  if (!commit.ok) return commit;
  const settings = await readTreeConfig(tools.repository, commit.value.tree);
  if (!settings.ok) return settings;
  const { config } = settings.value;
  const archive = await readArchive(tools, config, commit.value.tree, () => true);
  if (!archive.ok) return archive;
  const earlier = archive.value.links.filter(({ date }) => before === undefined || date < before);
  return succeed(await tools.trainer.trainSections(listTeaching(earlier, listLinkSections(config))));
}
