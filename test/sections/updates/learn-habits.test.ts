// How editors lately wrote titles decides how the next ones are written.
import { expect, test } from '@jest/globals';
import { defaultUpdates } from '../../../src/config/default-updates.ts';
import { learnHabits, type PastTitle } from '../../../src/sections/updates/learn-habits.ts';
import { rewriteTitle } from '../../../src/sections/updates/rewrite-title.ts';
import { usualHabits } from '../../../src/sections/updates/title-habits.ts';

const [repository] = defaultUpdates.repositories.filter((one) => one.repository === 'rust-lang/cargo');
if (repository === undefined) throw new Error('no cargo');
const cargo = repository;

function past(title: string, published: string, weeksAgo = 0): PastTitle {
  return { title, published, heading: 'Cargo', weeksAgo };
}

function learn(titles: readonly PastTitle[]) {
  return learnHabits(titles, defaultUpdates.titles, cargo);
}

const PLAIN = [past('fix(toml): Mend a', 'toml: Mend a'), past('feat(add): Let b', 'add: Let b')];

test('two titles with a plain scope are a habit, which the next title follows', () => {
  const habits = learn(PLAIN);
  expect(habits).toEqual({ ...usualHabits, scope: 'plain' });
  const rules = { titles: defaultUpdates.titles, repository: cargo, heading: 'Cargo' };
  expect(rewriteTitle('fix(git): Fetch', { ...rules, habits })).toBe('git: Fetch');
  expect(rewriteTitle('fix(git): Fetch', rules)).toBe('`git`: Fetch');
});

test('one title may be chance, and what is long past is no habit', () => {
  expect(learn(PLAIN.slice(0, 1))).toEqual(usualHabits);
  expect(learn(PLAIN.map((one) => ({ ...one, weeksAgo: 20 })))).toEqual(usualHabits);
});

test('a name in front of every title of a week hides no habit', () => {
  expect(learn(PLAIN.map((one) => ({ ...one, published: `cargo: ${one.published}` }))).scope).toBe('plain');
});

test.each([
  ['fix: mend a', 'fix: mend a', { dropsWords: false }],
  ['avoid an FP', 'avoid an FP', { replacesWords: false }],
  ['use write! here', 'use write! here', { marksMacros: false }],
  ['use HashMap here', 'use `HashMap` here', { marksCamelCase: true }],
  ['fix(a): Mend it', 'mend it', { scope: 'gone' }],
])('%s → %s is a habit', (title, published, habit) => {
  expect(learn([past(title, published), past(`${title} too`, `${published} too`)])).toEqual({
    ...usualHabits,
    ...habit,
  });
});
