import type { CommitSha, RepositoryPath } from '../shared/brand.ts';
import type { ComposedDraft } from './compose-draft.ts';
import type { DraftFacts, ProposalBranch, StandingProposal } from './proposal-facts.ts';

/** What is to be written, in this order; what is undefined is left as it is. */
export interface ProposalPlan {
  readonly branch: string;
  /** Where the branch starts, which is not there yet. */
  readonly start: CommitSha | undefined;
  /** One commit, made only if the branch's head is still this one. */
  readonly commit: CommitPlan | undefined;
  readonly pull: PullPlan | undefined;
}

export interface CommitPlan {
  readonly expectedHead: CommitSha;
  readonly path: RepositoryPath;
  readonly text: string;
  readonly message: string;
}

export type PullPlan =
  | { readonly kind: 'open'; readonly title: string; readonly body: string }
  /** Only while the body is still `proposal`'s: what people changed since is not overwritten. */
  | {
      readonly kind: 'update';
      readonly proposal: StandingProposal;
      /** For a new pull request, where this one is to be opened again and cannot be. */
      readonly title: string;
      readonly body: string;
      readonly isReopened: boolean;
    };

export interface PlanFacts {
  readonly draft: DraftFacts;
  readonly branchName: string;
  readonly title: string;
  readonly branch: ProposalBranch | undefined;
  readonly proposal: StandingProposal | undefined;
  readonly composed: ComposedDraft;
  readonly body: string;
}

/** What to write so that the proposal holds what was composed; undefined where it does, or there is nothing to propose. */
export function planProposal(facts: PlanFacts): ProposalPlan | undefined {
  const { draft, branch, composed, branchName } = facts;
  const isFirst = branch === undefined;
  if (isFirst && composed.text === draft.text) return undefined;
  const expectedHead = branch?.head ?? draft.head;
  const { text } = composed;
  const message = `${isFirst ? 'Fill' : 'Refresh'} sections of the issue of ${draft.date}`;
  const isSame = text === undefined || text === (isFirst ? draft.text : branch.text);
  const commit = isSame ? undefined : { expectedHead, path: draft.path, text, message };
  const pull = planPull(facts);
  if (commit === undefined && pull === undefined) return undefined;
  return { branch: branchName, start: isFirst ? draft.head : undefined, commit, pull };
}

function planPull({ proposal, title, body, branch, composed, draft }: PlanFacts): PullPlan | undefined {
  // A pull request whose branch is gone cannot be opened again.
  const isGone = proposal === undefined || (proposal.state === 'closed' && branch === undefined);
  const isNothing = composed.text === undefined || composed.text === draft.text;
  if (isGone) return isNothing ? undefined : { kind: 'open', title, body };
  const isReopened = proposal.state === 'closed';
  return isReopened || body !== proposal.body ? { kind: 'update', proposal, title, body, isReopened } : undefined;
}
