import type { GitHub, Outcome, Permission, PullRequestSnapshot } from '../ports.ts';
import type { Order, Orders, Rights } from './collect-orders.ts';

/** Asks GitHub, now: somebody may have gained or lost it since the comment was written. */
export async function readRights(
  github: GitHub,
  { ref }: PullRequestSnapshot,
  { fresh, standing }: Orders,
): Promise<Outcome<Rights>> {
  const logins = new Set([...fresh, ...standing].filter(needsRights).map(({ remark }) => remark.login));
  const rights = new Map<string, Permission>();
  for (const login of logins) {
    const permission = await github.readPermission(ref, login);
    if (!permission.ok) return permission;
    rights.set(login, permission.value);
  }
  return { ok: true, value: rights };
}

/** Help is for anybody; all but errors is for the author. */
function needsRights({ remark, commands }: Order): boolean {
  return commands.some(
    ({ kind }) => kind === 'ignore' || (!remark.isByAuthor && kind !== 'help' && kind !== 'unknown'),
  );
}
