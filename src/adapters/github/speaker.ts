import type { InstallationClient } from './installation-client.ts';
import type { Tell } from './recent-words.ts';

/** Writes to one pull request in the name of an installation. */
export interface Speaker extends Pick<InstallationClient, 'send' | 'mutate' | 'readPermissions'> {
  readonly tell: Tell;
}
