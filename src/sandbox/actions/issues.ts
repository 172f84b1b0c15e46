import type { Issue, IssueRemark } from '../records/issue.ts';
import type { Account } from '../records/repository.ts';
import type { World } from '../world.ts';
import { associationOf } from './write-text.ts';

/** Writes a comment on an issue. GitHub would tell apps that have the event; none here has to know at once. */
export function addRemark(
  world: World,
  issue: Issue,
  author: Account,
  { body, authorAssociation }: { readonly body: string; readonly authorAssociation?: string | undefined },
): IssueRemark {
  const createdAt = world.now();
  const remark: IssueRemark = {
    id: world.nextId(),
    ...{ author, createdAt, body, issue, reactions: [] },
    authorAssociation: authorAssociation ?? associationOf(issue.repository, author),
  };
  issue.comments.push(remark);
  issue.updatedAt = createdAt;
  return remark;
}
