import { commitOnBranch, inTurn } from '../actions/branches.ts';
import { type Fields, fieldsOf, listOf, needText, textOf } from '../fields.ts';
import type { Repository } from '../records/repository.ts';
import { findRepository, type World } from '../world.ts';
import { viewCommitById } from './commit-view.ts';
import { answerMutation, inputOf } from './input.ts';
import { viewRef } from './repository-view.ts';
import { type GraphContext, needViewer, refuse, requireAccess, type View } from './view.ts';

/** The mutation that commits without a checkout: only where the branch still has the head that the asker knows. */
export function viewBranchMutations(world: World): View {
  return { createCommitOnBranch: (args: Fields, context: GraphContext) => createCommit(world, inputOf(args), context) };
}

function createCommit(world: World, input: Fields, context: GraphContext): Promise<View> {
  const { repository, branch } = findBranch(world, fieldsOf(input, 'branch') ?? {});
  requireAccess(context, repository, 'contents', 'write');
  const files = readFiles(fieldsOf(input, 'fileChanges') ?? {});
  const expected = needText(input, 'expectedHeadOid');
  return inTurn(repository, async () => {
    const before = await repository.git.resolveCommit(`refs/heads/${branch}`);
    if (before === undefined) throw refuse('NOT_FOUND', `Could not resolve to a branch with the name '${branch}'.`);
    if (before !== expected) {
      const message = `Expected branch to point to "${before}" but it did not. Pull and try again.`;
      throw refuse('STALE_DATA', message);
    }
    for (const [path, text] of Object.entries(files)) {
      const isThere = (await repository.git.look(`${before}:${path}`)) !== undefined;
      if (text === null && !isThere)
        throw refuse('UNPROCESSABLE', `A path was requested for deletion which does not exist: ${path}`);
    }
    const message = readMessage(fieldsOf(input, 'message') ?? {});
    const sha = await commitOnBranch(world, repository, needViewer(context), { before, branch, message, files });
    return answerMutation(input, {
      commit: () => viewCommitById(world, repository, sha),
      ref: () => viewRef(world, repository, `refs/heads/${branch}`),
    });
  });
}

function findBranch(world: World, branch: Fields): { repository: Repository; branch: string } {
  const [owner = '', name = ''] = (textOf(branch, 'repositoryNameWithOwner') ?? '').split('/');
  const repository = findRepository(world, owner, name);
  if (repository === undefined) {
    throw refuse('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
  }
  return { repository, branch: needText(branch, 'branchName').replace(/^refs\/heads\//, '') };
}

function readFiles(changes: Fields): Readonly<Record<string, string | null>> {
  const added = listOf(changes, 'additions').map((file): [string, string] => {
    const contents = needText(file, 'contents');
    if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(contents)) throw refuse('UNPROCESSABLE', 'contents must be base64');
    return [readPath(file), Buffer.from(contents, 'base64').toString()];
  });
  const removed = listOf(changes, 'deletions').map((file): [string, null] => [readPath(file), null]);
  if (added.length + removed.length === 0) throw refuse('UNPROCESSABLE', 'A commit must change at least one file.');
  return Object.fromEntries([...added, ...removed]);
}

function readPath(file: Fields): string {
  const path = needText(file, 'path');
  const isBad = path === '' || path.split('/').some((part) => ['', '.', '..', '.git'].includes(part));
  if (isBad) throw refuse('UNPROCESSABLE', `path contains a malformed path component: ${path}`);
  return path;
}

function readMessage(message: Fields): string {
  const body = textOf(message, 'body');
  return [needText(message, 'headline'), ...(body === undefined ? [] : [body])].join('\n\n');
}
