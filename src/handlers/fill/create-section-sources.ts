import type { SectionFactsReader } from '../../ports/section-facts.ts';
import type { SectionRequest, SectionSources } from '../../ports/section-sources.ts';
import { renderSections, listSections } from '../../sections/index.ts';
import { readEarlier } from '../../sections/read-earlier.ts';
import type { PastWeeksKnown } from '../../sections/updates/get-editing.ts';
import { getCountedDays } from '../../sections/updates/model.ts';
import { getWindow, type Window } from '../../sections/window.ts';

/** What past weeks teach; undefined where nobody looks at them. */
type KnowPast = (request: SectionRequest) => Promise<PastWeeksKnown | undefined>;

/** Sections as rendered from what happened elsewhere on GitHub. */
export function createSectionSources(
  reader: SectionFactsReader,
  knowPast: KnowPast = () => Promise.resolve(undefined),
): SectionSources {
  return {
    readSections: async (request) => {
      const { repository, config, issueDate: issue, published, sectionIds } = request;
      const window = toWindow(request.from, request.until);
      const starts = [...(request.starts ?? [])];
      const windows = new Map(starts.map(([id, start]) => [id, toWindow(start, request.until)]));
      const range = config.fill.updates === false ? { from: 0, until: 0 } : config.fill.updates.range;
      const counted = getCountedDays(issue, { range });
      const read = await reader.readFacts({
        repository,
        config,
        issue,
        published,
        window,
        windows,
        counted,
        sectionIds,
      });
      if (!read.ok) return read;
      const { facts, issues } = read.value;
      const week = {
        issue,
        window,
        windows,
        ticked: request.ticked,
        ...readEarlier(issues, listSections(config.fill)),
      };
      return { ok: true, value: renderSections(facts, config, { week, past: await knowPast(request) }) };
    },
  };
}

function toWindow(from: Date, until: Date): Window {
  return getWindow(from.toISOString(), until.toISOString());
}
