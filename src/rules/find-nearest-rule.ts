import { findNearest } from '../config/find-nearest.ts';
import { allRules } from './index.generated.ts';

/** Whether there is a rule of this name. */
export function isRule(name: string): boolean {
  return allRules.some(({ id }) => id === name);
}

/** The rule that somebody may have meant; undefined where none is near. */
export function findNearestRule(name: string): string | undefined {
  return findNearest(
    name,
    allRules.map(({ id }) => id),
  );
}
