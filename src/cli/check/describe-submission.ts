import type { OutsideEdit, PlacedItem, SubmittedFile, Submission } from '../../newsletter/submission.ts';

/** An item as the JSON output has it. The keys are documented in docs/cli.md and stay. */
interface ReportedItem {
  readonly path: string;
  readonly section: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly prefixes: readonly string[];
  /** Of the first link; empty if there is none. */
  readonly title: string;
  readonly url: string;
  /** As written, with bullet and lines below it. */
  readonly text: string;
}

/** Lines and text are those of the head. */
interface ReportedChange extends ReportedItem {
  readonly before: ReportedItem;
}

interface ReportedOutside extends OutsideEdit {
  readonly path: string;
}

export interface ReportedSubmission {
  readonly added: readonly ReportedItem[];
  readonly changed: readonly ReportedChange[];
  readonly moved: readonly ReportedChange[];
  /** Lines and text are those of the base. */
  readonly removed: readonly ReportedItem[];
  readonly outside: readonly ReportedOutside[];
}

/** Sorts a submission's changes by what they are, for output. */
export function describeSubmission({ files }: Submission): ReportedSubmission {
  const changes = files.flatMap((file) => file.changes.map((change) => ({ file, change })));
  const replaced = (kind: 'changed' | 'moved'): readonly ReportedChange[] =>
    changes.flatMap(({ file, change }) => {
      if (change.kind !== kind) return [];
      return [{ ...describeItem(file.path, change.after), before: describeItem(getBasePath(file), change.before) }];
    });
  return {
    added: changes.flatMap(({ file, change }) =>
      change.kind === 'added' ? [describeItem(file.path, change.after)] : [],
    ),
    changed: replaced('changed'),
    moved: replaced('moved'),
    removed: changes.flatMap(({ file, change }) =>
      change.kind === 'removed' ? [describeItem(getBasePath(file), change.before)] : [],
    ),
    outside: files.flatMap((file) => file.outside.map((edit) => ({ path: file.path, ...edit }))),
  };
}

function getBasePath(file: SubmittedFile): string {
  return file.previousPath ?? file.path;
}

function describeItem(path: string, { item, section }: PlacedItem): ReportedItem {
  const [link] = item.entry.links;
  return {
    path,
    section,
    startLine: item.place.startLine,
    endLine: item.place.endLine,
    prefixes: item.entry.prefixes.map(({ text }) => text),
    title: link?.title.text ?? '',
    url: link?.url.text ?? '',
    text: item.raw,
  };
}
