import { Latest } from '../../shared/latest.ts';

/**
 * Remembers the answers to the last few questions. A question asked again while its answer is under way waits for
 * that one; one whose finding was rejected is found anew.
 * @param capacity how many answers are kept; the one not asked for longest goes first
 */
export function remember<Answer>(capacity: number): (question: string, find: () => Promise<Answer>) => Promise<Answer> {
  const answers = new Latest<Promise<Answer>>(capacity);
  return async (question, find) => {
    const answer = answers.get(question) ?? find();
    answers.set(question, answer);
    try {
      return await answer;
    } catch (error) {
      answers.delete(question);
      throw error;
    }
  };
}
