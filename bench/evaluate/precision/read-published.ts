import type { Repository } from '../../../src/adapters/git/open-repository.ts';
import type { Config } from '../../../src/config/schema.ts';
import type { Issue } from '../../../src/newsletter/issue.ts';
import { parseIssue } from '../../../src/newsletter/parse-issue.ts';
import { toRepositoryPath } from '../../../src/shared/brand.ts';
import { requireValue } from '../with-history.ts';

/** What became of the drafts: the newsletter's files as they are on `main` now. */
export interface Published {
  /** The issues that files of a pull request are today: published meanwhile, or still drafts. */
  readonly find: (paths: readonly string[]) => readonly Issue[];
}

/** Reads all files of the newsletter on `main`; rejects where there is none. */
export async function readPublished(repository: Repository, config: Config): Promise<Published> {
  const { drafts, archive, templates } = config.paths;
  const main = requireValue(await repository.resolveCommit('main'));
  const { tree } = requireValue(await repository.readCommit(main));
  const texts = new Map<string, { readonly path: string; readonly text: string }>();
  // A file that both have was published: the archive comes last and wins.
  for (const folder of [...drafts, ...archive]) {
    for (const { name, id } of requireValue(await repository.listFolder(tree, folder))) {
      const blob = requireValue(await repository.readBlob(id));
      const path = `${folder}/${name}`;
      if (blob.kind === 'text') texts.set(templates.includes(path) ? path : name, { path, text: blob.text });
    }
  }
  const parsed = new Map<string, Issue>();
  const parse = (name: string): Issue | undefined => {
    const file = texts.get(name);
    if (file === undefined) return undefined;
    const issue =
      parsed.get(name) ?? parseIssue(toRepositoryPath(file.path), file.text.replaceAll('\r\n', '\n'), config);
    parsed.set(name, issue);
    return issue;
  };
  const toName = (path: string): string => (templates.includes(path) ? path : (path.split('/').at(-1) ?? path));
  return { find: (paths) => [...new Set(paths.map(toName))].map(parse).filter((issue) => issue !== undefined) };
}
