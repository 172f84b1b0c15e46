import type { Fields } from '../fields.ts';
import { type Needs, requirePermission } from '../permissions.ts';
import { accountOf, type Actor } from '../records/app.ts';
import type { Pull } from '../records/pull.ts';
import type { Account, Repository } from '../records/repository.ts';
import { notFound, Refusal } from '../refusal.ts';
import { findRepository, isSameName, type World } from '../world.ts';

/** One request, as far as it is understood before its operation runs. */
export interface Call {
  readonly world: World;
  readonly actor: Actor;
  /** What the braces of the operation's path matched, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly url: URL;
  readonly body: Fields;
}

export interface RepositoryCall extends Call {
  readonly repository: Repository;
}

export interface PullCall extends RepositoryCall {
  readonly pull: Pull;
}

export interface Reply {
  readonly status: number;
  /** Missing: no content. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  /** GitHub's own name for it, e.g. `GET /repos/{owner}/{repo}`. */
  readonly operation: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly run: (call: Call) => Reply | Promise<Reply>;
}

/** These take slashes, too. */
const LONG = new Set(['path', 'ref', 'basehead', 'tree_sha']);

/** An operation by GitHub's template of its path. */
export function route(operation: string, run: Route['run']): Route {
  const [method = '', template = ''] = operation.split(' ');
  const pattern = template
    .replaceAll(/[.?]/g, '\\$&')
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${LONG.has(name) ? '.*' : '[^/]+'})`);
  return { operation, method, pattern: new RegExp(`^${pattern}$`), run };
}

/** An operation on a repository that the actor may see, with any one of the permissions it needs. */
export function inRepository(
  operation: string,
  needs: Needs,
  run: (call: RepositoryCall) => Reply | Promise<Reply>,
): Route {
  return route(operation, (call) => {
    const { owner = '', repo = '' } = call.params;
    const repository = findRepository(call.world, owner, repo);
    if (repository === undefined) throw notFound();
    requirePermission(call.actor, repository, needs);
    if (!isSameName(repository.name, repo)) throw moved(operation, call, repository);
    return run({ ...call, repository });
  });
}

/** The answer under a name that a repository had: go where its number stands for its name. */
function moved(operation: string, { world, url }: Call, { id }: Repository): Refusal {
  const rest = url.pathname.replace(/^.*?\/repos\/[^/]+\/[^/]+/, '');
  const location = `${world.url}/repositories/${id}${rest}${url.search}`;
  return operation.startsWith('GET ')
    ? new Refusal(301, 'Moved Permanently', { headers: { location } })
    : new Refusal(307, 'Temporary Redirect', { headers: { location } });
}

/** An operation on one pull request, named by `{pull_number}` or `{issue_number}`. */
export function onPull(operation: string, needs: Needs, run: (call: PullCall) => Reply | Promise<Reply>): Route {
  return inRepository(operation, needs, (call) => {
    const number = call.params['pull_number'] ?? call.params['issue_number'];
    const pull = call.repository.pulls.find((one) => String(one.number) === number);
    if (pull === undefined) throw notFound();
    return run({ ...call, pull });
  });
}

/** The account under whose name the actor writes; refuses one that has none. */
export function needAccount(actor: Actor): Account {
  const account = accountOf(actor);
  if (account === undefined) throw new Refusal(401, 'Requires authentication');
  return account;
}

export function ok(body: unknown): Reply {
  return { status: 200, body };
}
