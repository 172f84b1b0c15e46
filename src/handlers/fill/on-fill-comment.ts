import { z } from 'zod';
import { parseCommands } from '../../commands/parse-command.ts';
import type { RepositoryRef } from '../../ports.ts';
import type { Cause, Deps } from '../deps.ts';
import type { FillOrder } from './fill-orders.ts';
import { enqueueFill } from './fill-sections.ts';

const schema = z.object({
  action: z.literal('created'),
  installation: z.object({ id: z.number() }),
  repository: z.object({ name: z.string(), owner: z.object({ login: z.string() }) }),
  issue: z.object({ number: z.number(), node_id: z.string() }),
  comment: z.object({
    node_id: z.string(),
    body: z.string(),
    user: z.object({ login: z.string(), type: z.string() }).nullish(),
  }),
});

/** A new comment on an issue or pull request: `/copydesk fill` in it is for the proposal, wherever it is written. */
export function onFillComment(deps: Deps, payload: unknown, cause: Cause): void {
  const asked = readFillOrder(payload);
  if (asked !== undefined) enqueueFill(deps, asked.repository, asked.order, cause);
}

/** What a comment asks for; undefined where it does not ask for sections. */
export function readFillOrder(
  payload: unknown,
): { readonly repository: RepositoryRef; readonly order: FillOrder } | undefined {
  const { data } = schema.safeParse(payload);
  const author = data?.comment.user;
  if (data === undefined || author?.type !== 'User') return undefined;
  const { installation, repository, issue, comment } = data;
  const commands = parseCommands(comment.body);
  const fills = commands.flatMap((command) => (command.kind === 'fill' ? [command.sections] : []));
  if (fills.length === 0) return undefined;
  return {
    repository: { installationId: installation.id, owner: repository.owner.login, repository: repository.name },
    order: {
      kind: 'command',
      commentId: comment.node_id,
      subjectId: issue.node_id,
      number: issue.number,
      login: author.login,
      sections: fills.some((sections) => sections.length === 0) ? [] : fills.flat(),
      isMixed: fills.length < commands.length,
    },
  };
}
