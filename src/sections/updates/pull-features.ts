import { hashText } from '../../learning/hash-text.ts';
import type { PullFacts } from './pull-facts.ts';

/** No more words of a title, or files of a change, say anything more. */
const MAX_WORDS = 60;
const MAX_PATHS = 100;
const DEPTH = 3;

/** What a model sees of a merged pull request, as numbers: each feature once. */
export function getPullFeatures(facts: PullFacts): Int32Array {
  const features = [...listTitleFeatures(facts), ...listPathFeatures(facts), ...listCircumstances(facts)];
  return Int32Array.from(new Set(features.map(hashText)));
}

function listTitleFeatures({ repository, title }: PullFacts): readonly string[] {
  const words = (title.toLowerCase().match(/[a-z_#!0-9]+/g) ?? []).slice(0, MAX_WORDS);
  const [first = '', second = ''] = words;
  const [, tag = '', scope] = /^\[?([A-Za-z_-]{1,30})(\([^)]{0,60}\))?[\]:!]/.exec(title) ?? [];
  const type = tag.toLowerCase();
  return [
    `repository ${repository}`,
    `type ${type}`,
    `type ${repository} ${type}`,
    `first ${first}`,
    `first ${repository} ${first}`,
    `start ${first} ${second}`,
    `start ${repository} ${first} ${second}`,
    `code ${repository} ${Math.min(3, (title.split('`').length - 1) / 2)}`,
    ...(scope === undefined ? [] : [`scope ${scope}`, `scoped ${repository}`]),
    ...words.map((word) => `word ${word}`),
    ...words.slice(1).map((word, index) => `pair ${words[index] ?? ''} ${word}`),
  ];
}

function listPathFeatures({ repository, paths, changedFiles }: PullFacts): readonly string[] {
  if (paths.length === 0) return [];
  const folders = paths.slice(0, MAX_PATHS).flatMap((path) => {
    const parts = path.split('/').slice(0, DEPTH);
    return parts.map((_, index) => `path ${repository} ${parts.slice(0, index + 1).join('/')}`);
  });
  return [
    ...folders,
    `files ${repository} ${Math.min(6, Math.round(Math.log2(1 + changedFiles)))}`,
    `tests ${repository} ${paths.some(isTest)} ${paths.every(isTest)}`,
    `prose ${repository} ${paths.every(isProse)}`,
  ];
}

function isTest(path: string): boolean {
  return path.includes('test');
}

/** Texts and settings, no code. */
function isProse(path: string): boolean {
  return /\.(?:md|ya?ml|toml|lock|txt)$/.test(path);
}

function listCircumstances(facts: PullFacts): readonly string[] {
  const { repository, title, branch, bodyLength, isUntold, isInRollup, isInTriage } = facts;
  const first = /[a-z_#!0-9]+/.exec(title.toLowerCase())?.[0] ?? '';
  return [
    `rollup ${isInRollup}`,
    `rollup ${repository} ${isInRollup} ${first}`,
    `triage ${isInTriage}`,
    `triage ${isInTriage} ${first}`,
    `triage ${isInTriage} ${isInRollup}`,
    `untold ${repository} ${isUntold}`,
    ...(bodyLength === undefined
      ? []
      : [`body ${repository} ${Math.min(9, Math.round(Math.log2(1 + bodyLength) / 1.5))}`]),
    ...(branch.toLowerCase().match(/[a-z]+/g) ?? []).slice(0, MAX_WORDS).map((word) => `branch ${word}`),
  ];
}
