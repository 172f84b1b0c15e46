import type { Reason } from './web-trouble.ts';

/** What a status says where there is no page to read; undefined where there is one. */
export function judgeStatus(status: number): Reason | undefined {
  if (status === 200 || status === 203) return undefined;
  if (status === 404) return { kind: 'unreachable', reason: 'not-found' };
  if (status === 410) return { kind: 'unreachable', reason: 'gone' };
  if (status >= 500 && status < 600) return { kind: 'unverified', reason: 'server' };
  // Sites that do not talk to programs have many ways to say so.
  return { kind: 'unverified', reason: status < 400 ? 'unreadable' : 'denied' };
}
