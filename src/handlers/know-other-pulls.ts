import type { Config } from '../config/schema.ts';
import type { OtherPull, SubmittedLink } from '../newsletter/other-pull.ts';
import type { Submission } from '../newsletter/submission.ts';
import type { PullHead, PullRequestSnapshot, RepositoryRef } from '../ports.ts';
import { limitsSubmissions } from '../rules/submission-limit.ts';
import { addsLinks } from './adds-links.ts';
import type { Deps } from './deps.ts';
import { restoreKnownFiles } from './restore-files.ts';
import { toRepositoryKey } from '../shared/repository-key.ts';

/** What other pull requests add, as far as that is known. */
export interface KnownPulls {
  /** undefined where nothing is known. */
  readonly otherPulls: readonly OtherPull[] | undefined;
  readonly hasUnreadPulls: boolean;
}

/** So many that are new to us are read in one review; the next one reads on. */
const MOST_UNREAD = 8;

/**
 * What the earlier pull requests add that this one might repeat: of two only the later hears of it. A head is read once;
 * trouble on the way stops no review.
 */
export async function knowOtherPulls(
  deps: Deps,
  snapshot: PullRequestSnapshot,
  submission: Submission,
): Promise<KnownPulls> {
  const { config } = snapshot.configuration;
  const others = addsLinks(config, submission) ? chooseEarlier(config, snapshot) : [];
  const unread = others.filter((pull) => deps.knownPulls.get(toKey(snapshot.ref, pull)) === undefined);
  if (unread.length > 0) await readUnread(deps, snapshot, unread.slice(0, MOST_UNREAD));
  const known = others.map((pull) => ({ pull, items: deps.knownPulls.get(toKey(snapshot.ref, pull)) }));
  const otherPulls = known.flatMap(({ pull: { number, author, state }, items }) =>
    items === undefined ? [] : [{ number, author, state, items }],
  );
  return { otherPulls, hasUnreadPulls: otherPulls.length < others.length };
}

/** The latest first; the merged ones only where their author's items are counted. */
function chooseEarlier(config: Config, { others, author, ref, openedOn }: PullRequestSnapshot): readonly PullHead[] {
  const isCounted = limitsSubmissions(config, openedOn);
  return others
    .filter((pull) => (pull.state === 'open' ? pull.number < ref.number : isCounted && pull.author === author.login))
    .toSorted((one, other) => other.number - one.number);
}

async function readUnread(
  deps: Deps,
  { ref, configuration: { config } }: PullRequestSnapshot,
  pulls: readonly PullHead[],
): Promise<void> {
  const read = await deps.github.readOtherDrafts(ref, pulls, config);
  if (!read.ok) {
    deps.log.warn({ trouble: read.trouble }, 'What other pull requests add could not be read');
    return;
  }
  for (const pull of pulls) {
    const files = read.value.get(pull.number);
    if (files === undefined) continue;
    const { submission } = await deps.parser.readSubmission(restoreKnownFiles(files), config);
    deps.knownPulls.set(toKey(ref, pull), listLinks(submission));
  }
}

/** What of a pull request is remembered as long as it is open: nobody who means well adds more, nor longer addresses. */
const MOST_LINKS = 300;
const MOST_CHARACTERS = 1000;

function listLinks({ files }: Submission): readonly SubmittedLink[] {
  const links = files.flatMap(({ path, changes }) =>
    changes.flatMap((change) => {
      if (change.kind !== 'added') return [];
      const { item, section } = change.after;
      const { text: url = '' } = item.entry.links[0]?.url ?? {};
      return [{ path, section, url: url.length > MOST_CHARACTERS ? '' : url }];
    }),
  );
  return links.slice(0, MOST_LINKS);
}

function toKey(repository: RepositoryRef, { number, head }: PullHead): string {
  return `${toRepositoryKey(repository)}#${number} ${head}`;
}
