import { parsePatch } from '../diff/parse-patch.ts';
import { undoPatch } from '../diff/undo-patch.ts';
import type { ChangedFile } from '../newsletter/changed-file.ts';
import { keepWithinCaps } from '../newsletter/keep-within-caps.ts';
import type { Unreadable } from '../newsletter/unreadable.ts';
import type { FileSnapshot, FileText, GitHub, Outcome, PullRequestSnapshot } from '../ports.ts';
import type { RepositoryPath } from '../shared/brand.ts';

export interface RestoredFiles {
  readonly files: readonly ChangedFile[];
  readonly unreadable: readonly Unreadable[];
}

/**
 * The files of a pull request with both texts. GitHub gives the head's text and a patch; the base's is the head's with the
 * patch undone. Only where that does not fit (large files have no patch) GitHub is asked again.
 */
export async function restoreFiles(snapshot: PullRequestSnapshot, github: GitHub): Promise<Outcome<RestoredFiles>> {
  const pairs = snapshot.files.map((file) => ({ file, base: deriveBase(file) }));
  const open = pairs.filter(({ base }) => base === 'ask').map(({ file }) => getBasePath(file));
  const asked = open.length === 0 ? { ok: true as const, value: NO_TEXTS } : await github.readBaseTexts(snapshot, open);
  if (!asked.ok) return asked;
  const read = pairs.map(({ file, base }) => {
    const baseText = base === 'ask' ? asked.value.get(getBasePath(file)) : base;
    return toChangedFile(file, baseText);
  });
  const { files, left } = keepWithinCaps(read.flatMap((one) => ('reason' in one ? [] : [one])));
  const unreadable = read.flatMap((one) => ('reason' in one ? [one] : []));
  return { ok: true, value: { files, unreadable: [...unreadable, ...left] } };
}

/** Those of the files whose base follows from the snapshot alone. */
export function restoreKnownFiles(files: readonly FileSnapshot[]): readonly ChangedFile[] {
  return files.flatMap((file) => {
    const base = deriveBase(file);
    const restored = base === 'ask' ? undefined : toChangedFile(file, base);
    return restored === undefined || 'reason' in restored ? [] : [restored];
  });
}

const NO_TEXTS: ReadonlyMap<RepositoryPath, FileText> = new Map();

function getBasePath({ path, previousPath }: FileSnapshot): RepositoryPath {
  return previousPath ?? path;
}

/** undefined where the file is new; `ask` where the snapshot does not tell. */
function deriveBase({ kind, text, patch }: FileSnapshot): FileText | 'ask' | undefined {
  if (kind === 'added') return undefined;
  if (kind === 'same' || kind === 'removed' || text.kind === 'unreadable') return text;
  const parsed = parsePatch(patch);
  const base = typeof parsed === 'string' ? undefined : undoPatch(text.text, parsed);
  return base === undefined ? 'ask' : { kind: 'text', text: base };
}

function toChangedFile(file: FileSnapshot, base: FileText | undefined): ChangedFile | Unreadable {
  const { kind, text, ...rest } = file;
  const obstacle = [text, base].find((side) => side?.kind === 'unreadable');
  if (obstacle?.kind === 'unreadable') return { path: file.path, reason: obstacle.reason, line: 1 };
  const head = kind === 'removed' ? undefined : getText(text);
  return { ...rest, base: getText(base), head };
}

function getText(side: FileText | undefined): string | undefined {
  return side?.kind === 'text' ? side.text : undefined;
}
