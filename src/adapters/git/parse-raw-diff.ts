/** One file that differs between two trees. Paths are as in the trees, without quoting. */
export interface DiffEntry {
  readonly status: 'added' | 'changed' | 'removed' | 'renamed';
  readonly path: string;
  /** The former path of a renamed file. */
  readonly previousPath: string | undefined;
  /** Object id and mode before; undefined for an added file. */
  readonly before: DiffSide | undefined;
  /** Object id and mode after; undefined for a removed file. */
  readonly after: DiffSide | undefined;
}

export interface DiffSide {
  readonly id: string;
  readonly mode: string;
}

/** What could be read from the front of a stream: the entries and how many bytes they took. */
interface RawDiff {
  readonly entries: readonly DiffEntry[];
  readonly length: number;
}

const STATUSES: Readonly<Record<string, DiffEntry['status']>> = {
  A: 'added',
  C: 'added',
  D: 'removed',
  R: 'renamed',
};

/**
 * Reads what `git diff-tree --raw -z --stdin` writes for one pair of trees: a line with the pair (absent if nothing
 * differs), an entry after the other, and the line `end`, which closes the answer. Undefined while it is not complete.
 */
export function parseRawDiff(bytes: Buffer, end: string): RawDiff | undefined {
  const closing = Buffer.from(`${end}\n`);
  let position = 0;
  const entries: DiffEntry[] = [];
  while (position < bytes.length) {
    if (bytes.subarray(position, position + closing.length).equals(closing)) {
      return { entries, length: position + closing.length };
    }
    const isEntry = bytes[position] === 0x3a;
    const read = isEntry ? readEntry(bytes, position) : readLine(bytes, position);
    if (read === undefined) return undefined;
    if (read.entry !== undefined) entries.push(read.entry);
    position = read.next;
  }
  return undefined;
}

function readLine(bytes: Buffer, position: number): { entry: undefined; next: number } | undefined {
  const end = bytes.indexOf(0x0a, position);
  return end < 0 ? undefined : { entry: undefined, next: end + 1 };
}

/** `:mode mode id id STATUS\0path\0`, with a second path for renames and copies. */
function readEntry(bytes: Buffer, position: number): { entry: DiffEntry; next: number } | undefined {
  const head = readField(bytes, position + 1);
  const first = head && readField(bytes, head.next);
  if (first === undefined) return undefined;
  const letter = head?.text.split(' ')[4]?.charAt(0) ?? '';
  const second = letter === 'R' || letter === 'C' ? readField(bytes, first.next) : first;
  if (second === undefined) return undefined;
  return { entry: toEntry(head?.text ?? '', letter, first.text, second.text), next: second.next };
}

function readField(bytes: Buffer, start: number): { text: string; next: number } | undefined {
  const end = bytes.indexOf(0, start);
  return end < 0 ? undefined : { text: bytes.toString('utf8', start, end), next: end + 1 };
}

function toEntry(head: string, letter: string, first: string, path: string): DiffEntry {
  const [oldMode = '', newMode = '', oldId = '', newId = ''] = head.split(' ');
  const status = STATUSES[letter] ?? 'changed';
  return {
    status,
    path,
    previousPath: status === 'renamed' ? first : undefined,
    before: status === 'added' ? undefined : { id: oldId, mode: oldMode },
    after: status === 'removed' ? undefined : { id: newId, mode: newMode },
  };
}
