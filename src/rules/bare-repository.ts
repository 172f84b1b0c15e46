import { z } from 'zod';
import { sectionNameSchema } from '../config/named-sections.ts';
import type { Item, Link } from '../newsletter/issue.ts';
import { defineRule, type JudgedItem, type Problem } from './define-rule.ts';
import { isRemovableAside } from './is-removable-aside.ts';
import { getSubject, getWrittenLinks, judgeLinkItems } from './judge-items.ts';
import { isPackagePage, isRepositoryPage } from './repository-page.ts';
import { getEnd, getGap, sliceItem } from './slice-item.ts';

const options = z.strictObject({
  forges: z
    .array(z.string())
    .default(['github.com', 'gitlab.com', 'codeberg.org', 'sr.ht', 'git.sr.ht', 'hg.sr.ht', 'bitbucket.org'])
    .describe('hosts of repositories; a host that starts with `gitlab.` may nest groups'),
  registries: z.array(z.string()).default(['crates.io', 'lib.rs', 'docs.rs']).describe('hosts of packages'),
  exceptSections: z
    .array(sectionNameSchema)
    .default([])
    .describe('sections where a repository is as welcome as an article'),
});

type Options = z.infer<typeof options>;

export const bareRepository = defineRule({
  id: 'bare-repository',
  severity: 'warning',
  summary: 'a link that leads to a repository or a package and not to something to read about it',
  options,
  needs: [],
  check: (context, given) => judgeLinkItems(context, (judged) => checkItem(judged, given)),
});

function checkItem({ file, item, section }: JudgedItem, given: Options): readonly Problem[] {
  const links = listKeptLinks(item);
  const [first] = links;
  if (first === undefined || given.exceptSections.includes(section)) return [];
  const nouns = links.flatMap((link) => readNoun(link, given) ?? []);
  // Beside a post about it, the repository is an extra; `item-form` speaks of that.
  if (nouns.length < links.length) return [];
  return [
    {
      path: file.path,
      place: first.place,
      message: `This link leads to a ${nouns[0] ?? ''}, where there is nothing new to read: link a post, release notes or a changelog instead.`,
      subject: getSubject(item),
    },
  ];
}

/** Without those of an aside, which `item-form` takes out: what is left has to stand for itself. */
function listKeptLinks(item: Item): readonly Link[] {
  const links = getWrittenLinks(item);
  const [first] = links;
  if (first === undefined) return [];
  const rest = sliceItem(item, getGap(first.place, getEnd(item.entry.content.place)));
  return isRemovableAside(rest.trim()) ? [first] : links;
}

function readNoun({ url }: Link, { forges, registries }: Options): string | undefined {
  if (!/^https?:\/\//i.test(url.text) || !URL.canParse(url.text)) return undefined;
  const address = new URL(url.text);
  const host = address.hostname.replace(/^www\./, '');
  if (forges.includes(host) && isRepositoryPage(host, address)) return 'bare repository';
  return registries.includes(host) && isPackagePage(host, address) ? 'bare package page' : undefined;
}
