/** A commit, as far as comparing needs it. */
export interface CommitObject {
  readonly tree: string;
  readonly parents: readonly string[];
}

/** One entry of a tree object. */
export interface TreeEntry {
  /** `100644` file, `100755` executable, `120000` symbolic link, `40000` folder, `160000` submodule. */
  readonly mode: string;
  readonly name: string;
  readonly id: string;
}

/** Reads the header of a commit object; undefined where there is no tree in it. */
export function parseCommit(content: Buffer): CommitObject | undefined {
  const text = content.toString('latin1');
  const header = text.split('\n\n', 1)[0] ?? '';
  const tree = /^tree ([0-9a-f]+)$/m.exec(header)?.[1];
  const parents = Array.from(header.matchAll(/^parent ([0-9a-f]+)$/gm), ([, id]) => id ?? '');
  return tree === undefined ? undefined : { tree, parents };
}

/** Reads a tree object; `idBytes` is the length of a binary object id (20, or 32 in SHA-256 repositories). */
export function parseTree(content: Buffer, idBytes: number): readonly TreeEntry[] {
  const entries: TreeEntry[] = [];
  let start = 0;
  while (start < content.length) {
    const blank = content.indexOf(0x20, start);
    const end = content.indexOf(0, blank);
    if (blank < 0 || end < 0) break;
    entries.push({
      mode: content.toString('latin1', start, blank),
      name: content.toString('utf8', blank + 1, end),
      id: content.toString('hex', end + 1, end + 1 + idBytes),
    });
    start = end + 1 + idBytes;
  }
  return entries;
}
