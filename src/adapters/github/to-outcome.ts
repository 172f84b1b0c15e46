import type { Outcome } from '../../ports.ts';
import { ApiTrouble } from './api-trouble.ts';

/** What became of a task, an expected failure as a value. */
export async function toOutcome<T>(task: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await task() };
  } catch (error) {
    if (error instanceof ApiTrouble) return { ok: false, trouble: error.trouble };
    throw error;
  }
}
