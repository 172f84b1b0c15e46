import { needText } from '../fields.ts';
import { listLabels } from '../records/issue.ts';
import type { Pull } from '../records/pull.ts';
import { fullName } from '../records/repository.ts';
import type { World } from '../world.ts';
import { connect, type FieldCall } from './connect.ts';
import { viewPull } from './pull-view.ts';
import { refuse, type View } from './view.ts';

/** A search finds more than it gives. */
const MAX_RESULTS = 1000;

type Test = (pull: Pull) => boolean;

/** Searching pull requests by qualifiers; words of texts are not searched for. */
export function viewSearch(world: World) {
  return (...call: FieldCall): View => {
    const [args, context] = call;
    if (args['type'] !== 'ISSUE') context.world.unimplemented.add(`graphql search(type: ${String(args['type'])})`);
    const terms = needText(args, 'query').split(/\s+/).filter(Boolean);
    const found = findPulls(context.world, terms);
    const known = ['query', 'type'];
    const extra = { issueCount: found.length };
    return connect(call, found.slice(0, MAX_RESULTS), (pull) => viewPull(world, pull), { known, extra });
  };
}

function findPulls(world: World, terms: readonly string[]): readonly Pull[] {
  const sort = terms.find((term) => term.startsWith('sort:'));
  const tests = [...toTests(world, terms), ...toPlaces(terms)];
  const pulls = world.repositories
    .filter((repository) => !repository.isDeleted)
    .flatMap((repository) => repository.pulls)
    .filter((pull) => tests.every((test) => test(pull)));
  const oldest = pulls.toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
  return sort === 'sort:created-asc' ? oldest : oldest.toReversed();
}

/** Several repositories and owners are alternatives. */
function toPlaces(terms: readonly string[]): readonly Test[] {
  const places = terms.filter((term) => /^(?:repo|org|user):/.test(term)).map((term) => term.toLowerCase());
  if (places.length === 0) return [];
  return [
    ({ repository }) => {
      const [name, owner] = [fullName(repository).toLowerCase(), repository.owner.login.toLowerCase()];
      return [`repo:${name}`, `org:${owner}`, `user:${owner}`].some((place) => places.includes(place));
    },
  ];
}

/** Every other qualifier must hold; one that is not known is noted. */
function toTests(world: World, terms: readonly string[]): readonly Test[] {
  return terms
    .filter((term) => !/^(?:repo|org|user|sort):/.test(term))
    .map((term): Test => {
      const [name, value] = [term.slice(0, term.indexOf(':')), term.slice(term.indexOf(':') + 1)];
      const test = QUALIFIERS[name]?.(value);
      if (test !== undefined) return test;
      world.unimplemented.add(`graphql search ${term}`);
      return () => false;
    });
}

const QUALIFIERS: Readonly<Record<string, (value: string) => Test | undefined>> = {
  is: (value) => STATES[value],
  merged: (value) => {
    const range = parseRange(value);
    return ({ merged }) =>
      merged !== undefined && merged.at.getTime() >= range.from && merged.at.getTime() <= range.until;
  },
  label: (value) => (pull) => listLabels(pull).includes(value.replaceAll('"', '')),
};

const STATES: Readonly<Record<string, Test>> = {
  pr: () => true,
  merged: ({ merged }) => merged !== undefined,
  open: ({ state }) => state === 'open',
  closed: ({ state }) => state === 'closed',
};

/** Both ends belong to a range; a day is all of it. */
function parseRange(value: string): { from: number; until: number } {
  const [from = '', until = ''] = value.split('..');
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(until);
  const range = { from: Date.parse(from), until: Date.parse(isDay ? `${until}T23:59:59.999Z` : until) };
  if (Number.isNaN(range.from) || Number.isNaN(range.until)) {
    throw refuse('INVALID', `The search contains an invalid date: ${value}`);
  }
  return range;
}
