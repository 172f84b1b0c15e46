import type { UpdatesConfig } from '../../config/fill-schema.ts';
import { learnWeeks, type WeeksLesson } from './learn-weeks.ts';
import { unpackWeek } from './pack-week.ts';

/** Learns from packed weeks; what cannot be unpacked is left out. */
export function learnPacks(given: {
  readonly packs: readonly string[];
  readonly config: UpdatesConfig;
  readonly issue: string;
}): WeeksLesson {
  const weeks = given.packs.flatMap((pack) => unpackWeek(pack) ?? []);
  return learnWeeks(weeks, given.config, given.issue);
}
