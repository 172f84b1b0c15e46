/** Turns sums of evidence into probabilities that add up to 1 (softmax), in place. */
export function toProbabilities(sums: Float64Array): Float64Array {
  let most = -Infinity;
  for (const sum of sums) most = Math.max(most, sum);
  let total = 0;
  for (let c = 0; c < sums.length; c += 1) {
    const part = Math.exp((sums[c] ?? 0) - most);
    sums[c] = part;
    total += part;
  }
  for (let c = 0; c < sums.length; c += 1) sums[c] = (sums[c] ?? 0) / total;
  return sums;
}
