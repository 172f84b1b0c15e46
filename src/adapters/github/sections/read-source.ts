import { GraphqlResponseError } from '@octokit/graphql';
import { ApiTrouble } from '../api-trouble.ts';

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
    const gap = error instanceof ApiTrouble ? findGap(error, what) : undefined;
    if (gap === undefined) throw error;
    return leaveOut(gap);
  }
}

/** A reading of nothing, with the reason. */
export function toEmptyReading(gap: string) {
  return { items: [], queried: [], gap };
}

/** What nobody could mend by asking again: the section is left alone and says why. */
function findGap({ trouble: { kind }, cause }: ApiTrouble, what: string): string | undefined {
  if (kind === 'absent' || kind === 'not-permitted')
    return `GitHub does not give ${what}: check that the repositories in the configuration exist.`;
  // It asks too much, as GitHub finds now; what GitHub refuses before it reads a question would be refused for all.
  const isOfQuestion = kind === 'refused' && cause instanceof GraphqlResponseError;
  return isOfQuestion ? `GitHub refuses to give ${what}: fill this section by hand.` : undefined;
}
