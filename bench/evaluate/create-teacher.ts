import type { Archive } from '../../src/archive/index-issues.ts';
import { listTeaching } from '../../src/classifier/list-teaching.ts';
import type { SectionModel } from '../../src/classifier/section-model.ts';
import { trainSections } from '../../src/classifier/train-sections.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import { listLinkSections } from '../../src/config/list-link-sections.ts';
import { Latest } from '../../src/shared/latest.ts';

/** A lesson serves as long: one for each issue would take half an hour. */
const SPAN = 56 * 24 * 3_600_000;

/** What archives teach, learnt anew for every eighth issue from what was published before it, never later. */
export function createTeacher(): (archive: Archive) => SectionModel | undefined {
  const models = new Latest<{ readonly model: SectionModel | undefined }>(2);
  return ({ links }) => {
    const latest = Date.parse(links.at(-1)?.date ?? '');
    if (Number.isNaN(latest)) return undefined;
    const until = new Date(latest - (latest % SPAN)).toISOString().slice(0, 10);
    const known = models.get(until);
    if (known !== undefined) return known.model;
    const earlier = links.filter(({ date }) => date < until);
    const model = trainSections(listTeaching(earlier, listLinkSections(defaultConfig)));
    models.set(until, { model });
    return model;
  };
}
