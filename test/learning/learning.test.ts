import { describe, expect, test } from '@jest/globals';
import {
  type ClassMemory,
  createMemory,
  getLatest,
  getShares,
  recall,
  remember,
} from '../../src/learning/class-memory.ts';
import { combineOpinions } from '../../src/learning/combination.ts';
import { fitCombination } from '../../src/learning/fit-combination.ts';
import { sharpenCombination } from '../../src/learning/sharpen-combination.ts';
import { HASH_SPACE, hashText } from '../../src/learning/hash-text.ts';
import { scoreClasses } from '../../src/learning/linear-model.ts';
import { LinearTrainer } from '../../src/learning/linear-trainer.ts';
import { countFeatures, learnVocabulary, turnIntoVector } from '../../src/learning/sparse-vector.ts';
import { type SparseVector, VectorRoom } from '../../src/learning/vector-room.ts';

test('a text has one number, on every machine', () => {
  expect([hashText(''), hashText('moon'), hashText('noom')]).toMatchInlineSnapshot(`
   [
     99662,
     159029,
     102075,
   ]
  `);
  const numbers = Array.from({ length: 1_000 }, (_, at) => hashText(`word ${at}`));
  expect(Math.max(...numbers)).toBeLessThan(HASH_SPACE);
  expect(new Set(numbers).size).toBeGreaterThan(990);
});

describe('vectors', () => {
  const texts = ['a b', 'a c', 'a b b', 'd'];
  const count = (room?: VectorRoom) =>
    texts.map((text) => countFeatures([{ weight: 2, features: text.split(' ') }], room));
  const documents = count();
  const vocabulary = learnVocabulary(documents);
  const vectors = documents.map((document) => turnIntoVector(document, vocabulary));
  const toPlain = (vector: SparseVector | undefined): Record<number, number> => {
    if (vector === undefined) throw new Error('there is one');
    const { indices, values, start, end } = vector;
    return Object.fromEntries([...indices.slice(start, end)].map((index, at) => [index, values[start + at] ?? 0]));
  };

  const numberOf = (feature: string): number => vocabulary.numbers[hashText(feature)] ?? -1;

  test('features that documents share are numbered without gaps', () => {
    expect([numberOf('a'), numberOf('b')].sort()).toEqual([0, 1]);
    expect([numberOf('c'), numberOf('d')]).toEqual([-1, -1]);
  });

  test('a group has the length of its weight, and what is rare counts more', () => {
    const vector = toPlain(vectors[0]);
    const [a = 0, b = 0] = [vector[numberOf('a')], vector[numberOf('b')]];
    expect(Math.hypot(a, b)).toBeCloseTo(2);
    expect(b).toBeGreaterThan(a);
  });

  test('what one document alone has says nothing about another', () => {
    expect(Object.keys(toPlain(vectors[1]))).toEqual([String(numberOf('a'))]);
    expect(toPlain(vectors[3])).toEqual({});
  });

  test('a document without features, or without groups, is no trouble', () => {
    expect(toPlain(turnIntoVector(countFeatures([{ weight: 2, features: [] }]), vocabulary))).toEqual({});
    expect(toPlain(turnIntoVector([], vocabulary))).toEqual({});
  });

  // Shorter than a document, as long as one, and longer than all.
  test.each([1, 2, 3, 100])('many share arrays of %i numbers, and none writes into another', (length) => {
    const room = new VectorRoom(length);
    const countAlike = (shared?: VectorRoom) =>
      texts.map((text) =>
        countFeatures(
          text.split(' ').map((feature) => ({ weight: 1, features: [feature, feature] })),
          shared,
        ),
      );
    const [alone, together] = [countAlike(), countAlike(room)];
    const known = learnVocabulary(alone);
    expect(learnVocabulary(together).rarity).toEqual(known.rarity);
    const plain = (all: typeof alone) => all.map((document) => turnIntoVector(document, known)).map(toPlain);
    expect(plain(together)).toEqual(plain(alone));
  });
});

describe('a linear model', () => {
  const texts = [
    'red apple',
    'red cherry',
    'blue sea',
    'blue sky',
    'green apple',
    'green grass',
    'red sun',
    'green sea',
  ];
  const labels = [0, 0, 1, 1, 2, 2, 0, 2];
  const documents = texts.map((text) => countFeatures([{ weight: 1, features: text.split(' ') }]));
  const vocabulary = learnVocabulary(documents);
  const examples = documents.map((document, at) => ({
    vector: turnIntoVector(document, vocabulary),
    label: labels[at] ?? 0,
  }));
  const guess = (trainer: LinearTrainer, text: string): number => {
    const vector = turnIntoVector(countFeatures([{ weight: 1, features: text.split(' ') }]), vocabulary);
    const scores = scoreClasses(trainer.model, vector);
    return scores.indexOf(Math.max(...scores));
  };
  const equal = new Float64Array(8).fill(1);
  const settings = { features: vocabulary.rarity.length, classes: 3, cost: 1 };

  test('learns what tells the classes apart', () => {
    const trainer = new LinearTrainer(examples, settings);
    trainer.fit(8, equal, 20);
    expect(['red moon', 'blue moon', 'green moon'].map((text) => guess(trainer, text))).toEqual([0, 1, 2]);
  });

  test('knows nothing of examples whose time has not come', () => {
    const trainer = new LinearTrainer(examples, settings);
    trainer.fit(4, equal, 20);
    const early = trainer.model.weights.slice();
    const changed = examples.map((example, at) => (at < 4 ? example : { ...example, label: 1 }));
    const other = new LinearTrainer(changed, settings);
    other.fit(4, equal, 20);
    expect(other.model.weights).toEqual(early);
  });

  test('goes on from where it was to about where one fit of all would be', () => {
    const [walker, jumper] = [new LinearTrainer(examples, settings), new LinearTrainer(examples, settings)];
    walker.fit(4, equal, 5);
    walker.fit(8, equal, 50);
    jumper.fit(8, equal, 50);
    const differences = walker.model.weights.map((weight, at) => Math.abs(weight - (jumper.model.weights[at] ?? 0)));
    expect(differences.reduce((most, difference) => Math.max(most, difference), 0)).toBeLessThan(0.01);
  });

  test('an example without weight teaches nothing', () => {
    const trainer = new LinearTrainer(examples, settings);
    trainer.fit(8, new Float64Array(8), 5);
    expect(trainer.model.weights.every((weight) => weight === 0)).toBe(true);
  });
});

describe('a memory of classes', () => {
  /** Two rows, one for each half-life: what speaks for the first class and for the second. */
  const ask = (memory: ClassMemory, key: string, day: number): readonly number[] => {
    const opinions = new Float64Array(4);
    recall(memory, key, { day, shares: Float64Array.of(0.5, 0.5) }, opinions);
    return [...opinions];
  };

  test('what was seen more often than elsewhere is more likely; what was not seen says nothing', () => {
    const memory = createMemory(2);
    remember(memory, 'ada', 1, 100);
    const [first = 0, second = 0, third = 0, fourth = 0] = ask(memory, 'ada', 100);
    expect([second > first, fourth > third]).toEqual([true, true]);
    expect(ask(memory, 'ben', 100)).toEqual([0, 0, 0, 0]);
  });

  test('fades, the quick one sooner', () => {
    const memory = createMemory(2);
    remember(memory, 'ada', 1, 0);
    const lead = (day: number): number[] => {
      const [first = 0, second = 0, third = 0, fourth = 0] = ask(memory, 'ada', day);
      return [second - first, fourth - third];
    };
    const [quick = 0, slow = 0] = lead(400);
    expect(quick).toBeLessThan(slow);
    expect(slow).toBeLessThan(lead(0)[1] ?? 0);
  });

  test('knows the general shares, and the latest sightings only', () => {
    const memory = createMemory(2);
    for (let day = 0; day < 20; day += 1) remember(memory, 'all', day < 10 ? 0 : 1, day);
    expect(getLatest(memory, 'all')).toEqual([0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    const [first = 0, second = 0] = getShares(memory, 'all');
    expect(first + second).toBeCloseTo(1);
    expect([...getShares(memory, 'nobody')]).toEqual([0.5, 0.5]);
  });
});

test('a memory of many keys knows each of them', () => {
  const memory = createMemory(3);
  for (let at = 0; at < 1_000; at += 1) {
    remember(memory, `key ${at}`, at % 3, 100);
    remember(memory, 'all', at % 3, 100);
  }
  const latest = Array.from({ length: 1_000 }, (_, at) => getLatest(memory, `key ${at}`));
  expect(latest).toEqual(latest.map((_, at) => [at % 3]));
  expect(getLatest(memory, 'all')).toEqual([1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0]);
  expect(getLatest(memory, 'nobody')).toEqual([]);
});

describe('a combination of witnesses', () => {
  // The first is right nine times of ten, the second says anything; the third knows nothing.
  const trials = Array.from({ length: 200 }, (_, at) => {
    const label = at % 2;
    const said = at % 10 === 3 ? 1 - label : label;
    const chatter = at % 3 === 0 ? 1 : 0;
    const opinion = (c: number): readonly number[] => [0, 1].map((one) => (one === c ? 1 : 0));
    return { opinions: Float64Array.of(...opinion(said), ...opinion(chatter), 0, 0), label, weight: 1 };
  });
  const combination = fitCombination(trials, 3, 2);

  test('trusts who was right', () => {
    const [good = 0, chatterer = 0, silent = 0] = combination.common;
    expect(good).toBeGreaterThan(5 * Math.abs(chatterer));
    expect(silent).toBe(0);
  });

  test('is as sure as it is right', () => {
    const chances = trials.map(({ opinions, label }) => combineOpinions(combination, opinions)[label] ?? 0);
    const meant = trials.map(({ opinions }) => Math.max(...combineOpinions(combination, opinions)));
    const mean = (numbers: readonly number[]): number =>
      numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    expect(chances.filter((chance) => chance > 0.5).length / 200).toBe(0.9);
    expect(mean(meant)).toBeCloseTo(0.9, 1);
  });

  test('becomes as sure as it is right lately, and changes its mind about nothing', () => {
    const [first] = trials;
    if (first === undefined) throw new Error('there are trials');
    // Lately the first witness was right six times of ten only.
    const lately = trials.slice(0, 100).map((_, at) => ({ ...first, label: at % 10 < 6 ? 0 : 1 }));
    const doubting = combineOpinions(sharpenCombination(combination, lately), first.opinions);
    const before = combineOpinions(combination, first.opinions);
    expect(doubting[0] ?? 0).toBeLessThan(before[0] ?? 0);
    expect(doubting[0] ?? 0).toBeGreaterThan(0.5);
    const right = trials.map((trial) => ({ ...trial, label: trial.opinions[0] === 1 ? 0 : 1 }));
    const surer = combineOpinions(sharpenCombination(combination, right), first.opinions);
    expect(surer[0] ?? 0).toBeGreaterThan(before[0] ?? 0);
    expect(sharpenCombination(combination, [])).toBe(combination);
  });
});
