import { createHash } from 'node:crypto';

/** The `external_id` of a check run: the pull request's number, and a digest of what the check run says. */
export function toExternalId(number: number, content: unknown): string {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
  return `${number}:${digest}`;
}

/** The pull request's number in an `external_id`; check run events of forks name it nowhere else. undefined for foreign ids. */
export function parseExternalId(externalId: string): number | undefined {
  const match = /^(\d{1,15}):[0-9a-f]{16}$/.exec(externalId);
  return match === null ? undefined : Number(match[1]);
}
