import type { FillConfig } from '../config/fill-schema.ts';
import type { Config } from '../config/schema.ts';
import { modelApprovedRfcs } from './approved-rfcs/model.ts';
import { modelTestingCalls } from './calls-for-testing/model.ts';
import { renderTestingCalls } from './calls-for-testing/render.ts';
import type { FilledSection } from './filled-section.ts';
import { modelCommentPeriods } from './final-comment-period/model.ts';
import { renderCommentPeriods } from './final-comment-period/render.ts';
import { modelNewRfcs } from './new-rfcs/model.ts';
import { modelTriage } from './perf-triage/model.ts';
import { renderTriage } from './perf-triage/render.ts';
import type { NamedSection } from './read-earlier.ts';
import type { Bullet } from './render-line.ts';
import { renderRfcs } from './render-rfcs.ts';
import type { SectionFacts } from './section-facts.ts';
import type { SourceReading } from './source-reading.ts';
import { getEditing, type PastWeeksKnown, renderRanking } from './updates/get-editing.ts';
import { modelUpdates } from './updates/model.ts';
import { renderUpdates } from './updates/render.ts';
import type { Week } from './week.ts';

/** The sections that the configuration does not switch off, in the order of an issue. */
export function listSections(config: FillConfig): readonly NamedSection[] {
  const all = [
    { id: 'calls-for-testing', of: config.callsForTesting },
    { id: 'updates', of: config.updates },
    { id: 'perf-triage', of: config.perfTriage },
    { id: 'approved-rfcs', of: config.approvedRfcs },
    { id: 'final-comment-period', of: config.finalCommentPeriod },
    { id: 'new-rfcs', of: config.newRfcs },
  ];
  return all.flatMap(({ id, of }) => (of === false ? [] : [{ id, heading: of.heading }]));
}

/**
 * Renders every section that there are facts for, in the order of an issue. One whose source could not be read in full has an
 * empty body and a note that says so: it is to be left as it stands. Likewise where there is nothing to show yet.
 * @param past what past weeks teach about the updates; undefined where nobody looks at them
 */
export function renderSections(
  facts: SectionFacts,
  { fill, bullet }: Pick<Config, 'fill' | 'bullet'>,
  { week, past }: { readonly week: Week; readonly past?: PastWeeksKnown | undefined },
): readonly FilledSection[] {
  return listSections(fill).flatMap((section) => {
    const reading = pickReading(facts, section.id);
    if (reading === undefined) return [];
    const filled = { ...section, queried: reading.queried, shortlist: [] };
    if (reading.gap !== undefined) return [{ ...filled, body: '', notes: [toNote(reading.gap)] }];
    const own = { ...week, window: week.windows?.get(section.id) ?? week.window };
    const content = renderContent(facts, fill, { section: section.id, week: own, past, bullet });
    return [{ ...filled, notes: [], ...content }];
  });
}

function pickReading(facts: SectionFacts, id: string): SourceReading<unknown> | undefined {
  const byId: Readonly<Record<string, SourceReading<unknown> | undefined>> = {
    updates: facts.updates,
    'perf-triage': facts.perfTriage,
    'approved-rfcs': facts.approvedRfcs,
    'final-comment-period': facts.finalCommentPeriod,
    'calls-for-testing': facts.callsForTesting,
    'new-rfcs': facts.newRfcs,
  };
  return byId[id];
}

type Content = Pick<FilledSection, 'body'> & Partial<Pick<FilledSection, 'notes' | 'shortlist'>>;

interface Job {
  readonly section: string;
  readonly week: Week;
  readonly past: PastWeeksKnown | undefined;
  readonly bullet: Bullet;
}

/** One line a section; a section without facts or switched off never gets here. */
function renderContent(facts: SectionFacts, config: FillConfig, { section, week, past, bullet }: Job): Content {
  const { updates, perfTriage, approvedRfcs, finalCommentPeriod, callsForTesting, newRfcs } = config;
  if (section === 'updates' && updates !== false && facts.updates !== undefined) {
    const { count, items: merged } = facts.updates;
    const sources = { merged, logs: facts.perfTriage?.items ?? [], issue: week.issue };
    const model = modelUpdates({ count, merged }, updates, { week, bullet, ...getEditing(updates, past, sources) });
    const notes = past === undefined ? [] : [toNote(renderRanking(past))];
    return { body: renderUpdates(model, updates), shortlist: model.entries, notes };
  }
  if (section === 'perf-triage' && perfTriage !== false) {
    const model = modelTriage(facts.perfTriage?.items ?? [], perfTriage, week);
    if (model === undefined) return { body: '', notes: [toNote('There is no triage log for this week yet.')] };
    const { flaw } = model;
    return flaw === undefined ? { body: renderTriage(model, perfTriage) } : { body: '', notes: [toNote(flaw)] };
  }
  if (section === 'approved-rfcs' && approvedRfcs !== false) {
    const model = modelApprovedRfcs(facts.approvedRfcs?.items ?? [], approvedRfcs.folder, week);
    return { body: renderRfcs(model, approvedRfcs, bullet) };
  }
  if (section === 'final-comment-period' && finalCommentPeriod !== false) {
    const model = modelCommentPeriods(facts.finalCommentPeriod?.items ?? [], finalCommentPeriod, week);
    return { body: renderCommentPeriods(model, finalCommentPeriod, bullet) };
  }
  if (section === 'calls-for-testing' && callsForTesting !== false) {
    const model = modelTestingCalls(facts.callsForTesting?.items ?? [], callsForTesting, week);
    return { body: renderTestingCalls(model, callsForTesting, bullet) };
  }
  if (newRfcs === false) return { body: '' };
  return { body: renderRfcs(modelNewRfcs(facts.newRfcs?.items ?? [], week), newRfcs, bullet) };
}

function toNote(message: string): FilledSection['notes'][number] {
  return { message, quotes: [] };
}
