import { z } from 'zod';
import { getLinkIdentity } from '../archive/link-identity.ts';
import type { Config } from '../config/schema.ts';
import type { Item, Section } from '../newsletter/issue.ts';
import type { OtherPull } from '../newsletter/other-pull.ts';
import type { ItemChange, SubmittedFile } from '../newsletter/submission.ts';
import { checkEarlierRuns, type FreshLink } from './check-earlier-runs.ts';
import { defineRule, type Problem } from './define-rule.ts';
import { getSubject } from './judge-items.ts';

const options = z.strictObject({
  weeks: z
    .int()
    .min(0)
    .default(25)
    .describe('a link that ran so many weeks before or less is a warning, an older one a hint'),
});

export const duplicateLink = defineRule({
  id: 'duplicate-link',
  severity: 'error',
  summary: 'an item whose link stands in the same issue or ran in an earlier one, however it is spelt',
  options,
  needs: ['other-pulls', 'archive'],
  check: ({ submission, config, otherPulls = [], archive }, { weeks }) => {
    const known = indexLinks(otherPulls, config);
    return submission.files.flatMap((file) => {
      const inIssue = checkFile(file, config);
      const earlier = archive ? checkEarlierRuns(file, listFresh(file, config), { archive, weeks }) : [];
      // One reason to take an item out is enough: the first of these.
      return [...inIssue, ...earlier, ...findElsewhere(file, known, config)].filter(isFirstOfLine);
    });
  },
});

function isFirstOfLine({ place }: Problem, index: number, all: readonly Problem[]): boolean {
  return all.findIndex((other) => other.place.startLine === place.startLine) === index;
}

/** An item of the head and where its link leads. */
interface Known {
  readonly item: Item;
  readonly section: Section;
  readonly identity: string;
}

function checkFile(file: SubmittedFile, config: Config): readonly Problem[] {
  const fresh = new Set(file.changes.filter((change) => isFresh(change, config)).map(getLine));
  if (file.head === undefined || fresh.size === 0) return [];
  const known = file.head.sections.flatMap((section) => listLinks(section, config));
  const isFreshLink = (link: Known): boolean => fresh.has(link.item.place.startLine);
  const kept = chooseKept(known, isFreshLink);
  return known.filter(isFreshLink).flatMap((own) => {
    const other = kept.get(own.identity);
    return other === undefined || other === own ? [] : [describe(file, own, other)];
  });
}

/** Of the same links the one to keep: the first that was there before, or else the first. */
function chooseKept(known: readonly Known[], isFreshLink: (link: Known) => boolean): ReadonlyMap<string, Known> {
  const kept = new Map<string, Known>();
  for (const link of known) {
    const other = kept.get(link.identity);
    if (other === undefined || (isFreshLink(other) && !isFreshLink(link))) kept.set(link.identity, link);
  }
  return kept;
}

function getLine(change: ItemChange): number {
  return change.kind === 'removed' ? 0 : change.after.item.place.startLine;
}

/** Whether the author brings this link into the issue; mending a title or moving an item brings none. */
function isFresh(change: ItemChange, config: Config): boolean {
  if (change.kind === 'added') return true;
  if (change.kind === 'removed') return false;
  return identify(change.before.item, config) !== identify(change.after.item, config);
}

function listLinks(section: Section, config: Config): readonly Known[] {
  if (config.grammars[section.region] !== 'link') return [];
  return section.items.flatMap((item) => {
    const identity = identify(item, config);
    return identity === undefined ? [] : [{ item, section, identity }];
  });
}

/** The first link is what an item is about. */
function identify(item: Item, config: Config): string | undefined {
  const url = item.entry.links[0]?.url.text ?? '';
  return url === '' ? undefined : getLinkIdentity(url, config.trackingParameters);
}

interface Elsewhere {
  readonly pull: number;
  readonly section: string;
}

/** Where open pull requests add a link, the first that does. */
function indexLinks(pulls: readonly OtherPull[], config: Config): ReadonlyMap<string, Elsewhere> {
  const links = pulls
    .filter(({ state }) => state === 'open')
    .flatMap(({ number, items }) => items.map(({ url, section }) => ({ url, at: { pull: number, section } })));
  return new Map(links.reverse().map(({ url, at }) => [getLinkIdentity(url, config.trackingParameters), at]));
}

function findElsewhere(file: SubmittedFile, known: ReadonlyMap<string, Elsewhere>, config: Config): Problem[] {
  if (known.size === 0 || file.role !== 'draft') return [];
  return listFresh(file, config).flatMap(({ item, identity }) => {
    const other = known.get(identity);
    return other === undefined ? [] : [describeElsewhere(file, item, other)];
  });
}

/** What comes into an issue. */
function listFresh({ role, changes }: SubmittedFile, config: Config): readonly FreshLink[] {
  if (role === 'template') return [];
  return changes.flatMap((change) => {
    if (change.kind === 'removed' || !isFresh(change, config)) return [];
    const { item, region } = change.after;
    const identity = config.grammars[region] === 'link' ? identify(item, config) : undefined;
    return identity === undefined ? [] : [{ item, identity }];
  });
}

function describeElsewhere(file: SubmittedFile, item: Item, { pull, section }: Elsewhere): Problem {
  return {
    path: file.path,
    place: item.entry.links[0]?.place ?? item.place,
    message: 'Another open pull request, {0}, adds this link already, under {1}: see whether this one is still needed.',
    quotes: [`#${pull}`, section],
    subject: getSubject(item),
    severity: 'hint',
  };
}

function describe(file: SubmittedFile, own: Known, other: Known): Problem {
  const link = own.item.entry.links[0];
  return {
    path: file.path,
    place: link?.place ?? own.item.place,
    message: `This link is here already, under {0} (line ${other.item.place.startLine}): take this one out.`,
    quotes: [other.section.name],
    subject: getSubject(own.item),
  };
}
