import type { Outcome, RepositoryRef } from '../../ports.ts';
import type { FillCommand } from '../../ports/job.ts';
import { listRepliedTo } from '../../review/own-words.ts';
import type { Deps } from '../deps.ts';
import type { EarlierReply } from './fill-request.ts';
import type { FillTools } from './fill-tools.ts';
import { toSignature } from './read-standing.ts';

/**
 * Looks for what an earlier run has answered to a command, which may have landed without our knowing. undefined where
 * nothing is left to answer.
 */
export async function readReply(
  deps: Pick<Deps, 'markerKey'>,
  { proposals }: Pick<FillTools, 'proposals'>,
  { repository, command }: { readonly repository: RepositoryRef; readonly command: FillCommand },
): Promise<Outcome<EarlierReply | undefined>> {
  const answer = await proposals.readAnswer(repository, command);
  if (!answer.ok) return answer;
  if (answer.value === undefined) return { ok: true, value: undefined };
  const { repositoryId, isOnIssue, said } = answer.value;
  const signature = { ...toSignature(deps, answer.value), number: command.number };
  const repliedTo = listRepliedTo(said, signature);
  const hasReply = repliedTo.includes(command.commentId);
  return { ok: true, value: { hasReply, replies: repliedTo.length, isOnIssue, repositoryId } };
}
