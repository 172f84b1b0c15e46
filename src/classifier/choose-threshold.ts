/** What was thought of a link, and what was right. */
export interface Judged {
  readonly chances: Float64Array;
  readonly label: number;
}

/** Of the suggestions that are made, at least this share was right in the archive. */
const WANTED_PRECISION = 0.8;

/**
 * The lowest confidence from which on enough suggestions were right; 1 where there is none. It need not be higher than
 * the share that is wanted, since confidence is the share that is expected.
 */
export function chooseThreshold(judged: readonly Judged[]): number {
  const sorted = judged
    .map(({ chances, label }) => ({
      confidence: Math.max(...chances),
      isRight: chances.indexOf(Math.max(...chances)) === label,
    }))
    .sort((one, other) => other.confidence - one.confidence);
  let right = 0;
  let threshold = 1;
  sorted.forEach(({ confidence, isRight }, at) => {
    if (isRight) right += 1;
    if (right >= WANTED_PRECISION * (at + 1)) threshold = Math.min(confidence, WANTED_PRECISION);
  });
  return threshold;
}
