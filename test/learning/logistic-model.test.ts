import { expect, test } from '@jest/globals';
import { fitLogistic, predictLikelihood } from '../../src/learning/logistic-model.ts';

const settings = { rounds: 20, step: 0.3, decay: 0 };
const of = (feature: number, isPositive: boolean, weight = 1) => ({
  features: Int32Array.of(feature),
  isPositive,
  weight,
});
const repeat = <Case>(count: number, one: Case): readonly Case[] => Array.from({ length: count }, () => one);

test('learns how likely each feature makes it', () => {
  const cases = [
    ...repeat(90, of(1, true)),
    ...repeat(10, of(1, false)),
    ...repeat(20, of(2, true)),
    ...repeat(80, of(2, false)),
  ];
  const model = fitLogistic(cases, settings);
  expect(predictLikelihood(model, Int32Array.of(1))).toBeCloseTo(0.9, 1);
  expect(predictLikelihood(model, Int32Array.of(2))).toBeCloseTo(0.2, 1);
});

test('believes weighty cases more than light ones', () => {
  const model = fitLogistic([...repeat(50, of(1, true, 0.05)), ...repeat(50, of(1, false))], settings);
  expect(predictLikelihood(model, Int32Array.of(1))).toBeLessThan(0.2);
});

test('is the same for the same cases, and knows nothing without any', () => {
  const cases = repeat(30, of(3, true));
  expect(fitLogistic(cases, settings)).toEqual(fitLogistic(cases, settings));
  expect(predictLikelihood(fitLogistic([], settings), Int32Array.of(3))).toBe(0.5);
});
