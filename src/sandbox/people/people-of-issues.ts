import { addRemark } from '../actions/issues.ts';
import { nextNumber } from '../actions/pulls.ts';
import { type Fields, listOf, needNumber, needText, numberOf, textOf, wordOf } from '../fields.ts';
import type { Issue, Labelled } from '../records/issue.ts';
import type { Pull, ToldFile } from '../records/pull.ts';
import { Refusal } from '../refusal.ts';
import { accountFor, type World } from '../world.ts';
import { act } from './act.ts';
import { dateIn, personIn, repositoryIn } from './look-up.ts';

export type IssueOrder = {
  readonly repo: string;
  readonly by: string;
  readonly title: string;
  readonly body?: string;
  readonly number?: number;
  readonly date?: string;
};
export type LabelOrder = {
  readonly repo: string;
  /** Of an issue or pull request. */
  readonly number: number;
  readonly by: string;
  readonly label: string;
  readonly date?: string;
};
export type RemarkOrder = {
  readonly repo: string;
  readonly number: number;
  readonly by: string;
  readonly body: string;
  readonly authorAssociation?: string;
};
export type ToldOrder = {
  readonly repo: string;
  readonly pulls: readonly {
    readonly number: number;
    readonly title: string;
    readonly mergedAt: string;
    /** The commit it was merged as; without it the newest of the default branch. */
    readonly sha?: string;
    readonly by?: string;
    readonly body?: string;
    readonly labels?: readonly string[];
    readonly files?: readonly { readonly path: string; readonly status?: ToldFile['status'] }[];
  }[];
};

/** Issues and labels, which the app gets no webhooks of. */
export function peopleOfIssues(world: World) {
  return {
    openIssue: (order: Fields) => act(() => openIssue(world, order)),
    label: (order: Fields) => act(() => label(world, order)),
    remark: (order: Fields) => act(() => remark(world, order)),
    tellOfMerged: (order: Fields) => tellOfMerged(world, order),
  };
}

function openIssue(world: World, order: Fields) {
  const repository = repositoryIn(world, order);
  const createdAt = dateIn(order, 'date') ?? world.now();
  const issue: Issue = {
    id: world.nextId(),
    number: numberOf(order, 'number') ?? nextNumber(repository),
    repository,
    author: personIn(world, order),
    createdAt,
    updatedAt: createdAt,
    title: needText(order, 'title'),
    body: textOf(order, 'body') ?? '',
    state: 'open',
    comments: [],
    labelEvents: [],
  };
  repository.issues.push(issue);
  return { number: issue.number };
}

function label(world: World, order: Fields) {
  const thread = threadIn(world, order);
  const at = dateIn(order, 'date') ?? world.now();
  thread.labelEvents.push({ label: needText(order, 'label'), at, by: personIn(world, order) });
  if (at > thread.updatedAt) thread.updatedAt = at;
  return {};
}

function threadIn(world: World, order: Fields): Labelled {
  const { pulls, issues } = repositoryIn(world, order);
  const number = needNumber(order, 'number');
  const found = [...pulls, ...issues].find((thread) => thread.number === number);
  if (found === undefined) throw new Refusal(404, `there is no thread ${number}`);
  return found;
}

function remark(world: World, order: Fields) {
  const repository = repositoryIn(world, order);
  const issue = repository.issues.find(({ number }) => number === needNumber(order, 'number'));
  if (issue === undefined) throw new Refusal(404, `there is no issue ${needNumber(order, 'number')}`);
  const written = { body: needText(order, 'body'), authorAssociation: textOf(order, 'authorAssociation') };
  return { id: addRemark(world, issue, personIn(world, order), written).id };
}

/** Pull requests that were merged before anybody looked; their commits are not here. */
async function tellOfMerged(world: World, order: Fields) {
  const repository = repositoryIn(world, order);
  const sha = (await repository.git.resolveCommit('HEAD')) ?? '0'.repeat(40);
  for (const told of listOf(order, 'pulls')) {
    const at = new Date(needText(told, 'mergedAt'));
    const author = accountFor(world, textOf(told, 'by') ?? 'somebody');
    const labels = Array.isArray(told['labels']) ? told['labels'].filter((label) => typeof label === 'string') : [];
    const pull: Pull = {
      id: world.nextId(),
      number: needNumber(told, 'number'),
      repository,
      author,
      authorAssociation: 'CONTRIBUTOR',
      createdAt: at,
      head: { repository, ref: `change-${needNumber(told, 'number')}`, sha },
      base: { ref: repository.defaultBranch, sha },
      title: needText(told, 'title'),
      body: textOf(told, 'body') ?? '',
      state: 'closed',
      isDraft: false,
      updatedAt: at,
      closedAt: at,
      merged: { at, by: author, sha: textOf(told, 'sha') ?? sha },
      comments: [],
      reviews: [],
      threads: [],
      events: [],
      labelEvents: labels.map((label) => ({ label, at, by: author })),
      toldFiles: listOf(told, 'files').map((file) => ({
        path: needText(file, 'path'),
        status: wordOf(file, 'status', ['added', 'modified', 'removed']) ?? 'modified',
      })),
    };
    repository.pulls.push(pull);
  }
  return {};
}
