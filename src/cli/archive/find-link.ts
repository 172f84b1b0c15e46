import type { Archive } from '../../archive/index-issues.ts';
import { getLinkIdentity } from '../../archive/link-identity.ts';
import type { ArchivedLink } from '../../archive/archived-link.ts';
import { getSite } from '../../archive/site.ts';
import type { TrackingParameter } from '../../archive/tracking-parameter.ts';

/** What an archive knows of a link. */
export interface LinkHistory {
  readonly identity: string;
  readonly site: string;
  /** When the link ran, the latest first. */
  readonly runs: readonly ArchivedLink[];
  /** What else ran from its site, the latest first. */
  readonly fromSite: readonly ArchivedLink[];
}

/** Names a link and its site as the archive knows them. */
export function identifyLink(
  url: string,
  tracking: readonly TrackingParameter[],
): Pick<LinkHistory, 'identity' | 'site'> {
  return { identity: getLinkIdentity(url, tracking), site: getSite(url) };
}

/** Looks a link up. */
export function findLink(archive: Archive, { identity, site }: Pick<LinkHistory, 'identity' | 'site'>): LinkHistory {
  return {
    identity,
    site,
    runs: (archive.byIdentity.get(identity) ?? []).toReversed(),
    fromSite: (archive.bySite.get(site) ?? []).filter((link) => link.identity !== identity).toReversed(),
  };
}
