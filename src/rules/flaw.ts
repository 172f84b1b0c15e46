import type { Problem } from './define-rule.ts';

/** What is wrong at a place, before its file and subject are known. */
export type Flaw = Omit<Problem, 'path' | 'subject'>;
