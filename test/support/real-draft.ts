import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cloneBundle } from '../../src/adapters/git/clone-bundle.ts';
import { getGitEnvironment } from '../../src/adapters/git/git-environment.ts';
import { runGit } from '../../src/adapters/git/run-git.ts';

const bundle = fileURLToPath(new URL('../../../shared/data/newsletter.bundle', import.meta.url));

/** A draft of the real newsletter in which no section has been filled. */
export const REAL_DRAFT = 'draft/2025-12-03-this-week-in-rust.md';

/** Whether the newsletter's history is there; says so where it is not. */
export function hasRealDraft(): boolean {
  const isThere = existsSync(bundle);
  // Jest keeps the console of a file that it skips to itself.
  if (!isThere)
    process.stdout.write('Skipped: the newsletter’s history (newsletter.bundle) is not in ../shared/data.\n');
  return isThere;
}

/** The draft as it was when it appeared. */
export async function readRealDraft(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-draft-'));
  const clone = join(folder, 'clone');
  const git = async (...args: readonly string[]): Promise<string> => {
    const run = await runGit({ folder: clone, args, environment: getGitEnvironment({ PATH: process.env['PATH'] }) });
    return run.ok ? run.value.toString() : '';
  };
  try {
    await cloneBundle(bundle, clone, { PATH: process.env['PATH'] }, ['refs/heads/main']);
    const commits = (await git('log', '--diff-filter=A', '--format=%H', 'main', '--', REAL_DRAFT)).trim().split('\n');
    return await git('show', `${commits.at(-1) ?? ''}:${REAL_DRAFT}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Without the comments of the generated sections, and the empty headings below calls for testing. */
export function removeTemplate(draft: string): string {
  const { before, calls, between, sections, after } = cutRealDraft(draft);
  const strip = (part: string): string => part.replace(/<!--[^]*?-->/g, '');
  return [before, strip(calls).replace(/^### .*\n/gm, ''), between, strip(sections), after].join('');
}

/** The draft in parts: the generated sections, and what stands round them. */
export function cutRealDraft(draft: string) {
  const [start, end] = [draft.indexOf('## Calls for Testing'), draft.indexOf('## Call for Participation')];
  const [updates, events] = [draft.indexOf('## Updates from the Rust Project'), draft.indexOf('## Upcoming Events')];
  return {
    before: draft.slice(0, start),
    calls: draft.slice(start, end),
    between: draft.slice(end, updates),
    sections: draft.slice(updates, events),
    after: draft.slice(events),
  };
}
