import { type Access, type Actor, isInstalledOn, type Permissions } from './records/app.ts';
import { canWrite, type Repository } from './records/repository.ts';
import { notAccessible, Refusal } from './refusal.ts';

/** Any one of these is enough. */
export type Needs = readonly (readonly [name: string, access: Access])[];

const RANK: Readonly<Record<Access, number>> = { read: 1, write: 2, admin: 3 };

/** Refuses (403) unless the actor may do this in the repository, and (401) who does not say who it is. */
export function requirePermission(actor: Actor, repository: Repository, needs: Needs): void {
  const isWrite = needs.some(([, access]) => access !== 'read');
  switch (actor.kind) {
    case 'anonymous':
      throw new Refusal(401, 'Requires authentication');
    case 'app':
      throw new Refusal(401, 'This endpoint requires you to be authenticated with an installation token');
    case 'person':
      requireRole(actor, repository, needs);
      return;
    case 'installation':
      if (!isInstalledOn(actor, repository)) {
        if (isWrite) throw notAccessible();
      } else if (!needs.some((need) => isGranted(actor.permissions, ...need))) {
        throw notAccessible(needs.map(([name, access]) => `${name}=${access}`).join('; '));
      }
  }
}

export function isGranted(permissions: Permissions, name: string, access: Access): boolean {
  const granted = name === 'metadata' ? 'read' : permissions[name];
  return granted !== undefined && RANK[granted] >= RANK[access];
}

/** Anybody who can read may take part in a conversation; contents are for those who can write. */
function requireRole(actor: Extract<Actor, { kind: 'person' }>, repository: Repository, needs: Needs) {
  const isContents = needs.every(([name, access]) => name === 'contents' && access !== 'read');
  if (isContents && !canWrite(repository, actor.account)) {
    throw new Refusal(403, 'Must have push access to repository');
  }
}

/** For comments on an issue that is no pull request. */
export const TO_REMARK: Needs = [['issues', 'write']];

/** For comments of the conversation. A pull request is an issue, too: either permission will do. */
export const TO_COMMENT: Readonly<Record<'read' | 'write', Needs>> = {
  read: [
    ['issues', 'read'],
    ['pull_requests', 'read'],
  ],
  write: [
    ['issues', 'write'],
    ['pull_requests', 'write'],
  ],
};
