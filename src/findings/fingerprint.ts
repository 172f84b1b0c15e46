import { createHash } from 'node:crypto';
import type { Finding } from './finding.ts';

/**
 * Names each finding by what it is about, not by where it stands: rule and subject, so that moved lines, a rebase or a
 * renamed draft change nothing. Findings of one review that agree in both are told apart by their order. Returns 16
 * hexadecimal digits for each finding, in the order given.
 */
export function getFingerprints(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, subject }) => {
    const identity = JSON.stringify([rule, subject]);
    const ordinal = seen.get(identity) ?? 0;
    seen.set(identity, ordinal + 1);
    return createHash('sha256').update(`${identity}${ordinal}`).digest('hex').slice(0, 16);
  });
}
