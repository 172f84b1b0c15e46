import type { Issue } from '../records/issue.ts';
import type { Pull } from '../records/pull.ts';
import { fullName, type Repository } from '../records/repository.ts';
import type { World } from '../world.ts';

/** The address of a repository in the API. */
export function repositoryAddress({ url }: World, repository: Repository): string {
  return `${url}/repos/${fullName(repository)}`;
}

/** The address of a repository's page. */
export function repositoryPage({ url }: World, repository: Repository): string {
  return `${url}/${fullName(repository)}`;
}

/** The address of a pull request in the API. */
export function pullAddress(world: World, { repository, number }: Pull): string {
  return `${repositoryAddress(world, repository)}/pulls/${number}`;
}

/** The address of a pull request's page. */
export function pullPage(world: World, { repository, number }: Pull): string {
  return `${repositoryPage(world, repository)}/pull/${number}`;
}

/** The address of an issue's page. */
export function issuePage(world: World, { repository, number }: Issue): string {
  return `${repositoryPage(world, repository)}/issues/${number}`;
}
