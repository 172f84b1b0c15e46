import type { JobEnd, Turn } from '../../ports.ts';

type PutBacks = Pick<Turn, 'attempt' | 'troubles'>;

/** How often a job was put back, once it was put back again. */
export function countPutBacks({ attempt, troubles }: PutBacks, { isTrouble }: JobEnd & { kind: 'again' }): PutBacks {
  return isTrouble === true ? { attempt, troubles: troubles + 1 } : { attempt: attempt + 1, troubles: 0 };
}
