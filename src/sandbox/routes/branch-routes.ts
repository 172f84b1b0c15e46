import { createBranch, inTurn, moveBranch } from '../actions/branches.ts';
import { isOn, needText } from '../fields.ts';
import { renderRef } from '../render/render-ref.ts';
import { inRepository, needAccount, type RepositoryCall, type Reply, type Route } from './route.ts';

/** What writes to branches without a commit. */
export const branchRoutes: readonly Route[] = [
  inRepository('POST /repos/{owner}/{repo}/git/refs', [['contents', 'write']], create),
  inRepository('PATCH /repos/{owner}/{repo}/git/refs/{ref}', [['contents', 'write']], move),
];

function create({ world, repository, actor, body }: RepositoryCall): Promise<Reply> {
  const [ref, sha] = [needText(body, 'ref'), needText(body, 'sha')];
  return inTurn(repository, async () => {
    await createBranch(world, repository, needAccount(actor), ref, sha);
    return { status: 201, body: renderRef(world, repository, { ref, sha }) };
  });
}

function move({ world, repository, actor, params, body }: RepositoryCall): Promise<Reply> {
  const ref = `refs/${params['ref'] ?? ''}`;
  const branch = ref.replace(/^refs\/heads\//, '');
  const sha = needText(body, 'sha');
  return inTurn(repository, async () => {
    await moveBranch(world, repository, needAccount(actor), { branch, sha, isForced: isOn(body, 'force') });
    return { status: 200, body: renderRef(world, repository, { ref, sha }) };
  });
}
