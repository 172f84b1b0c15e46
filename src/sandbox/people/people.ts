import type { World } from '../world.ts';
import { type CheckOrder, peopleOfChecks } from './people-of-checks.ts';
import {
  type ChangeOrder,
  type CommentOrder,
  peopleOfConversations,
  type ReactionOrder,
  type ReplyOrder,
} from './people-of-conversations.ts';
import {
  type IssueOrder,
  type LabelOrder,
  peopleOfIssues,
  type RemarkOrder,
  type ToldOrder,
} from './people-of-issues.ts';
import { type EditOrder, type OpenOrder, peopleOfPulls, type PullOrder } from './people-of-pulls.ts';
import {
  type BranchOrder,
  type ForkOrder,
  peopleOfRepositories,
  type PushOrder,
  type RenameOrder,
  type RepositoryOrder,
  type RoleOrder,
  type UserOrder,
} from './people-of-repositories.ts';

/** What each action has to be told. Plain data, so that it works the same through the control channel. */
interface Orders {
  createUser: UserOrder;
  createRepository: RepositoryOrder;
  renameRepository: RenameOrder;
  setRole: RoleOrder;
  fork: ForkOrder;
  deleteRepository: { readonly repo: string };
  push: PushOrder;
  setBranch: BranchOrder;
  openPullRequest: OpenOrder;
  editPullRequest: EditOrder;
  closePullRequest: PullOrder;
  reopenPullRequest: PullOrder;
  mergePullRequest: PullOrder;
  markReady: PullOrder;
  convertToDraft: PullOrder;
  openIssue: IssueOrder;
  label: LabelOrder;
  remark: RemarkOrder;
  tellOfMerged: ToldOrder;
  comment: CommentOrder;
  editComment: ChangeOrder & { readonly body: string };
  deleteComment: ChangeOrder;
  react: ReactionOrder;
  reply: ReplyOrder;
  applySuggestions: PullOrder;
  rerequestCheckRun: CheckOrder;
  rerequestCheckSuite: CheckOrder;
  requestAction: CheckOrder & { readonly identifier: string };
  redeliver: { readonly delivery: string };
}

/**
 * What people can do on GitHub, by name. Each sends the webhooks that GitHub would send, and rejects with `Refusal` when
 * it makes no sense.
 */
export function createActions(world: World) {
  return {
    ...peopleOfRepositories(world),
    ...peopleOfPulls(world),
    ...peopleOfIssues(world),
    ...peopleOfConversations(world),
    ...peopleOfChecks(world),
  };
}

type Actions = ReturnType<typeof createActions>;

/** The same actions, with the orders they understand. */
export type People = { readonly [Name in keyof Actions]: (order: Orders[Name]) => ReturnType<Actions[Name]> };
