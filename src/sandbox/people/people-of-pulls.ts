import { closePull, editPull, mergePull, openPull, reopenPull, setDraft } from '../actions/pulls.ts';
import { type Fields, isOn, needText, numberOf, textOf } from '../fields.ts';
import type { Repository } from '../records/repository.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { dateIn, personIn, pullIn, repositoryIn } from './look-up.ts';

export type OpenOrder = {
  readonly repo: string;
  readonly by: string;
  /** `owner:branch` of a fork with the same parent, or a branch of the repository itself. */
  readonly head: string;
  readonly base?: string;
  readonly title: string;
  /** For a pull request that already has one elsewhere; without it the next one. */
  readonly number?: number;
  readonly body?: string;
  readonly isDraft?: boolean;
  readonly createdAt?: string;
};
export type PullOrder = { readonly repo: string; readonly number: number; readonly by: string };
export type EditOrder = PullOrder & { readonly title?: string; readonly body?: string; readonly base?: string };

/** What happens to pull requests as a whole. */
export function peopleOfPulls(world: World) {
  return {
    openPullRequest: (order: Fields) => open(world, order),
    editPullRequest: async (order: Fields) => {
      const [title, body, base] = [textOf(order, 'title'), textOf(order, 'body'), textOf(order, 'base')];
      await editPull(world, pullIn(world, order), personIn(world, order), { title, body, base });
      return {};
    },
    closePullRequest: async (order: Fields) => {
      await closePull(world, pullIn(world, order), personIn(world, order));
      return {};
    },
    reopenPullRequest: async (order: Fields) => {
      await reopenPull(world, pullIn(world, order), personIn(world, order));
      return {};
    },
    mergePullRequest: async (order: Fields) => {
      return { sha: await mergePull(world, pullIn(world, order), personIn(world, order)) };
    },
    markReady: async (order: Fields) => {
      await setDraft(world, pullIn(world, order), personIn(world, order), false);
      return {};
    },
    convertToDraft: async (order: Fields) => {
      await setDraft(world, pullIn(world, order), personIn(world, order), true);
      return {};
    },
  };
}

async function open(world: World, order: Fields) {
  const repository = repositoryIn(world, order);
  const pull = await openPull(world, repository, personIn(world, order), {
    number: numberOf(order, 'number'),
    head: findHead(world, repository, needText(order, 'head')),
    base: textOf(order, 'base') ?? repository.defaultBranch,
    title: needText(order, 'title'),
    body: textOf(order, 'body') ?? '',
    isDraft: isOn(order, 'isDraft'),
    createdAt: dateIn(order, 'createdAt'),
  });
  return { number: pull.number, sha: pull.head.sha };
}

function findHead(world: World, base: Repository, head: string): { repository: Repository; ref: string } {
  const colon = head.indexOf(':');
  if (colon < 0) return { repository: base, ref: head };
  const owner = head.slice(0, colon);
  const repository = world.repositories.find(
    (one) => !one.isDeleted && one.owner.login === owner && (one === base || one.parent === base),
  );
  if (repository === undefined) throw new Refusal(422, `${owner} has no fork of it`);
  return { repository, ref: head.slice(colon + 1) };
}
