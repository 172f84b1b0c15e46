import { getLinkIdentity } from '../archive/link-identity.ts';
import { getSite } from '../archive/site.ts';
import type { Config } from '../config/schema.ts';
import type { Item } from '../newsletter/issue.ts';
import type { PlacedItem, SubmittedFile } from '../newsletter/submission.ts';
import type { Problem } from './define-rule.ts';
import { findLineAbove } from './find-line-above.ts';
import { listLostSections } from './foreign-text.ts';
import { getSubject } from './judge-items.ts';
import { getFirstLine } from './slice-item.ts';

/**
 * What a submission does to items that were there before: takes them out, writes over them, or changes more of them
 * than a few corrections. Putting the own item right, replacing it by a newer one, moving and reordering are fine.
 */
export function findForeignItems(file: SubmittedFile, config: Config, mostCorrections: number): readonly Problem[] {
  return [
    ...findRemoved(file, config).map((removed) => describeRemoved(file, removed)),
    ...findOverwritten(file, config),
    ...findRewritten(file, mostCorrections),
  ];
}

function findRemoved(file: SubmittedFile, config: Config): readonly PlacedItem[] {
  const added = file.changes.flatMap((change) => (change.kind === 'added' ? [change.after] : []));
  const sites = new Set(added.flatMap(({ item }) => listSites(item)));
  const standing = new Set(file.head?.sections.flatMap(({ items }) => items.map((item) => identify(item, config))));
  // What went with its heading is told with it.
  const lost = new Set(listLostSections(file).map(({ name }) => name));
  return file.changes.flatMap((change) => {
    if (change.kind !== 'removed' || lost.has(change.before.section)) return [];
    const { item, section, region } = change.before;
    const isReplaced = config.grammars[region] !== 'link' && added.some((one) => one.section === section);
    const isOwn = isReplaced || listSites(item).some((site) => sites.has(site));
    const isNothing = item.entry.links.length === 0 || standing.has(identify(item, config));
    return isOwn || isNothing ? [] : [change.before];
  });
}

function describeRemoved(file: SubmittedFile, { item, section }: PlacedItem): Problem {
  return {
    path: file.path,
    place: findLineAbove(file, item.place.startLine),
    message: 'An item that was there before is gone, {0} in {1}: put it back.',
    quotes: [item.entry.links[0]?.title.text ?? item.entry.content.text, section],
    subject: getSubject(item),
  };
}

/** Another title and another address on the line of an item make another item of it. */
function findOverwritten(file: SubmittedFile, config: Config): readonly Problem[] {
  return file.changes.flatMap((change) => {
    if (change.kind !== 'changed' || config.grammars[change.after.region] !== 'link') return [];
    const [before, after] = [change.before.item, change.after.item];
    const [old, own] = [before.entry.links[0], after.entry.links[0]];
    if (old === undefined || own === undefined || old.title.text.trim() === own.title.text.trim()) return [];
    if (listSites(before).some((site) => listSites(after).includes(site))) return [];
    return [
      {
        path: file.path,
        place: after.place,
        message:
          'An item that was there before, {0}, is written over here: put it back, and yours on a line of its own.',
        quotes: [old.title.text],
        subject: getSubject(before),
      },
    ];
  });
}

function findRewritten(file: SubmittedFile, mostCorrections: number): readonly Problem[] {
  const changed = file.changes.flatMap((change) => (change.kind === 'changed' ? [change.after.item] : []));
  const [first] = changed;
  if (first === undefined || changed.length <= mostCorrections) return [];
  return [
    {
      path: file.path,
      place: getFirstLine(first),
      message:
        changed.length === 1
          ? 'An item that was there before is changed here; often a text editor does that by itself: undo this change.'
          : `${changed.length} items that were there before are changed, the first of them here; often a text editor does that by itself: undo these changes.`,
      subject: 'rewritten',
      settles: changed.map(({ place }) => place),
    },
  ];
}

function identify({ entry }: Item, config: Config): string | undefined {
  const url = entry.links[0]?.url.text;
  return url === undefined ? undefined : getLinkIdentity(url, config.trackingParameters);
}

/** Where the item's links lead, roughly: two items of one author, or of one group, mostly agree in one. */
function listSites({ entry, children }: Item): readonly string[] {
  const own = entry.links.map(({ url }) => getSite(url.text)).filter((site) => site !== '');
  return [...own, ...children.flatMap(listSites)];
}
