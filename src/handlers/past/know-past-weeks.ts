import type { Log } from '../../ports.ts';
import type { SectionRequest } from '../../ports/section-sources.ts';
import type { WeeksRequest } from '../../ports/past-weeks.ts';
import type { PastWeeksKnown } from '../../sections/updates/get-editing.ts';
import type { WeeksLesson } from '../../sections/updates/learn-weeks.ts';
import { toManner } from './to-manner.ts';
import type { PastTools } from './past-tools.ts';
import { toRepositoryKey } from '../../shared/repository-key.ts';

/** What past weeks teach about what is asked for; asks nobody but the store. Without them the configured rates rank. */
export async function knowPastWeeks(
  past: PastTools,
  log: Log,
  { repository, config, issueDate: issue }: SectionRequest,
): Promise<PastWeeksKnown | undefined> {
  const { updates } = config.fill;
  if (updates === false) return undefined;
  const { pastWeeks: wanted } = updates;
  const newsletter = toRepositoryKey(repository);
  const manner = toManner(config.fill);
  const known = ((await past.store.list(newsletter)) ?? [])
    .filter((week) => week.manner === manner && week.issue < issue)
    .map((week) => week.issue)
    .toSorted()
    .slice(-wanted);
  if (wanted === 0 || known.length === 0) return { lesson: undefined, wanted };
  const version = JSON.stringify([issue, known, updates]);
  const kept = past.lessons.get(newsletter);
  if (kept?.version === version) return { lesson: kept.lesson, wanted };
  const packs = (await past.store.read(newsletter, known)).map(({ pack }) => pack);
  const lesson = await learn(past, log, { packs, config: updates, issue });
  if (lesson !== undefined) past.lessons.set(newsletter, { version, lesson });
  return { lesson, wanted };
}

async function learn(past: PastTools, log: Log, request: WeeksRequest): Promise<WeeksLesson | undefined> {
  try {
    const training = await past.trainer.learnWeeks(request);
    if (training.kind === 'learnt') return training.lesson;
    log.warn({ reason: training.reason }, 'Learning from past weeks took too much');
  } catch (error) {
    log.error({ err: error }, 'Learning from past weeks failed');
  }
  return undefined;
}
