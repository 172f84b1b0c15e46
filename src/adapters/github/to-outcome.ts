import type { Outcome } from '../../ports.ts';
import { ApiTrouble } from './api-trouble.ts';

/** What a task comes to, with trouble as a value; anything else it throws is a bug and stays one. */
export async function toOutcome<T>(task: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await task() };
  } catch (error) {
    if (error instanceof ApiTrouble) return { ok: false, trouble: error.trouble };
    throw error;
  }
}
