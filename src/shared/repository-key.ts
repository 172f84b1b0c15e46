/** A repository of an installation. */
interface Named {
  readonly installationId: number;
  readonly owner: string;
  readonly repository: string;
}

/**
 * One word for a repository in lanes and memories. A name that was given up is free for any other account, and what is known under it
 * must not pass over: so the installation is part of it.
 */
export function toRepositoryKey({ installationId, owner, repository }: Named): string {
  return `${installationId} ${owner}/${repository}`.toLowerCase();
}
