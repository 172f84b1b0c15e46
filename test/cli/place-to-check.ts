import { z } from 'zod';
import { makeRepository, type TestRepository } from '../adapters/git/make-repository.ts';
import { runCopydesk } from './run-copydesk.ts';

export const DRAFT = 'draft/2026-03-11-this-week-in-rust.md';

export const OLD = '* [Borrowing without tears](https://ada.example/borrowing)';
/** An old slip, which is nobody's fault who comes later. */
export const OLD_SLIP = '* [Old](https://old.example/?utm_source=x)';
export const CLEAN = '* [Threads, gently](https://cleo.example/threads)';
export const DIRTY = '- [What Pin is for](https://ben.example/pin?utm_source=mail)';

/** A draft with these lines under Observations/Thoughts. */
export function draftWith(...lines: readonly string[]): string {
  const head = [
    'Title: This Week in Rust 642',
    'Number: 642',
    'Date: 2026-03-11',
    '',
    '## Updates from Rust Community',
    '',
  ];
  return [...head, '### Observations/Thoughts', '', ...lines, '', '### Miscellaneous', ''].join('\n');
}

const KINDS = ['added', 'changed', 'moved', 'removed', 'outside'] as const;

/** What these tests look at of the JSON, whose whole form is documented in docs/cli.md. */
export const reportSchema = z.object({
  submission: z.record(z.enum(KINDS), z.array(z.unknown())),
  findings: z.array(z.object({ rule: z.string(), path: z.string(), startLine: z.number() })),
  unreadable: z.array(z.object({ reason: z.string() })),
});

export type Report = z.infer<typeof reportSchema>;

/** A repository with a newsletter, and checks in it. */
export interface PlaceToCheck {
  readonly repository: TestRepository;
  readonly remove: () => void;
  /** Starts a branch at main, with a clean work tree. */
  readonly branch: (name: string) => void;
  /** Exit code and output of a check in text form. */
  readonly tell: (...args: readonly string[]) => Promise<string>;
  readonly report: (folder: string, ...args: readonly string[]) => Promise<Report>;
  /** `path:line rule` of each finding, and how many items there are of each kind. */
  readonly summarize: (folder: string, ...args: readonly string[]) => Promise<string>;
}

/** Makes one whose branch `main` has an old slip, `dirty` adds two more and `fine` none. */
export function makePlaceToCheck(): PlaceToCheck {
  const repository = makeRepository();
  const branch = (name: string) => {
    repository.git('clean', '--quiet', '-d', '--force');
    repository.git('checkout', '--quiet', '--force', '-B', name, 'main');
  };
  repository.commit({ [DRAFT]: draftWith(OLD, OLD_SLIP), 'README.md': 'read me\n' });
  branch('dirty');
  repository.commit({ [DRAFT]: draftWith(OLD, OLD_SLIP, DIRTY) });
  branch('fine');
  repository.commit({ [DRAFT]: draftWith(OLD, OLD_SLIP, CLEAN) });
  return {
    repository,
    remove: () => repository.remove(),
    branch,
    tell: async (...args) => {
      const { code, output, complaint } = await runCopydesk(repository.folder, args);
      return `${output}${complaint}exit ${code}`;
    },
    report,
    summarize: async (folder, ...args) => {
      const { submission, findings } = await report(folder, ...args);
      const counts = Object.entries(submission).map(([kind, items]) => `${items.length} ${kind}`);
      const lines = findings.map((finding) => `${finding.path}:${finding.startLine} ${finding.rule}`);
      return [counts.filter((count) => !count.startsWith('0')).join(', ') || 'nothing', ...lines].join('\n');
    },
  };
}

async function report(folder: string, ...args: readonly string[]): Promise<Report> {
  const { output } = await runCopydesk(folder, [...args, '--format', 'json', '--permission', 'read']);
  return reportSchema.parse(JSON.parse(output));
}
