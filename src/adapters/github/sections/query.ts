import type { InstallationClient } from '../installation-client.ts';

/** Asks GitHub a query; rejects with an `ApiTrouble`. */
export type Query = InstallationClient['query'];

/** `owner/name` as variables. */
export function toOwnerAndName(repository: string): { readonly owner: string; readonly name: string } {
  const [owner = '', name = ''] = repository.split('/');
  return { owner, name };
}
