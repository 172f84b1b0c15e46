import { closePull, editPull, openPull, reopenPull } from '../actions/pulls.ts';
import { inTurn } from '../actions/branches.ts';
import { checkLength, noteNotifications } from '../actions/write-text.ts';
import { isOn, needText, textOf, wordOf } from '../fields.ts';
import type { Pull } from '../records/pull.ts';
import type { Account } from '../records/repository.ts';
import { invalid, Refusal } from '../refusal.ts';
import { renderPull } from '../render/render-pull.ts';
import {
  inRepository,
  needAccount,
  onPull,
  type PullCall,
  type RepositoryCall,
  type Reply,
  type Route,
} from './route.ts';

/** Opening and changing pull requests. */
export const pullWriteRoutes: readonly Route[] = [
  inRepository('POST /repos/{owner}/{repo}/pulls', [['pull_requests', 'write']], open),
  onPull('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', [['pull_requests', 'write']], change),
];

/** From a branch of the repository itself: an app cannot push to forks. */
function open({ world, repository, actor, body }: RepositoryCall): Promise<Reply> {
  const title = needText(body, 'title');
  const base = needText(body, 'base');
  const ref = needText(body, 'head').replace(new RegExp(`^${repository.owner.login}:`, 'i'), '');
  const words = textOf(body, 'body') ?? '';
  checkLength('PullRequest', words);
  if (title.trim() === '') throw invalid('PullRequest', 'title', "title can't be blank");
  return inTurn(repository, async () => {
    const [head, start] = await Promise.all(
      [ref, base].map((name) => repository.git.resolveCommit(`refs/heads/${name}`)),
    );
    if (head === undefined) throw refuseField('head');
    if (start === undefined) throw refuseField('base');
    const standing = repository.pulls.find(
      (pull) =>
        pull.state === 'open' && pull.head.repository === repository && pull.head.ref === ref && pull.base.ref === base,
    );
    if (standing !== undefined) throw refuse(`A pull request already exists for ${repository.owner.login}:${ref}.`);
    if ((await repository.git.listCommits(start, head)).length === 0)
      throw refuse(`No commits between ${base} and ${ref}`);
    const order = { number: undefined, head: { repository, ref }, base, title, body: words };
    const rest = { isDraft: isOn(body, 'draft'), createdAt: undefined };
    const pull = await openPull(world, repository, needAccount(actor), { ...order, ...rest });
    return { status: 201, body: await renderPull(world, pull) };
  });
}

async function change({ world, pull, actor, body }: PullCall): Promise<Reply> {
  const by = needAccount(actor);
  const [title, words, base] = [textOf(body, 'title'), textOf(body, 'body'), textOf(body, 'base')];
  if (words !== undefined) checkLength('PullRequest', words);
  if (title?.trim() === '') throw invalid('PullRequest', 'title', "title can't be blank");
  const state = wordOf(body, 'state', ['open', 'closed']);
  if (state !== undefined && state !== pull.state) await setState(pull, state, by);
  if (title !== undefined || words !== undefined || base !== undefined) {
    await editPull(world, pull, by, { title, body: words, base });
    if (words !== undefined) noteNotifications(world, pull, 'description', by, words);
  }
  return { status: 200, body: await renderPull(world, pull) };

  async function setState(of: Pull, wanted: 'open' | 'closed', account: Account): Promise<void> {
    if (wanted === 'closed') return closePull(world, of, account);
    const { git } = of.head.repository;
    const now = await git.resolveCommit(`refs/heads/${of.head.ref}`);
    if (of.merged !== undefined || now === undefined) throw refuse('state cannot be changed.');
    const isRewritten = (await git.findMergeBase(of.head.sha, now)) !== of.head.sha;
    if (isRewritten) throw refuse(`state cannot be changed. The ${of.head.ref} branch was force-pushed or recreated.`);
    return reopenPull(world, of, account);
  }
}

function refuse(message: string): Refusal {
  return new Refusal(422, 'Validation Failed', { errors: [{ resource: 'PullRequest', code: 'custom', message }] });
}

function refuseField(field: string): Refusal {
  return new Refusal(422, 'Validation Failed', { errors: [{ resource: 'PullRequest', field, code: 'invalid' }] });
}
