import { ApiTrouble } from '../api-trouble.ts';

/** What nobody could mend by asking again: the section is left alone and says why. */
const FINAL = new Set(['absent', 'not-permitted']);

/**
 * Reads a source. Where GitHub does not have it, or will not give it, that is a gap; trouble with GitHub as a whole rejects with its
 * `ApiTrouble`.
 * @param what the source in words, as in “GitHub does not give …”
 * @param leaveOut what is known of a source with such a gap
 */
export async function readSource<Reading>(
  what: string,
  leaveOut: (gap: string) => Reading,
  read: () => Promise<Reading>,
): Promise<Reading> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ApiTrouble && FINAL.has(error.trouble.kind))) throw error;
    return leaveOut(`GitHub does not give ${what}: check that the repositories in the configuration exist.`);
  }
}
