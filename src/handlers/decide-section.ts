import { findInsertionLines } from '../newsletter/read-drafts.ts';
import type { PullRequestSnapshot } from '../ports.ts';
import { planMove } from '../review/plan-move.ts';
import type { ReviewInput, SuggestedPlace } from '../review/review-input.ts';
import type { BestPlace, Obstacle, Verdict } from '../review/verdict.ts';
import { findClosure } from '../rules/find-closure.ts';
import { findMovables, listSections, matchSection, type Movable } from './find-sections.ts';

/** A review, as far as answers need it. */
export interface Reviewed {
  readonly snapshot: PullRequestSnapshot;
  readonly input: Pick<ReviewInput, 'files' | 'submission' | 'findings' | 'ignored' | 'places'>;
}

/** The sections in which the submitted items could stand, as far as they take any from their author. */
export function decideSections(facts: Reviewed): Verdict {
  const movables = findMovables(facts.input.submission);
  if (movables.length === 0) return refuse({ kind: 'no-item' });
  const best = movables.map((movable) => findBest(movable, facts.input.places));
  return { kind: 'sections', names: listOpenNames(movables, facts), best };
}

function findBest({ file, placed: { item, section } }: Movable, places: readonly SuggestedPlace[]): BestPlace {
  const title = item.entry.links[0]?.title.text ?? item.entry.content.text;
  const place = places.find(({ path, line }) => path === file.path && line === item.place.startLine);
  return { title, place, isThere: place?.section === section };
}

/** How the submitted items get into a section. */
export function decideMove(wanted: string, facts: Reviewed): Verdict {
  const { input } = facts;
  const { config } = facts.snapshot.configuration;
  const movables = findMovables(input.submission);
  if (movables.length === 0) return refuse({ kind: 'no-item' });
  const sections = movables.flatMap((movable) => listSections(movable, config));
  const name = matchSection(wanted, sections, config)?.name;
  if (name === undefined)
    return refuse({ kind: 'unknown-section', name: wanted, names: listOpenNames(movables, facts) });
  const closure = findClosureOf(name, facts);
  if (closure !== undefined) return refuse({ kind: 'closed-section', section: name, instead: closure.instead });
  const elsewhere = movables.filter(({ placed }) => placed.section !== name);
  if (elsewhere.length === 0) return refuse({ kind: 'there-already', section: name });
  const moves = elsewhere.flatMap((movable) => planMoveOf(movable, name, input) ?? []);
  return { kind: 'moves', section: name, moves };
}

function planMoveOf({ file, head, placed }: Movable, name: string, { files, findings }: Reviewed['input']) {
  const below = findInsertionLines(head)[name];
  if (below === undefined) return undefined;
  const patch = files.find(({ path }) => path === file.path)?.patch;
  return planMove(placed, { path: file.path, head: head.text, patch, below, findings });
}

function listOpenNames(movables: readonly Movable[], facts: Reviewed): readonly string[] {
  const names = movables.flatMap((movable) =>
    listSections(movable, facts.snapshot.configuration.config).map(({ name }) => name),
  );
  return [...new Set(names)].filter((name) => findClosureOf(name, facts) === undefined);
}

function findClosureOf(section: string, { snapshot }: Reviewed) {
  const { author, openedOn, configuration } = snapshot;
  return findClosure(section, { config: configuration.config, author, openedOn });
}

function refuse(why: Obstacle): Verdict {
  return { kind: 'refused', why };
}
