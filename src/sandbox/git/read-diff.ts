import { runGit } from './run-git.ts';

export interface DiffFile {
  readonly path: string;
  readonly previousPath: string | undefined;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed';
  /** Of the new side, or of the old one where the file was removed. */
  readonly blob: string;
  readonly additions: number;
  readonly deletions: number;
  /** Hunks without a file header, as GitHub gives them; undefined for binary and very large files. */
  readonly patch: string | undefined;
}

/** GitHub leaves `patch` out beyond these. */
const MAX_PATCH_BYTES = 512_000;
const MAX_PATCH_LINES = 20_000;

const STATUS: Readonly<Record<string, DiffFile['status']>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'added',
  T: 'changed',
};

/** What changed between two commits, file by file, renames found. */
export async function readDiff(folder: string, from: string, to: string): Promise<readonly DiffFile[]> {
  const args = ['diff', '--raw', '-z', '-p', '--no-abbrev', '--find-renames', '--no-ext-diff', '--no-textconv'];
  const output = (await runGit(folder, [...args, from, to])).toString('utf8');
  const split = output.indexOf('\0\0');
  const rows = parseRaw(split < 0 ? output : output.slice(0, split));
  const sections = (split < 0 ? '' : output.slice(split + 2)).split(/^(?=diff --git )/m);
  return rows.map((row, index) => ({ ...row, ...measurePatch(sections[index] ?? '') }));
}

type Row = Pick<DiffFile, 'path' | 'previousPath' | 'status' | 'blob'>;

function parseRaw(text: string): readonly Row[] {
  const words = text.split('\0').filter((word) => word !== '');
  const rows: Row[] = [];
  for (let at = 0; at < words.length;) {
    const [, , before = '', after = '', letters = 'M'] = (words[at] ?? '').split(' ');
    const letter = letters.charAt(0);
    const isMoved = letter === 'R' || letter === 'C';
    const first = words[at + 1] ?? '';
    rows.push({
      path: isMoved ? (words[at + 2] ?? '') : first,
      previousPath: letter === 'R' ? first : undefined,
      status: STATUS[letter] ?? 'modified',
      blob: letter === 'D' ? before : after,
    });
    at += isMoved ? 3 : 2;
  }
  return rows;
}

function measurePatch(section: string): Pick<DiffFile, 'additions' | 'deletions' | 'patch'> {
  const start = section.search(/^@@ /m);
  if (start < 0) return { additions: 0, deletions: 0, patch: undefined };
  const patch = section.slice(start).replace(/\n$/, '');
  const lines = patch.split('\n');
  return {
    additions: lines.filter((line) => line.startsWith('+')).length,
    deletions: lines.filter((line) => line.startsWith('-')).length,
    patch: Buffer.byteLength(patch) > MAX_PATCH_BYTES || lines.length > MAX_PATCH_LINES ? undefined : patch,
  };
}
