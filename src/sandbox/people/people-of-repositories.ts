import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { inTurn } from '../actions/branches.ts';
import { announcePush } from '../actions/pushes.ts';
import { type Fields, isOn, needText, textOf, wordOf } from '../fields.ts';
import { createGitRepository, fetchInto } from '../git/git-repository.ts';
import { type Account, fullName, type Repository, type Role, ROLES, signatureOf } from '../records/repository.ts';
import { Refusal } from '../refusal.ts';
import { accountFor, findRepository, isSameName, type World } from '../world.ts';
import { act } from './act.ts';
import { dateIn, filesIn, personIn, repositoryIn, splitName } from './look-up.ts';

type Files = Readonly<Record<string, string | null>>;

export type UserOrder = { readonly login: string; readonly isBot?: boolean };
export type RepositoryOrder = {
  /** `owner/name`; the app is installed on the owner's account. */
  readonly repo: string;
  readonly files?: Files;
  /** A bundle or repository on disk to fetch `refs` from. */
  readonly from?: string;
  /** Git refspecs. */
  readonly refs?: readonly string[];
  readonly isOrganization?: boolean;
  readonly date?: string;
};
export type RenameOrder = { readonly repo: string; readonly name: string };
export type RoleOrder = { readonly repo: string; readonly login: string; readonly role: Role };
export type ForkOrder = { readonly repo: string; readonly by: string; readonly name?: string };
export type PushOrder = {
  readonly repo: string;
  readonly by: string;
  /** Without it the default branch; a new one starts where the default branch of the original is. */
  readonly branch?: string;
  readonly files: Files;
  readonly message?: string;
  /** Commit the new one stands on, whatever the branch was before. */
  readonly parent?: string;
  readonly date?: string;
};
export type BranchOrder = { readonly repo: string; readonly by: string; readonly branch: string; readonly sha: string };

/** Accounts, repositories, forks and pushes. */
export function peopleOfRepositories(world: World) {
  return {
    createUser: (order: Fields) => act(() => createUser(world, order)),
    createRepository: (order: Fields) => createRepository(world, order),
    renameRepository: (order: Fields) => act(() => renameRepository(world, order)),
    setRole: (order: Fields) => act(() => setRole(world, order)),
    fork: (order: Fields) => fork(world, order),
    deleteRepository: (order: Fields) =>
      act(() => {
        repositoryIn(world, order).isDeleted = true;
        return {};
      }),
    push: (order: Fields) => act(() => inTurn(repositoryIn(world, order), () => push(world, order))),
    setBranch: (order: Fields) => act(() => inTurn(repositoryIn(world, order), () => setBranch(world, order))),
  };
}

/** Makes an account, with a token for its requests to the API. */
function createUser(world: World, order: Fields) {
  const login = needText(order, 'login');
  const account = accountFor(world, login, isOn(order, 'isBot') ? 'Bot' : 'User');
  const token = `ghp_${randomBytes(18).toString('hex')}`;
  world.tokens.set(token, { kind: 'person', account });
  return { login, token };
}

async function createRepository(world: World, order: Fields) {
  const [ownerName, name] = splitName(needText(order, 'repo'));
  const owner = accountFor(world, ownerName, isOn(order, 'isOrganization') ? 'Organization' : 'User');
  const repository = await makeRepository(world, owner, name);
  const source = textOf(order, 'from');
  if (source !== undefined) await fetchInto(repository.git, source, refspecsIn(order));
  const files = filesIn(order);
  if (Object.keys(files).length > 0) {
    const tip = await repository.git.resolveCommit('HEAD');
    await repository.git.commit({
      branch: repository.defaultBranch,
      parents: tip === undefined ? [] : [tip],
      author: signatureOf(owner),
      date: dateIn(order, 'date') ?? world.now(),
      message: 'Start the newsletter',
      files,
    });
  }
  if (!world.installations.some((one) => one.account === owner)) {
    world.installations.push({ id: world.nextId(), app: world.app, account: owner, createdAt: world.now() });
  }
  return { repo: fullName(repository), head: (await repository.git.resolveCommit('HEAD')) ?? null };
}

function refspecsIn({ refs }: Fields): readonly string[] {
  return Array.isArray(refs) ? refs.filter((ref) => typeof ref === 'string') : [];
}

const DEFAULT_BRANCH = 'main';

async function makeRepository(world: World, owner: Account, name: string, parent?: Repository): Promise<Repository> {
  requireFreeName(world, owner, name);
  const id = world.nextId();
  const folder = path.join(world.folder, `${id}.git`);
  const objects = parent && path.join(parent.git.folder, 'objects');
  const repository: Repository = {
    id,
    owner,
    name,
    formerNames: [],
    defaultBranch: DEFAULT_BRANCH,
    git: await createGitRepository(folder, DEFAULT_BRANCH, objects),
    parent,
    createdAt: world.now(),
    roles: new Map(),
    pulls: [],
    issues: [],
    suites: [],
    signed: new Set(),
    isDeleted: false,
  };
  world.repositories.push(repository);
  return repository;
}

function requireFreeName(world: World, owner: Account, name: string): void {
  const found = findRepository(world, owner.login, name);
  if (found !== undefined && isSameName(found.name, name)) {
    throw new Refusal(422, `${owner.login}/${name} exists already`);
  }
}

/** Its number stays, and its old name leads to it. */
function renameRepository(world: World, order: Fields) {
  const repository = repositoryIn(world, order);
  const name = needText(order, 'name');
  requireFreeName(world, repository.owner, name);
  repository.formerNames.push(repository.name);
  repository.name = name;
  return { repo: fullName(repository) };
}

function setRole(world: World, order: Fields) {
  const { login } = accountFor(world, needText(order, 'login'));
  repositoryIn(world, order).roles.set(login.toLowerCase(), wordOf(order, 'role', ROLES) ?? 'read');
  return {};
}

/** A fork has the default branch only. */
async function fork(world: World, order: Fields) {
  const parent = repositoryIn(world, order);
  const made = await makeRepository(world, personIn(world, order), textOf(order, 'name') ?? parent.name, parent);
  const tip = await parent.git.resolveCommit('HEAD');
  if (tip !== undefined) await made.git.setRef(`refs/heads/${made.defaultBranch}`, tip);
  return { repo: fullName(made) };
}

async function push(world: World, order: Fields) {
  const repository = repositoryIn(world, order);
  const by = personIn(world, order);
  const branch = textOf(order, 'branch') ?? repository.defaultBranch;
  const before = await repository.git.resolveCommit(`refs/heads/${branch}`);
  const origin = repository.parent ?? repository;
  const parent = textOf(order, 'parent') ?? before ?? (await origin.git.resolveCommit('HEAD'));
  const sha = await repository.git.commit({
    branch,
    parents: parent === undefined ? [] : [parent],
    author: signatureOf(by),
    date: dateIn(order, 'date') ?? world.now(),
    message: textOf(order, 'message') ?? 'Update the newsletter',
    files: filesIn(order),
  });
  await announcePush(world, repository, branch, { before, after: sha, by });
  return { sha };
}

/** Moves a branch to a commit that is there already. */
async function setBranch(world: World, order: Fields) {
  const repository = repositoryIn(world, order);
  const branch = needText(order, 'branch');
  const before = await repository.git.resolveCommit(`refs/heads/${branch}`);
  const after = await repository.git.resolveCommit(needText(order, 'sha'));
  if (after === undefined) throw new Refusal(422, `there is no commit ${needText(order, 'sha')}`);
  await repository.git.setRef(`refs/heads/${branch}`, after);
  await announcePush(world, repository, branch, { before, after, by: personIn(world, order) });
  return { sha: after };
}
